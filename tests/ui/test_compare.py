"""比较: what is compared to begin with, what a link restores, what is said where nothing can be."""

import json

import pytest

from analysis.study.records import Selection
from analysis.ui.comparing.choosing import PREFIXES
from analysis.ui.filters.chosen import name_selection


def texts_of(app, *kinds):
    return "\n".join(str(one.value) for kind in kinds for one in app.get(kind))


def charts_of(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def in_address(app, name):
    value = app.query_params.get(name)
    return value[0] if isinstance(value, list) else value


def test_the_two_largest_newspapers_are_compared_to_begin_with(visit):
    app = visit("compare")
    assert not app.exception
    assert "文章最多的两家报纸" in texts_of(app, "caption")
    assert "甲：工人日报" in texts_of(app, "subheader")
    assert app.multiselect(key="b.paper").value == ["新渝报"]
    assert len(charts_of(app)) == 3
    assert len(app.dataframe) == 2
    assert not any(name in app.query_params for name in ("a.paper", "b.paper"))


def test_words_of_both_sides_are_drawn_both_ways(visit):
    left, right = charts_of(visit("compare"))[0]["data"]
    assert all(length < 0 for length in left["x"])
    assert all(length > 0 for length in right["x"])


def test_a_link_restores_both_sides(visit):
    app = visit("compare", **{"a.theme": "工会", "b.paper": "新渝报", "b.q": "乡村"})
    assert not app.exception
    titles = texts_of(app, "subheader")
    assert "甲：主题为工会" in titles
    assert "乙：新渝报；含“乡村”" in titles
    assert "先比较" not in texts_of(app, "caption")


def test_one_change_keeps_what_was_suggested_for_the_rest(visit):
    app = visit("compare")
    app.text_input(key="a.q").set_value("职工").run()
    assert in_address(app, "a.q") == "职工"
    assert in_address(app, "a.paper") == "工人日报"
    assert in_address(app, "b.paper") == "新渝报"


def test_pages_without_a_newspaper_can_be_a_side(visit):
    app = visit("compare")
    app.multiselect(key="a.paper").set_value(["-"]).run()
    assert in_address(app, "a.paper") == "-"
    assert "甲：未署报名" in texts_of(app, "subheader")


def test_sides_are_swapped_and_given_back(visit):
    app = visit("compare")
    app.button(key="swap").click().run()
    assert in_address(app, "a.paper") == "新渝报"
    app.button(key="again").click().run()
    assert in_address(app, "a.paper") is None
    assert "甲：工人日报" in texts_of(app, "subheader")


@pytest.mark.parametrize("side", ["a", "b"])
def test_an_empty_side_says_what_to_do(visit, side):
    app = visit("compare", **{f"{side}.q": "这几个字不会出现在任何文章里"})
    assert not app.exception
    assert f"{'甲乙'['ab'.index(side)]}侧没有文章" in texts_of(app, "info")
    assert not charts_of(app)


def test_equal_sides_are_told(visit):
    app = visit("compare", **{"a.paper": "工人日报", "b.paper": "工人日报"})
    assert "没有可比的" in texts_of(app, "info")


def test_a_part_is_compared_with_the_rest(visit):
    app = visit("compare", **{"a.paper": "工人日报"})
    assert "乙：其余文章" in texts_of(app, "subheader")
    assert "全在乙侧之内" in texts_of(app, "caption")


def test_a_handful_of_articles_has_no_interval(visit):
    app = visit("compare", **{"a.theme": "养老", "b.theme": "工会"})
    assert not app.exception
    assert "至少要有 5 篇" in texts_of(app, "info")


@pytest.mark.parametrize(
    "query",
    [
        {"a.paper": "无此报", "b.theme": "无此主题"},
        {"a.from": "2024-99-99", "b.to": "gestern"},
        {"a.from": "2024-07-01", "a.to": "2020-01-01"},
        {"a.topic": "999", "b.topic": "x"},
    ],
    ids=["names", "days", "turned", "topics"],
)
def test_an_odd_address_is_no_fault(visit, query):
    app = visit("compare", **query)
    assert not app.exception
    assert texts_of(app, "info")


def test_the_filters_of_the_sidebar_narrow_both_sides(visit):
    app = visit("compare", paper="工人日报", **{"a.q": "工会", "b.q": "社保"})
    assert not app.exception
    assert "新渝报" not in texts_of(app, "caption")


def test_english_is_complete(visit):
    app = visit("compare", lang="en")
    assert not app.exception
    assert "A\\: 工人日报" in texts_of(app, "subheader")
    assert "Words that set the sides apart" in texts_of(app, "subheader")


def test_every_parameter_of_a_side_has_its_prefix():
    named = [set(name_selection(Selection(), prefix)) for prefix in PREFIXES]
    assert not named[0] & named[1]
