"""Relevance: by weight at one end, by what is its own at the other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.theme.relevance import measure_relevance

WEIGHTS = arrays(np.float64, 8, elements=st.integers(1, 1000).map(float), unique=True)


def share(weights):
    return weights / weights.sum()


@given(WEIGHTS, WEIGHTS)
def test_at_one_the_order_is_that_of_the_weights(own, rest):
    own, overall = share(own), share(share(own) + share(rest))
    found = measure_relevance(own, overall, 1.0)
    assert found.argsort().tolist() == own.argsort().tolist()


@given(WEIGHTS, WEIGHTS)
def test_at_zero_the_order_is_that_of_the_lift(own, rest):
    own, overall = share(own), share(share(own) + share(rest))
    found = np.exp(measure_relevance(own, overall, 0.0))
    assert np.allclose(found, own / overall)


@given(WEIGHTS, st.floats(0, 1))
def test_a_term_that_stands_nowhere_else_passes_one_as_heavy(own, weight):
    own = share(own)
    overall = own.copy()
    overall[0], twin = overall[0] / 2, own.copy()
    twin[1] = own[0]
    overall[1] = own[0]
    found = measure_relevance(twin, overall, weight)
    assert found[0] >= found[1]


def test_what_the_topic_lacks_comes_last():
    found = measure_relevance(np.array([0.0, 1.0]), np.array([0.5, 0.5]), 0.6)
    assert found[0] == -np.inf
