"""Few links cross the gap between two articles."""

import pytest

from analysis.press.cohesion import count_pairs
from analysis.press.cuts.chains import REACHES, measure_depths, read_chains

BLOCKS = [
    "茉莉花茶产业园今年投产，茉莉种植面积扩大。",
    "产业园带动农户增收，茉莉花茶远销海外。",
    "冰雪赛场昨日开赛，滑雪选手陆续抵达。",
    "滑雪选手完成首轮比赛，冰雪赛场气氛热烈。",
]


@pytest.fixture
def rows():
    return read_chains([count_pairs(text) for text in BLOCKS], [len(text) for text in BLOCKS])


def test_fewest_links_cross_the_gap_between_two_matters(rows):
    shares = [row[len(REACHES) + 1] for row in rows[1:]]
    assert shares[1] == min(shares) == 0.0
    assert shares[0] > 0.0
    assert shares[2] > 0.0


def test_the_gap_between_two_matters_is_a_valley(rows):
    assert max(measure_depths(rows, 2)) > 0.0
    assert max(measure_depths(rows, 1)) <= 0.0


def test_what_a_page_says_again_is_not_fresh(rows):
    assert rows[0][-1] == rows[2][-1] == 1.0
    assert rows[1][-1] < 1.0


def test_links_reach_no_farther_than_they_must():
    far = [count_pairs("茉莉"), {}, count_pairs("茉莉")]
    assert [row[: len(REACHES)] for row in read_chains(far, [2, 100, 2])][1] == (0.0, 1.0, 1.0)
