"""The themes along an article: sums, links, words for who sees none."""

import re

import numpy as np

from analysis.theme.records import Evidence
from analysis.view.reading.along import Step, draw_along, list_steps, passage_frame, tell_along

THEMES = ("工会", "生态")
TEXT = "工会服务职工。\n湿地里有候鸟。今天。"
SENTENCES = [(0, 8), (8, 15), (15, 18)]
SHARES = np.array([[0.4, 0.0], [0.2, 0.1], [0.0, 0.3]])
EVIDENCE = Evidence(
    terms=("工会", "职工", "湿地"),
    spans=np.array([(0, 2), (4, 6), (8, 10)]),
    topics=SHARES,
    themes=SHARES,
)


def test_each_sentence_has_its_strongest_theme():
    steps = list_steps(TEXT, EVIDENCE, SENTENCES, THEMES)
    assert [step.theme for step in steps] == ["工会", "生态", ""]
    assert [round(step.share, 3) for step in steps] == [0.6, 0.3, 0]
    assert steps[1].opening == "湿地里有候鸟。"


def test_every_sentence_is_a_link_with_words():
    html = draw_along(list_steps(TEXT, EVIDENCE, SENTENCES, THEMES), {"工会": "#D55E00"}, "zh")
    assert re.findall(r'href="#s-(\d)"', html) == ["1", "2", "3"]
    assert len(re.findall(r'aria-label="第 \d 句', html)) == 3


def test_words_of_the_corpus_are_escaped():
    html = draw_along([Step(1, '"><script>', 3, "工会", 0.5)], {}, "zh")
    assert "<script" not in html


def test_the_strip_is_told_in_runs():
    steps = [Step(n, "", 5, theme, 0.1) for n, theme in enumerate(["工会", "工会", "生态"], 1)]
    assert tell_along(steps, "zh").endswith("第 1–2 句 工会；第 3 句 生态")


def test_no_sentence_draws_an_empty_strip():
    assert "<a" not in draw_along([], {}, "en")


def test_passages_sum_to_the_shares():
    frame = passage_frame(EVIDENCE, TEXT, [(0, 8), (8, 18)], THEMES)
    assert frame[list(THEMES)].sum().round(9).tolist() == [0.6, 0.4]
    assert frame["opening"].tolist() == ["工会服务职工。", "湿地里有候鸟。今天。"]
