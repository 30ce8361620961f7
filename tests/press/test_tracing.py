"""A range of an article's text is found on its page: the page repaired there gives the text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.press import repair
from analysis.press.article import split_page
from analysis.press.errors import NoArticle
from analysis.press.records import Page
from analysis.press.threads import join_story
from analysis.press.tracing import Piece, find_printed, number_line, trace_article
from analysis.theme.sentences import cut_sentences

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SENTENCES = [
    "4 月起，全国各地开展工伤保险跨省异\n地就医直接结算试点。",
    "截至２０２３年底，参保职工 达到300万人！",
    "“ 这 是 我 们 的 工 会 。”他说。",
    "河水变清了，岸边种上了柳树\r\n和芦苇，候鸟多了。",
    "社区\u200b养老服务中心每天为老人送餐，New York\nTimes 也报道了。",
]


def trace(article, texts):
    pieces = [Piece(article.page_id, texts[article.page_id], article.spans, article.notes)]
    pieces += [Piece(t.page_id, texts[t.page_id], t.spans, t.notes) for t in article.tails]
    heads = [head for head in (article.kicker, article.headline, article.subhead) if head]
    return pieces, trace_article(pieces, heads=heads, body=article.body)


def replay(pieces, found):
    notes = {piece.page_id: [n for n in piece.notes if n.rule != "headline"] for piece in pieces}
    texts = {piece.page_id: piece.text for piece in pieces}
    return "".join(
        repair.replay(
            texts[one.page_id],
            ((one.start, one.end),),
            [n for n in notes[one.page_id] if one.start <= n.start and n.end <= one.end],
        )
        for one in found
    )


def assert_bodies_lead_back(cut):
    texts = {cut.page.id: cut.page.text}
    for article in cut.articles:
        pieces, traced = trace(article, texts)
        assert traced.text == article.text
        start = len(article.text) - len(article.body)
        for first, end in cut_sentences(article.body):
            wanted = article.body[first:end].strip()
            found = find_printed(traced, start + first, start + end)
            # What stands between two ranges of one article is a line break of ours.
            assert replay(pieces, found).replace("\n", "") == wanted.replace("\n", "")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:12])
def test_the_bodies_of_the_seeds_lead_back(path):
    assert_bodies_lead_back(split_page(Page(path.name, path.read_text(encoding="utf-8"))))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9))
def test_the_bodies_of_any_page_lead_back(sentences):
    try:
        cut = split_page(Page("a.txt", "\n".join(sentences)))
    except NoArticle:
        return
    assert_bodies_lead_back(cut)


def test_a_headline_is_found_where_it_is_printed():
    text = "# 全 民 植 树 增 绿\n\n河水变清了，岸边种上了柳树和芦苇，候鸟也多了起来。\n"
    article = split_page(Page("a.txt", text)).articles[0]
    _, traced = trace(article, {article.page_id: text})
    [found] = find_printed(traced, 0, len(article.headline))
    assert text[found.start : found.end] == "全 民 植 树 增 绿"


def test_a_headline_that_no_page_prints_has_no_place():
    piece = Piece("p", "河水变清了。", ((0, 6),), ())
    traced = trace_article([piece], heads=["自拟的标题"], body="河水变清了。")
    assert find_printed(traced, 0, 5) == ()
    assert find_printed(traced, 6, 12)[0].start == 0


def test_a_body_that_the_notes_do_not_give_has_no_place():
    piece = Piece("p", "河水变清了。", ((0, 6),), ())
    traced = trace_article([piece], heads=[], body="河水很清。")
    assert find_printed(traced, 0, 5) == ()


def test_a_sentence_torn_by_a_jump_is_on_two_pages():
    one = "职工之家建起来了，工会干部常来走访慰问困难职工，帮助他们解决"
    two = "就业和就医的难题。"
    pages = [Page("a.txt", one), Page("b.txt", two)]
    head, tail = (
        split_page(Page(p.source, p.text + "他们都很高兴，拉着来访的人连声道谢。")).articles[0]
        for p in pages
    )
    story = join_story(head, tail)
    pieces = [
        Piece(head.page_id, one + "他们都很高兴，拉着来访的人连声道谢。", head.spans, head.notes),
        Piece(tail.page_id, two + "他们都很高兴，拉着来访的人连声道谢。", tail.spans, tail.notes),
    ]
    traced = trace_article(pieces, heads=[], body=story.body)
    found = find_printed(traced, 0, len(story.body))
    assert [place.page_id for place in found] == [head.page_id, tail.page_id]


def test_lines_are_numbered_as_beside_the_raw_page():
    text = "工会\n\n职工\n书屋"
    assert [number_line(text, at) for at in (0, 4, 5, 7, 8)] == [1, 2, 2, 3, 3]
