"""Lists of articles: what a ticked row, a clicked headline and an empty selection open."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.resources import say
from analysis.ui import lists
from analysis.ui.columns import article_column, name_button, write_button
from analysis.view.drawing.fonts import measure_text

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


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["date", "share", "edition", "copies"])
def test_what_is_short_is_seen_whole(language, name):
    # The table sets its words in 14 pixels and leaves 8 at both sides of a column.
    room = article_column(name, language)["width"] - 2 * 8
    widest = {"date": "2024-12-28", "share": "100%", "edition": "A12", "copies": "120"}[name]
    assert 14 * measure_text(widest) <= room
    assert 14 * measure_text(say(f"article.{name}", language)) <= room


@pytest.mark.parametrize(
    "headline", ["[图片]", " [2024, 2025]\n", '["甲", "乙"]', ":material/home: 家"]
)
def test_what_a_button_would_read_as_something_else_stays_a_headline(headline):
    written = write_button(headline)
    assert written == f"\u2060{headline}"
    # As browsers trim: a word joiner is no space to them.
    assert not written.strip().startswith(("[", ":"))


@pytest.mark.parametrize(
    "headline", ["清水绕城", "[图片] 清水绕城", "工会：[组图]", "🏠 家", "9:material/", ""]
)
def test_other_headlines_are_left_as_they_are(headline):
    assert write_button(headline) == headline


def test_a_list_of_articles_is_drawn_with_such_headlines(monkeypatch):
    drawn = []
    fake = SimpleNamespace(dataframe=lambda frame, **_: drawn.append(frame))
    monkeypatch.setattr(lists, "st", fake)
    monkeypatch.setattr(lists, "count_clicks", lambda: 0)
    columns = {"article_id": ["a", "b"], "headline": ["[图片]", "题"]}
    frame = pd.DataFrame({**columns, "marking": "", "newspaper": "", "date": ""})
    lists.open_typical(frame, "zh", key="table")
    assert drawn[0]["headline"].tolist() == ["\u2060[图片]", "题"]


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
