"""New words of a domain are found; turns of phrase, names and counts are not."""

import time

import pytest

from analysis.press.inputs import find_inputs
from analysis.resources import SEEDS
from analysis.study.cutting import cut_inputs
from analysis.theme.candidates import find_candidates
from analysis.theme.settings import Words
from analysis.theme.vocabulary import read_words

LISTS = Words(stop=read_words().stop, press=read_words().press)
PLACES = ("甲市", "乙县", "丙区", "丁乡", "戊镇", "己村")
PEOPLE = ("老人", "职工", "居民", "牧民", "学生", "教师")


def terms_of(*patterns, lists=LISTS):
    """Return the candidates of texts that hold each pattern among changing words."""
    texts = [
        "\n".join(pattern.format(place=place, who=who) for pattern in patterns)
        for place, who in zip(PLACES, PEOPLE, strict=True)
    ]
    return [one.term for one in find_candidates(texts, lists)]


@pytest.fixture(scope="module")
def seed_candidates():
    texts = [article.plain for article in cut_inputs(find_inputs([SEEDS])).articles]
    return texts, find_candidates(texts, LISTS)


@pytest.mark.parametrize("term", ["养老服务", "异地就医", "直接结算"])
def test_the_seeds_offer_their_own_words(seed_candidates, term):
    assert term in [one.term for one in seed_candidates[1]][:20]


def test_a_candidate_is_shown_where_it_stands(seed_candidates):
    texts, candidates = seed_candidates
    for one in candidates:
        assert 1 <= len(one.examples) <= 3
        assert all(texts[text][start:end] == one.term for text, start, end in one.examples)
        assert len({text for text, _, _ in one.examples}) == min(one.articles, 3)


def test_a_run_among_changing_words_is_found():
    assert "异地就医" in terms_of("{place}推行异地就医，{who}都说好。", "{who}异地就医{place}办。")


@pytest.mark.parametrize(
    "pattern",
    [
        "{who}的工作，{place}的工作。",
        "{place}召开会议，{who}召开会议。",
        "{place}张建国，{who}张建国说。",
        "{place}有5人死亡，{who}中3人死亡。",
        "{place}国务院副总理，{who}国务院副总理说。",
        "{place}强烈谴责，{who}强烈谴责此事。",
        "{place}数据显示，{who}的数据显示，{place}好。",
    ],
)
def test_what_only_looks_like_a_word_is_left_out(pattern):
    assert terms_of(pattern) == []


def test_a_piece_of_a_longer_word_is_left_out():
    found = terms_of("{place}办理跨省异地就医，{who}说跨省异地就医好。")
    assert "跨省异地就医" in found
    assert "跨省异地" not in found


def test_what_is_printed_again_word_for_word_counts_once():
    sentence = "推行异地就医办理"
    texts = [f"{sentence}。{place}好。" for place in PLACES]
    assert find_candidates(texts, LISTS) == ()


@pytest.mark.parametrize("lists", [{"user": ("异地就医",)}, {"stop": ("异地就医",)}])
def test_a_listed_word_is_no_candidate(lists):
    patterns = ("{place}推行异地就医，{who}都说好。", "{who}异地就医{place}办。")
    assert "异地就医" not in terms_of(*patterns, lists=Words(**lists))


@pytest.mark.parametrize("texts", [[], [""], ["。"], ["甲"]])
def test_nothing_offers_nothing(texts):
    assert find_candidates(texts, LISTS) == ()


def test_the_order_of_the_texts_does_not_matter(seed_candidates):
    texts, candidates = seed_candidates
    again = find_candidates(texts[::-1], LISTS)
    assert [(one.term, one.count) for one in again] == [(one.term, one.count) for one in candidates]


def test_it_is_done_while_one_waits(seed_candidates):
    since = time.perf_counter()
    find_candidates(seed_candidates[0], LISTS)
    assert time.perf_counter() - since < 10


def test_a_run_that_hardly_stands_alone_gives_way_to_the_longer_one():
    alone = "{place}办理异地就医，{who}的异地就医。"
    inside = "{place}跨省异地就医好，{who}有跨省异地就医证，{place}看跨省异地就医。"
    assert {"异地就医", "跨省异地就医"} & set(terms_of(inside, inside.replace("好", "妙"))) == {
        "跨省异地就医"
    }
    assert "异地就医" in terms_of(inside, alone)
