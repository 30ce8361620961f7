"""Topics: how many, how they are fitted, how rows are placed among them."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.errors import TooFewWords
from analysis.theme.settings import Settings
from analysis.theme.topics import (
    choose_count,
    fit_components,
    place_rows,
    scale_components,
    share_rows,
)

BLOCKS = sp.csr_array(np.kron(np.eye(3), np.ones((4, 2))))


def test_too_many_topics_are_refused_with_what_would_do():
    with pytest.raises(TooFewWords, match="at most 5"):
        choose_count(Settings(topics=6), n_rows=5, n_terms=90)


@pytest.mark.parametrize(("n_rows", "count"), [(1, 1), (3, 2), (100, 10), (75_806, 40)])
def test_the_rule_follows_the_size(n_rows, count):
    assert choose_count(Settings(), n_rows=n_rows, n_terms=9_000) == count


def test_blocks_come_back_as_topics():
    components = scale_components(fit_components(BLOCKS, 3, seed=0))
    found = {tuple(np.flatnonzero(row > 0.1)) for row in components}
    assert found == {(0, 1), (2, 3), (4, 5)}


def test_many_rows_go_by_batches_and_find_the_same():
    many = sp.csr_array(sp.vstack([BLOCKS] * 1_700))
    components = scale_components(fit_components(many, 3, seed=0))
    assert {tuple(np.flatnonzero(row > 0.1)) for row in components} == {(0, 1), (2, 3), (4, 5)}


def test_repeated_rows_give_no_dead_topic():
    components = scale_components(fit_components(sp.csr_array(np.ones((6, 4))), 4, seed=0))
    assert np.isfinite(components).all()
    assert components.any(axis=1).all()


@settings(max_examples=60, deadline=None)
@given(arrays(np.float64, (5, 6), elements=st.floats(0, 1)))
def test_a_row_alone_is_placed_as_among_others(table):
    components = scale_components(np.vstack([np.eye(3, 6), np.ones((1, 6))]))
    together = place_rows(sp.csr_array(table), components)
    alone = np.vstack([place_rows(sp.csr_array(table[[row]]), components) for row in range(5)])
    np.testing.assert_allclose(together, alone, atol=1e-11)


@settings(max_examples=60, deadline=None)
@given(arrays(np.float64, (4, 6), elements=st.one_of(st.just(0.0), st.floats(1e-3, 1))))
def test_shares_sum_to_one_or_nothing(table):
    components = scale_components(np.vstack([np.eye(3, 6), np.ones((1, 6))]))
    rows = sp.csr_array(table)
    shares = share_rows(rows, place_rows(rows, components), components)
    np.testing.assert_allclose(shares.sum(axis=1), table.any(axis=1), atol=1e-12)
    assert (shares >= 0).all()


def test_a_row_of_one_topic_is_all_its():
    components = scale_components(np.eye(2, 4))
    rows = sp.csr_array(np.array([[5.0, 0, 0, 0]]))
    np.testing.assert_allclose(share_rows(rows, place_rows(rows, components), components), [[1, 0]])


def test_what_an_iteration_leaves_is_no_weight():
    scaled = scale_components(np.array([[3.0, 4.0, 1e-290], [0.0, 0.0, 0.0]]))
    assert scaled.tolist() == [[0.6, 0.8, 0.0]]
