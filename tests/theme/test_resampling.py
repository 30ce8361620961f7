"""Resampled means: the same seed gives the same, intervals hold the mean and what is true."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from analysis.theme.resampling import RESAMPLES, resample_means, shuffle_gaps, span_means

SHARES = hnp.arrays(np.float64, st.tuples(st.integers(5, 40), st.just(3)), elements=st.floats(0, 1))


@given(SHARES, st.integers(0, 9))
@settings(max_examples=40)
def test_an_interval_holds_the_mean_and_lies_among_the_values(shares, seed):
    mean = shares.mean(axis=0)
    low, high = span_means(resample_means(shares, seed=(seed,)), mean)
    assert (low <= mean).all()
    assert (mean <= high).all()
    assert (low >= shares.min(axis=0) - 1e-9).all()
    assert (high <= shares.max(axis=0) + 1e-9).all()


def test_the_same_seed_gives_the_same_means_and_another_others():
    shares = np.random.default_rng(1).random((30, 2))
    first = resample_means(shares, seed=(7, 0))
    assert np.array_equal(first, resample_means(shares, seed=(7, 0)))
    assert not np.array_equal(first, resample_means(shares, seed=(7, 1)))
    assert first.shape == (RESAMPLES, 2)


def test_more_articles_are_surer():
    shares = np.random.default_rng(1).random((900, 1))
    widths = []
    for size in (20, 900):
        part = shares[:size]
        low, high = span_means(resample_means(part, seed=(0,)), part.mean(axis=0))
        widths.append(high - low)
    assert widths[1] < widths[0] / 3


def test_drawing_and_the_standard_error_agree_where_they_meet():
    shares = np.random.default_rng(3).beta(0.3, 2, size=(1001, 1))
    drawn = span_means(resample_means(shares[:1000], seed=(0,)), shares[:1000].mean(axis=0))
    normal = span_means(resample_means(shares, seed=(0,)), shares.mean(axis=0))
    width = float((drawn[1] - drawn[0])[0])
    assert np.abs(drawn - normal).max() < 0.1 * width


def test_an_interval_holds_the_truth_about_19_times_in_20():
    random, held = np.random.default_rng(5), 0
    for number in range(200):
        shares = random.beta(0.5, 1.5, size=(60, 1))
        low, high = span_means(resample_means(shares, seed=(number,)), shares.mean(axis=0))
        held += bool(low[0] <= 0.25 <= high[0])
    assert 0.89 <= held / 200 <= 0.99


def test_shuffles_part_two_groups_as_often_as_counting_all_deals_says():
    first, second = np.array([[9.0], [8.0], [7.0]]), np.array([[1.0], [2.0], [3.0], [4.0]])
    # Of the 35 ways to take three of seven only this one parts them so far.
    assert shuffle_gaps(first, second, seed=(0,)) == pytest.approx(1 / 35, abs=0.02)
    assert np.array_equal(
        shuffle_gaps(first, second, seed=(3,)), shuffle_gaps(second, first, seed=(3,))
    )


@pytest.mark.parametrize("size", [8, 1_001])
def test_groups_that_are_alike_are_parted_by_chance(size):
    shares = np.random.default_rng(0).random((size, 3))
    assert (shuffle_gaps(shares, shares, seed=(0,)) == 1).all()


@pytest.mark.parametrize("size", [30, 1_500])
def test_beside_a_wider_gap_a_narrow_one_says_less(size):
    random = np.random.default_rng(2)
    first, second = random.random((2, size, 2)) * [1.0, 0.1]
    # Seven standard errors of its own, less than one of the wide one.
    first[:, 1] += 0.27 / np.sqrt(size)
    alone = shuffle_gaps(first[:, 1:], second[:, 1:], seed=(0,))
    assert alone < 0.01
    assert shuffle_gaps(first, second, seed=(0,))[1] > alone
