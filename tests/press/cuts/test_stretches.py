"""The stretches chosen tile the page, and every possible stretch is described alike."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.press.blocks import read_blocks
from analysis.press.cuts.crowns import count_crowns, describe_crowns
from analysis.press.cuts.rounds import Rated
from analysis.press.cuts.signals import read_signals
from analysis.press.cuts.stretches import (
    choose_stretches,
    describe_stretches,
    find_bounds,
    weigh_gaps,
)

HEADLINES = ["茉莉花茶远销海外", "冰雪赛场昨日开赛", "荒山披上绿装", "数字博物馆上线"]
BODIES = [
    "茉莉花茶产业园今年投产，带动农户增收，产品远销海外市场。",
    "昨日，冰雪赛场迎来首批选手，滑雪比赛如期开赛，观众反响热烈。",
]


def rate(texts, *, cuts, heads):
    signals = read_signals(read_blocks("\n\n".join(texts)))
    return Rated(signals, cuts, heads, (0.2, 0.1, 0.7))


@given(st.integers(1, 8).flatmap(lambda count: st.tuples(st.just(count), st.randoms())))
def test_what_is_chosen_tiles_the_page(drawn):
    count, rng = drawn
    rates = {
        (first, after): rng.random()
        for first in range(count)
        for after in range(first + 1, count + 1)
    }
    chosen = choose_stretches(rates, count)
    assert chosen[0][0] == 0
    assert chosen[-1][1] == count
    assert all(one[1] == two[0] for one, two in pairwise(chosen))


def test_gaps_that_are_no_cuts_bound_no_stretch():
    rated = rate([*BODIES, *BODIES], cuts=[1.0, 0.0, 0.9, 0.0], heads=[0.0] * 4)
    assert find_bounds(rated) == [0, 2, 4]
    assert set(describe_stretches(rated)) == {(0, 2), (0, 4), (2, 4)}


def test_all_stretches_are_described_by_as_many_numbers():
    texts = [*HEADLINES, *BODIES]
    rated = rate(texts, cuts=[0.5] * len(texts), heads=[0.9] * 4 + [0.1] * 2)
    rows = describe_stretches(rated)
    assert len({len(row) for row in rows.values()}) == 1


def test_two_bodies_that_take_up_two_headlines_are_told_apart():
    rated = rate([*HEADLINES, *BODIES], cuts=[0.5] * 6, heads=[0.9] * 4 + [0.1] * 2)
    crowns = count_crowns(rated.signals, rated.heads)
    halves_differ = describe_crowns(crowns, range(4, 6), 5)[2]
    assert halves_differ > 0.5
    assert describe_crowns(crowns, range(4, 5), 4)[2] == 0.0


def test_headlines_beside_their_bodies_do_not_stand_apart():
    rated = rate([HEADLINES[0], BODIES[0]], cuts=[1.0, 0.0], heads=[0.9, 0.1])
    assert count_crowns(rated.signals, rated.heads).sizes == ()


def test_on_a_small_page_a_sure_gap_is_cut_whatever_its_stretches_promise():
    rates = {(0, 1): 0.3, (1, 2): 0.3, (0, 2): 0.6}
    small = rate(BODIES, cuts=[1.0, 0.99], heads=[0.0] * 2)
    assert choose_stretches(rates, 2) == [(0, 2)]
    assert choose_stretches(weigh_gaps(rates, small), 2) == [(0, 1), (1, 2)]


def test_on_a_large_page_the_stretches_decide():
    large = rate(BODIES * 5, cuts=[1.0] + [0.95] * 9, heads=[0.0] * 10)
    assert weigh_gaps({(0, 10): 0.6}, large) == {(0, 10): 0.6}
