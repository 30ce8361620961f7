"""Lists of articles: what a ticked row, a clicked headline and an empty selection open."""

from types import SimpleNamespace

import pytest

from analysis.ui import lists
from analysis.ui.columns import article_column, name_button

IDS = ["a", "b", "c"]


@pytest.fixture
def taken(monkeypatch):
    """Return what is taken when a table holds a state: its ticked rows and the clicked row."""

    def choose(ticked, clicked=None):
        state = {"table": {"selection": {"rows": ticked}}}
        if clicked is not None:
            state[name_button("table")] = {"row": clicked, "label": "题"}
        monkeypatch.setattr(lists, "st", SimpleNamespace(session_state=state))
        found = []
        lists.take_chosen("table", IDS, found.extend)
        return found

    return choose


def test_a_clicked_headline_counts_before_the_tick_that_stands(taken):
    assert taken([2], clicked=0) == ["a"]


def test_a_tick_counts_alone_and_none_takes_nothing(taken):
    assert taken([1]) == ["b"]
    assert taken([]) == []


@pytest.mark.parametrize("page", ["articles", "themes", "compare"])
def test_every_list_of_articles_says_that_a_headline_opens(visit, page):
    captions = " ".join(one.value for one in visit(page).main.caption)
    assert "点标题" in captions


def test_a_date_is_seen_whole_in_both_languages():
    # Ten digits and hyphens take 75 pixels in the table's font, its two margins 16.
    for language in ("zh", "en"):
        assert article_column("date", language)["width"] >= 91


def test_a_linked_article_is_read_though_nothing_is_selected(visit):
    app = visit("articles")
    linked = app.session_state["visit"].catalogue.articles["article_id"][0].as_py()
    app = visit("articles", q="天书无此词", article=linked)
    assert not app.exception
    assert any("不在当前的筛选结果里" in one.value for one in app.info)
    assert app.code
    assert not [one for one in app.dataframe if "headline" in one.value]
    assert app.button(key="reset-empty")


def test_other_pages_stop_where_nothing_is_selected(visit):
    app = visit("themes", q="天书无此词", article="x")
    assert not app.exception
    assert not app.main.get("plotly_chart")


def test_words_stand_between_the_download_and_the_table_whose_tools_lie_above_it(visit):
    kinds = [one.type for one in visit("articles").main]
    assert kinds[kinds.index("dataframe") - 1] == "caption"
