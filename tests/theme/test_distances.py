"""Distances of topics: a metric by words, a cosine by articles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.spatial.distance import jensenshannon

from analysis.theme.distances import measure_distances, measure_sharing

WEIGHTS = arrays(np.float64, (4, 6), elements=st.floats(0, 9).map(lambda one: round(one, 3)))


@given(WEIGHTS)
def test_the_distance_is_a_metric(weights):
    found = measure_distances(weights)
    assert np.array_equal(found, found.T)
    assert not np.diag(found).any()
    assert found.min() >= 0
    assert found.max() <= 1
    # From each to each by way of any third.
    assert (found[:, None, :] <= found[:, :, None] + found.T[None] + 1e-7).all()


def test_the_distance_is_that_of_scipy():
    weights = np.random.default_rng(0).random((3, 8))
    expected = jensenshannon(weights[0], weights[2], base=2)
    assert measure_distances(weights)[0, 2] == pytest.approx(expected)


def test_a_topic_without_words_lies_far_from_all():
    found = measure_distances(np.array([[1.0, 0.0], [0.0, 0.0], [0.0, 0.0]]))
    assert found[~np.eye(3, dtype=bool)].tolist() == [1.0] * 6


@given(WEIGHTS)
def test_sharing_is_even_and_between_none_and_all(shares):
    found = measure_sharing(shares)
    assert np.allclose(found, found.T)
    assert found.min() >= 0
    assert found.max() <= 1


def test_topics_of_different_articles_share_none():
    found = measure_sharing(np.array([[1.0, 0.0], [0.0, 1.0]]))
    assert found[0, 1] == 0
