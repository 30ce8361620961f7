"""The other filters of the sidebar: hits, newspapers, days, pages, kinds; odd values in a link."""

import pytest


def captions_of(app):
    return "\n".join(one.value.replace("\\", "") for one in app.sidebar.caption)


def metric(app):
    return int(app.metric[0].value)


def test_a_search_tells_its_hits(visit):
    app = visit(q="职工")
    assert f"{metric(app)} 篇文章里有，共 " in captions_of(app)


def test_an_exclusion_alone_tells_what_is_left(visit):
    app = visit(q="-职工")
    assert f"{metric(app)} 篇文章里没有" in captions_of(app)
    assert metric(app) + metric(visit(q="职工")) == metric(visit())


def test_newspapers_bear_counts_that_follow_the_other_filters(visit):
    counts = [
        {option.split(" · ")[0]: int(option.split(" · ")[1]) for option in options}
        for options in (app.multiselect(key="paper").options for app in (visit(), visit(q="养老")))
    ]
    assert sum(counts[1].values()) < sum(counts[0].values()) == metric(visit())
    assert set(counts[0]) == set(counts[1])


def test_pages_without_a_newspaper_can_be_chosen_alone(visit):
    app = visit()
    app.multiselect(key="paper").set_value(["-"]).run()
    assert not app.exception
    assert 0 < metric(app) < 36
    assert app.multiselect(key="paper").value == ["-"]


def test_days_narrow_and_say_what_they_leave_out(visit):
    app = visit(**{"from": "2024-01-01"})
    assert 0 < metric(app) < 36
    assert str(app.date_input(key="from").value) == "2024-01-01"
    app.date_input(key="from").set_value(None).run()
    assert not app.exception
    assert metric(app) == 36


def pills_of(app, key):
    return next(one for one in app.sidebar.get("button_group") if one.key == key)


def test_front_pages_are_chosen_and_pages_that_the_study_has_not_are_not_offered(visit):
    app = visit()
    offered = pills_of(app, "edition").options
    assert [option.split(" · ")[0] for option in offered] == ["头版", "版次不明"]
    pills_of(app, "edition").set_value(["front"]).run()
    assert app.query_params["edition"] in ("front", ["front"])
    assert f"头版 · {metric(app)}" in pills_of(app, "edition").options


def test_captions_are_shown_when_asked_for(visit):
    app = visit(kind=["article", "photo"])
    assert metric(app) > 36
    assert "体裁为文章或图片说明" in captions_of(app)


def test_the_usual_kind_stands_in_no_address(visit):
    app = visit(kind="photo")
    assert metric(app) == 3
    pills_of(app, "kind").set_value(["article"]).run()
    assert "kind" not in app.query_params
    assert metric(app) == 36


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "poem"},
        {"edition": "last"},
        {"from": "yesterday", "to": "2024-02-30"},
        {"topic": ["999999999999", "-1", "１", "01"]},
        {"q": "- “” -"},
    ],
    ids=["kind", "edition", "days", "topics", "search"],
)
def test_an_odd_value_counts_as_none(visit, query):
    app = visit(**query)
    assert not app.exception
    assert metric(app) == 36


def test_the_line_stands_at_the_head_of_every_page_that_is_narrowed(visit):
    told = "主题为工会；2024-01-01 起；头版；含“职工”，不含“食堂”"
    query = {"theme": "工会", "from": "2024-01-01", "edition": "front", "q": "职工 -食堂"}
    app = visit("articles", **query)
    assert any(told in one.value.replace("\\", "") for one in app.main.caption)
    assert told in captions_of(app)


def test_reset_takes_every_filter_away(visit):
    query = {"theme": "工会", "from": "2024-01-01", "edition": "front", "q": "职工", "paper": "-"}
    app = visit(**query)
    app.button(key="reset").click().run()
    assert metric(app) == 36
    assert not set(query) & set(app.query_params)


@pytest.mark.parametrize(("day", "selected"), [("1990-01-01", True), ("2090-01-01", False)])
def test_a_day_outside_the_study_is_shown_and_told(visit, day, selected):
    app = visit(**{"from": day})
    assert not app.exception
    assert str(app.date_input(key="from").value) == day
    told = next(text for text in captions_of(app).splitlines() if text.startswith("要找的是"))
    assert told == f"要找的是 {day}；本研究的文章从 2021-09-12 到 2025-02-09。"
    assert bool(app.metric) == selected


def test_a_day_within_the_study_is_not_told(visit):
    assert "要找的是" not in captions_of(visit(**{"from": "2024-01-01"}))


def test_what_is_no_day_is_told_and_does_not_filter(visit):
    app = visit(to="2024-13-01")
    assert "“2024-13-01”不是日期" in captions_of(app)
    assert metric(app) == 36
