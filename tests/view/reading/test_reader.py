"""The reader's HTML: the text as it is, marked by what each word gives; nothing else gets in."""

import re
from html import unescape

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.records import Evidence
from analysis.theme.sentences import cut_sentences
from analysis.view.reading.reader import draw_strip, mark_evidence, mark_words


def marking_of(spans, shares, sentences=(), *, colour="#D55E00"):
    """Return the marking of words with these shares."""
    themes = np.array(shares, dtype=float).reshape(-1, 1)
    evidence = Evidence(
        terms=tuple("词" for _ in spans),
        spans=np.array(spans, dtype=np.int64).reshape(-1, 2),
        topics=themes,
        themes=themes,
    )
    return mark_evidence(evidence, evidence.themes[:, 0], sentences, colour=colour)


def marks_in(html):
    return re.findall(r"<mark[^>]*>(.*?)</mark>", html)


def test_words_that_give_are_marked_the_deeper_the_more_they_give():
    html = mark_words("工会服务职工", marking_of([(0, 2), (4, 6)], [0.6, 0.3]))
    assert marks_in(html) == ["工会", "职工"]
    depths = [float(depth) for depth in re.findall(r"rgba\(213,94,0,([\d.]+)\)", html)]
    assert depths[0] > depths[1] > 0


def test_words_that_give_next_to_nothing_are_not_marked():
    html = mark_words("工会服务", marking_of([(0, 2), (2, 4)], [0.9, 0.001]))
    assert marks_in(html) == ["工会"]


def test_no_evidence_marks_nothing():
    assert marks_in(mark_words("工会", marking_of([], []))) == []


def test_markup_in_the_text_is_text():
    text = "<script>alert(1)</script> & <mark>工会</mark>"
    html = mark_words(text, marking_of([(0, 8)], [1.0]))
    assert "<script" not in html
    assert len(marks_in(html)) == 1


def test_heads_are_headings():
    html = mark_words("引题\n标题\n正文", marking_of([], []), heads=["kicker", "headline"])
    assert re.search(r"<h3[^>]*>标题</h3>", html)
    assert html.endswith("<p>正文</p></div>")


@given(st.text(min_size=1, max_size=40), st.data())
def test_every_character_of_the_text_is_there(text, data):
    cut = data.draw(st.integers(0, len(text)))
    spans = [(0, cut)] if cut else []
    html = mark_words(text, marking_of(spans, [1.0] * len(spans), cut_sentences(text)))
    assert unescape(re.sub(r"<[^>]+>", "", html)) == unescape_newlines(text)


def unescape_newlines(text):
    return text.replace("\n", "")


def test_a_strip_leaves_out_what_rounds_to_nothing():
    html = draw_strip({"工会": 0.996, "生态": 0.004}, {"工会": "#D55E00", "生态": "#009E73"})
    assert "工会 100%" in html
    assert "生态" not in html


def test_a_sentence_bears_its_number_and_what_its_words_sum_to():
    marking = marking_of([(0, 2), (3, 5), (6, 8)], [0.3, 0.1, 0.6], [(0, 6), (6, 9)])
    html = mark_words("工会和职工。生态。", marking)
    assert marking.told == [0.4, 0.6]
    assert re.findall(r'<span id="s-(\d)" title="([\d.]+%)"', html) == [
        ("1", "40.0%"),
        ("2", "60.0%"),
    ]


def test_no_mark_crosses_a_line():
    html = mark_words(
        "工会。\n生态。\n", marking_of([(0, 2), (4, 6)], [0.5, 0.5], [(0, 4), (4, 8)])
    )
    for line in re.findall(r"<p>(.*?)</p>", html):
        assert line.count("<span") == line.count("</span>") == 1


def test_words_and_ground_together_leave_the_text_readable():
    html = mark_words("工会。", marking_of([(0, 2)], [1.0], [(0, 3)]))
    ground, mark = (float(one) for one in re.findall(r"rgba\(213,94,0,([\d.]+)\)", html))
    assert 1 - (1 - ground) * (1 - mark) <= 0.46
