"""Each page, with the seeds, with nothing selected, at an odd address, in both languages."""

import json

import pytest

PAGES = ("overview", "themes", "articles", "compare", "pages", "model")


def specs_of(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def themes_of(app):
    return [box for box in app.sidebar.checkbox if box.key.startswith("theme.")]


def texts_of(app):
    kinds = ("title", "subheader", "markdown", "caption", "info", "warning", "error", "text")
    return "\n".join(str(one.value) for kind in kinds for one in app.get(kind))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_seeds_has_no_fault(visit, page):
    app = visit(page)
    assert not app.exception
    assert not app.error


def test_an_empty_page_offers_all_articles_again(visit):
    app = visit(q="这几个字不会出现在任何文章里")
    app.button(key="reset-empty").click().run()
    assert "q" not in app.query_params
    assert specs_of(app)


def test_the_overview_shows_themes_and_newspapers(visit):
    themes, newspapers, *_ = specs_of(visit())
    assert themes["data"][0]["orientation"] == "h"
    assert {bar["name"] for bar in newspapers["data"]} == {
        "社会保险",
        "工会",
        "生态",
        "养老",
        "其他",
    }


def test_a_theme_shows_its_words_and_topics(visit):
    app = visit("themes")
    # Terms, trend, newspapers, topics.
    assert len(specs_of(app)) == 4
    assert len(app.get("image")) == 1


def test_an_article_is_chosen_from_the_list(visit):
    app = visit("articles")
    listed = app.dataframe[0].value
    assert list(listed.columns)[:3] == ["headline", "theme", "share"]
    assert len(listed) >= 20


def test_counts_follow_the_other_filters(visit):
    everything = visit()
    some = visit(q="养老")
    counts = [
        [int(box.label.rpartition("，")[2]) for box in themes_of(app)] for app in (everything, some)
    ]
    assert sum(counts[1]) < sum(counts[0])
    assert all(few <= many for few, many in zip(counts[1], counts[0], strict=True))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_selected_says_what_to_do(visit, page):
    app = visit(page, q="这几个字不会出现在任何文章里")
    assert not app.exception
    assert "没有符合条件的文章" in texts_of(app)
    assert app.button(key="reset")


def test_the_filters_are_cleared_by_one_button(visit):
    app = visit(q="这几个字不会出现在任何文章里")
    app.button(key="reset").click().run()
    assert app.text_input(key="q").value == ""
    assert "没有符合条件的文章" not in texts_of(app)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "query",
    [
        {"theme": "perhaps", "paper": "无此报", "lang": "Klingon"},
        {"topic": "x", "from": "2024-13-01", "edition": "back", "kind": "poem"},
        {"study": "../../etc/passwd"},
        {"study": "00000000000000000000"},
        {"article": "no-such-article", "of": "无此主题"},
    ],
    ids=["values", "numbers", "path", "gone", "page"],
)
def test_an_odd_address_shows_the_seeds(visit, page, query):
    app = visit(page, **query)
    assert not app.exception
    assert len(themes_of(app)) == 5


@pytest.mark.parametrize("key", ["../../etc/passwd", "00000000000000000000"])
def test_a_study_that_is_not_here_is_said(visit, key):
    app = visit(study=key)
    assert "找不到" in app.warning[0].value
    assert app.title[0].value == "五个样例版面"


def test_a_link_chooses_themes_and_newspapers(visit):
    app = visit(theme="工会", paper="工人日报")
    assert app.sidebar.checkbox(key="theme.工会").value is True
    assert app.multiselect(key="paper").value == ["工人日报"]


@pytest.mark.parametrize("page", PAGES)
def test_english_by_the_switch(visit, page):
    app = visit(page, lang="en")
    assert not app.exception
    labels = [box.label for box in themes_of(app)]
    assert any("Unions" in label for label in labels)
    assert not any("工会" in label for label in labels)
