"""Quotations: strong for their subject, whole, few from one story."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.evidence import explain_article
from analysis.theme.quotations import (
    Quotation,
    Source,
    choose_sources,
    make_yardstick,
    pick_quotations,
    quote_article,
    rate_sentences,
)
from analysis.theme.sentences import cut_sentences
from analysis.theme.tokens import make_cutter


def quotation(text, strength, story="a"):
    return Quotation(story=story, start=0, end=len(text), text=text, strength=strength)


def rate(findings, text, words):
    evidence = explain_article(findings.model, text, make_cutter(words.user))
    return rate_sentences(evidence, cut_sentences(text), make_yardstick(findings.model))


def test_a_sentence_on_the_subject_is_stronger_than_one_beside_it(findings, words):
    text = "教练说球员体能充沛，联赛名次上升。守门员登场时下着小雨，教练说天气不错。"
    _, themes = rate(findings, text, words)
    column = findings.model.themes.index("足球")
    assert themes[0, column] > themes[1, column]


def test_length_alone_makes_no_sentence_strong(findings, words):
    short = "足球联赛开赛，主队球员攻入两球。"
    long = "那一天，" + "大家都来到这里看了又看，" * 4 + "足球联赛开赛，主队球员攻入两球。"
    _, themes = rate(findings, short + long, words)
    column = findings.model.themes.index("足球")
    assert themes[0, column] > themes[1, column] > 0


def test_only_whole_prose_behind_the_headline_is_quoted(findings, words):
    head = "足球联赛开赛主队球员攻入两球！\n"
    text = (
        head + "“足球联赛开赛了，主队球员攻入两球。教练说球员体能充沛，联赛名次还在上升。\n短句。"
    )
    source = Source(story="a", text=text, start=len(head))
    evidence = explain_article(findings.model, text, make_cutter(words.user))
    ranges, strengths = quote_article(source, evidence, make_yardstick(findings.model))
    assert [text[start:end] for start, end in ranges] == ["教练说球员体能充沛，联赛名次还在上升。"]
    assert len(strengths) == 1


def test_a_quotation_is_without_the_white_space_around_it(findings, words):
    sentence = "足球联赛开赛，主队球员攻入两球。"
    text = f"  {sentence} \n\u3000\u3000{sentence}\n"
    evidence = explain_article(findings.model, text, make_cutter(words.user))
    ranges, _ = quote_article(Source("a", text, start=0), evidence, make_yardstick(findings.model))
    assert [text[start:end] for start, end in ranges] == [sentence] * 2


def test_an_article_without_prose_has_no_sentence(findings, words):
    evidence = explain_article(findings.model, "", make_cutter(words.user))
    ranges, strengths = quote_article(
        Source("a", "", start=0), evidence, make_yardstick(findings.model)
    )
    assert not ranges
    assert strengths.shape == (0, len(findings.model.topics) + len(findings.model.themes))


@given(
    st.lists(
        st.builds(quotation, st.sampled_from("甲乙丙丁"), st.floats(0, 9), st.sampled_from("ab")),
        max_size=30,
    )
)
def test_few_of_one_story_and_no_sentence_twice(rated):
    ranked = sorted(rated, key=lambda one: -one.strength)
    found = pick_quotations(ranked, most=3)
    assert len({one.text for one in found}) == len(found) <= 3
    assert all([one.story for one in found].count(story) <= 2 for story in "ab")
    strengths = [one.strength for one in found]
    assert strengths == sorted(strengths, reverse=True)


def test_no_more_is_read_than_there_is_to_choose():
    def ranked():
        yield from (quotation("甲", 1.0), quotation("乙", 0.9, story="b"), quotation("丙", 0.2))
        raise AssertionError

    assert [one.text for one in pick_quotations(ranked(), most=9)] == ["甲", "乙"]


def test_what_is_far_weaker_than_the_strongest_is_left_out():
    assert len(pick_quotations([quotation("甲", 1.0), quotation("乙", 0.2)], most=9)) == 1


def test_punctuation_makes_no_other_sentence():
    assert len(pick_quotations([quotation("甲，乙。", 1.0), quotation("甲乙！", 0.9)], most=9)) == 1


@pytest.mark.parametrize(
    ("characters", "rows"), [([100, 100, 100], [1, 0]), ([900, 100, 100], [0, 1]), ([0, 0, 0], [])]
)
def test_sources_count_by_share_and_length(characters, rows):
    shares = np.array([0.5, 0.9, 0.0])
    assert choose_sources(shares, np.array(characters), most=5).tolist() == rows
