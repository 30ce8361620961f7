"""Pages to choose and to mend: what is unsure is said, edits and repairs are in words."""

import pytest

from analysis.press.article import split_page
from analysis.press.edits import Edit, StoryEdit
from analysis.press.inputs import find_inputs, load_page
from analysis.press.records import Article, Note, Page, PageCut
from analysis.resources import SEEDS, say_known
from analysis.study.edits import read_states
from analysis.study.paging import list_pages
from analysis.view.reading.galley import UNSURE, list_lines
from analysis.view.reading.pages import (
    PageEntry,
    find_page,
    list_cards,
    name_edit,
    narrow_pages,
    repair_frame,
)

ENTRIES = [PageEntry("a", "A", 3, 0), PageEntry("b", "B", 3, 2), PageEntry("c", "C", 3, 2)]


@pytest.fixture
def article():
    note = Note("space", 3, 4, " ", "")
    return Article(
        "p", "a.txt", ((0, 9),), "第一 段话。", byline="记者 王芳", notes=(note,), score=0.4
    )


@pytest.mark.parametrize(("linked", "found"), [("a", "a"), ("gone", "b"), (None, "b")])
def test_the_page_of_the_link_else_the_least_sure_one(linked, found):
    assert find_page(ENTRIES, linked).page_id == found


@pytest.fixture
def entries(built):
    return narrow_pages(list_pages(built.study, sure=UNSURE), None, None, "en")


def test_pages_are_offered_with_their_counts(entries):
    assert [entry.articles for entry in entries] == [3, 3]
    assert all("3 articles" in entry.label for entry in entries)


def test_a_page_says_how_many_cuts_are_unsure(built, entries):
    for entry in entries:
        [state] = read_states(built.study, [entry.page_id]).values()
        cards = list_cards(state.cut, "en")
        assert sum("△ unsure" in card.facts for card in cards) == entry.unsure
        assert (f"{entry.unsure} unsure" in entry.label) == bool(entry.unsure)


def test_a_card_says_what_is_known(article):
    [card] = list_cards(PageCut(Page("a.txt", "第一 段话。"), (article,), ()), "zh")
    assert card.title == "（无标题）第一 段话。…"
    assert card.facts == ("文章", "5 字", "记者 王芳", "可信度 40%", "△ 不确定")


def test_reasons_are_said_in_words_where_there_are_words():
    told = Article("p", "a.txt", ((0, 1),), "字", reasons=("hand", "some sign"))
    [card] = list_cards(PageCut(Page("a.txt", "字"), (told,), ()), "zh")
    assert card.facts[-1] == "依据：手工修改、some sign"


def test_white_space_of_a_repair_is_shown(article):
    page = Page("a.txt", "字\n第 一 段话。")
    lines = list_lines(PageCut(page, (article,), ()))
    [row] = repair_frame(article, lines, "zh").to_dict("records")
    assert row == {"line": 2, "rule": "多余空格去掉", "before": "·", "after": ""}


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Edit("join", "p", 0, to=4), "合并：“第一段。第二段。…”之后接“第二段。…”"),
        (Edit("kind", "p", 0, text="photo"), "类型：“第一段。第二段。…”改为图片说明"),
        (StoryEdit("link", "p-000000", "p-000004"), "接续：“第二段。…”接在“第一段。第二段。…”之后"),
        (StoryEdit("unlink", "p-000000"), "不接续：“第一段。第二段。…”到本版为止"),
        (Edit("headline", "p", 4, text="题"), "标题：“第二段。…”的标题 题"),
    ],
)
def test_an_edit_is_told_by_the_words_it_is_about(edit, words):
    assert name_edit(edit, {"p": "第一段。第二段。"}, "zh") == words


def test_an_edit_of_a_page_that_is_not_there_is_told_by_its_place():
    assert name_edit(Edit("split", "gone", 40), {}, "en") == "Split: a new article from 40"


def test_every_reason_of_the_press_has_words():
    given = {
        reason
        for item in find_inputs([SEEDS])
        for article in split_page(load_page(item)).articles
        for reason in article.reasons
    }
    assert given
    for reason in given:
        assert say_known(f"reason.{reason}", "zh", otherwise="") != ""
