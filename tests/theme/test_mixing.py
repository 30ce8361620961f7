"""Rows are placed among topics, each as if it were alone."""

import numpy as np
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import nnls

from analysis.theme.mixing import place_rows, share_rows
from analysis.theme.topics import scale_components


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


def test_no_width_of_a_block_moves_a_digit():
    generator = np.random.default_rng(3)
    components = scale_components(generator.random((17, 60)) ** 4)
    table = generator.random((500, 60)) * (generator.random((500, 60)) < 0.2)
    rows = sp.csr_array(table)
    together = place_rows(rows, components)
    shares = share_rows(rows, together, components)
    for size in (1, 7, 64, 333):
        blocks = [sp.csr_array(rows[start : start + size]) for start in range(0, 500, size)]
        mixes = [place_rows(block, components) for block in blocks]
        np.testing.assert_array_equal(np.vstack(mixes), together)
        parts = [share_rows(b, mix, components) for b, mix in zip(blocks, mixes, strict=True)]
        np.testing.assert_array_equal(np.vstack(parts), shares)


def test_the_mix_is_the_nearest_there_is():
    generator = np.random.default_rng(5)
    components = scale_components(generator.random((6, 30)))
    table = generator.random((40, 30))
    found = place_rows(sp.csr_array(table), components)
    best = np.array([nnls(components.T, row)[0] for row in table])
    np.testing.assert_allclose(found, best, atol=1e-9)
