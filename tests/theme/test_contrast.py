"""Log-odds with a prior: the two sides mirror each other, rare words do not lead."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from analysis.theme.contrast import SURE, contrast_counts, rank_terms

COUNTS = hnp.arrays(np.int64, 6, elements=st.integers(0, 500))


@given(COUNTS, COUNTS, COUNTS)
def test_swapping_the_sides_turns_every_sign(first, second, others):
    background = first + second + others
    there = contrast_counts(first, second, background)
    back = contrast_counts(second, first, background)
    np.testing.assert_allclose(there.scores, -back.scores, atol=1e-9)
    np.testing.assert_allclose(there.log_odds, -back.log_odds, atol=1e-9)


@given(COUNTS, COUNTS)
def test_alike_sides_differ_in_nothing(counts, others):
    found = contrast_counts(counts, counts, 2 * counts + others)
    np.testing.assert_allclose(found.scores, 0, atol=1e-9)


@given(COUNTS, COUNTS, COUNTS)
def test_every_number_is_finite(first, second, others):
    found = contrast_counts(first, second, first + second + others)
    assert np.isfinite(found.scores).all()


@given(st.integers(1, 200), st.integers(1, 200))
def test_more_of_a_word_is_a_higher_score(count, more):
    other, background = np.array([50, 1000]), np.array([500, 9500])
    few = contrast_counts(np.array([count, 1000]), other, background)
    many = contrast_counts(np.array([count + more, 1000]), other, background)
    assert many.scores[0] > few.scores[0]


def test_a_word_said_once_does_not_lead_one_said_often():
    first, second = np.array([1, 60, 900]), np.array([0, 20, 900])
    found = contrast_counts(first, second, first + second)
    assert found.scores[1] > SURE
    assert found.scores[0] < SURE


def test_a_word_that_a_side_lacks_is_told_apart():
    first, second = np.array([30, 970]), np.array([0, 1000])
    assert contrast_counts(first, second, first + second).scores[0] > SURE


@pytest.mark.parametrize("side", [0, 1])
def test_an_empty_side_says_nothing(side):
    counts = [np.array([3, 5]), np.array([3, 5])]
    counts[side] = np.zeros(2, dtype=np.int64)
    assert not contrast_counts(*counts, np.array([3, 5])).scores.any()


def test_a_word_of_one_article_marks_no_side():
    scores = np.array([9.0, 3.0, 5.0, 1.0])
    columns = rank_terms(scores, np.array([1, 2, 3, 9]), most=10)
    assert columns.tolist() == [2, 1]
