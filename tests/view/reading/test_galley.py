"""The raw page as HTML: every character as printed, every piece with its number or its name."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.records import Article, Furniture, Note, Page, PageCut
from analysis.resources import say
from analysis.view.reading.galley import Card, draw_cards, draw_page, list_lines

TEXT = "人民日报\n\n标题一\n　　第一段。\n第二段。\n标题二\n另一篇。\n第一段。\n"
TWO, COPY = TEXT.index("标题二"), TEXT.rindex("第一段")
HEAD = TEXT.index("标题一")


@pytest.fixture
def cut():
    """Return a page with a masthead, two articles, and a paragraph that it repeats."""
    page = Page("a.txt", TEXT)
    headline = Note("headline", HEAD, HEAD + 4, "标题一\n", "")
    first = Article(page.id, "a.txt", ((HEAD, TWO),), "第一段。", notes=(headline,))
    second = Article(page.id, "a.txt", ((TWO, COPY),), "另一篇。")
    pieces = (Furniture("masthead", 0, HEAD), Furniture("copy", COPY, len(TEXT)))
    return PageCut(page, (first, second), pieces)


def test_every_line_knows_its_piece(cut):
    assert [(line.number, line.article, line.kind) for line in list_lines(cut)] == [
        (1, 0, "masthead"),
        (2, 1, ""),
        (3, 1, ""),
        (4, 1, ""),
        (5, 2, ""),
        (6, 2, ""),
        (7, 0, "copy"),
    ]


def test_empty_lines_are_not_numbered_and_the_screen_says_so():
    text = "人民日报\n\n\n标题一\n"
    page = Page("a.txt", text)
    lines = list_lines(PageCut(page, (), (Furniture("masthead", 0, len(text)),)))
    assert [(line.number, line.text) for line in lines] == [(1, "人民日报"), (2, "标题一")]
    for key in ("pages.raw.note", "quotes.note"):
        assert "空行不计" in say(key, "zh")
        assert "empty" in say(key, "en")


def test_lines_cover_the_page_from_the_first_on(cut):
    lines = list_lines(cut)
    assert [line.end for line in lines[:-1]] == [line.start for line in lines[1:]]
    assert lines[-1].end == len(TEXT)


def test_the_headline_is_known(cut):
    assert [line.text for line in list_lines(cut) if line.head] == ["标题一"]


def test_lines_are_shown_as_printed(cut):
    shown = re.findall(r'class="bt-text">(.*?)</span>', draw_page(cut, "zh"))
    assert [unescape(line) for line in shown] == [line for line in TEXT.split("\n") if line]


def test_a_number_leads_to_the_card_and_back(cut):
    assert 'href="#card-2"' in draw_page(cut, "zh")
    assert 'id="run-2"' in draw_page(cut, "zh")
    cards = draw_cards([Card(2, "标题二", ("文章",))], "zh")
    assert 'id="card-2"' in cards
    assert 'href="#run-2"' in cards


def test_furniture_is_named_and_a_copy_hatched(cut):
    html = draw_page(cut, "en")
    assert "Masthead" in html
    assert re.search(r'class="bt-run bt-0 bt-copy"[^>]*><span[^>]*>Repeated text', html)


def test_only_the_chosen_article_is_outlined(cut):
    html = draw_page(cut, "zh", chosen=2).partition("</style>")[2]
    assert re.findall(r'bt-chosen" data-n="(\d)"', html) == ["2"]


@given(st.text(alphabet="<>&\"'字 a", min_size=1, max_size=40))
def test_nothing_of_the_text_becomes_markup(text):
    page = Page("a.txt", text)
    article = Article(page.id, "a.txt", ((0, len(text)),), text, headline=text)
    html = draw_page(PageCut(page, (article,), ()), "zh").partition("</style>")[2]
    assert set(re.findall(r"<(\w+)", html)) <= {"div", "span", "a"}
    cards = draw_cards([Card(1, text, (text,))], "zh")
    assert set(re.findall(r"<(\w+)", cards)) == {"ol", "li", "a", "b", "div"}
