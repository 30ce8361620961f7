"""Phrases begin and end with whole words that count."""

import pytest

from analysis.theme.dictionary import read_entries
from analysis.theme.phrases import find_phrases
from analysis.theme.tokens import Cutter

TERMS = {"异地就医", "直接结算", "养老", "服务", "养老保险", "医保", "意见", "试点"}
CUTTER = Cutter(["异地就医", "直接结算"])


def phrases_of(text):
    tokens = list(CUTTER.cut(text))
    entries = read_entries({token.term for token in tokens})
    return [phrase.text for phrase in find_phrases(tokens, text, TERMS, entries)]


def test_a_run_of_words_is_a_phrase():
    assert "异地就医直接结算" in phrases_of("开展异地就医直接结算试点")


@pytest.mark.parametrize(
    "text", ["医保已经养老", "医保，养老", "医保 养老", "“医保”养老", "医保了养老", "医保"]
)
def test_what_is_no_run_of_words_is_none(text):
    assert phrases_of(text) == []


def test_a_phrase_ends_with_a_word_that_counts():
    for phrase in phrases_of("各地养老服务的试点"):
        assert phrase.startswith(tuple(TERMS))
        assert phrase.endswith(tuple(TERMS))


def test_two_tied_words_are_open_until_something_closes_them():
    assert "医保和养老" not in phrases_of("医保和养老改革")
    assert "医保和养老" in phrases_of("医保和养老，试点")


@pytest.mark.parametrize("about", ["养老", "直接结算", "医保"])
def test_phrases_about_a_word_are_those_that_hold_it(about):
    text = "异地就医直接结算试点，养老服务和养老保险意见，医保养老试点"
    tokens = list(CUTTER.cut(text))
    every = list(find_phrases(tokens, text, TERMS, {}))
    mine = list(find_phrases(tokens, text, TERMS, {}, about={about}))
    assert mine == [one for one in every if about in one.terms]
    assert 0 < len(mine) < len(every)


def test_neighbours_are_told():
    tokens = list(Cutter().cut("推进养老服务改革"))
    [found] = [
        p for p in find_phrases(tokens, "推进养老服务改革", TERMS, {}) if p.text == "养老服务"
    ]
    assert (found.before, found.after) == ("推进", "改革")
