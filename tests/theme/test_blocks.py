"""Matrices in blocks: views, columns put behind, no second copy."""

import tracemalloc

import numpy as np
import pytest
import scipy.sparse as sp

from analysis.theme.blocks import append_columns, iterate_blocks, view_rows
from analysis.theme.quality import measure_coherence, measure_explained
from analysis.theme.settings import Settings
from analysis.theme.themes import guide_rows, widen_themes

ROWS = sp.csr_array(np.array([[0.0, 2.0, 1.0], [0.0, 0.0, 0.0], [3.0, 0.0, 0.5]]))


@pytest.fixture(scope="module")
def large():
    """Return 30,000 rows of 40 entries in single precision: ten megabytes."""
    generator = np.random.default_rng(0)
    indices = generator.integers(0, 2_000, (30_000, 40), dtype=np.int32)
    indices.sort(axis=1)
    data = generator.random(indices.size, dtype=np.float32)
    indptr = np.arange(0, indices.size + 1, 40, dtype=np.int32)
    return sp.csr_array((data, indices.ravel(), indptr), shape=(30_000, 2_000))


def peak_of(work):
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def size_of(rows):
    return rows.data.nbytes + rows.indices.nbytes + rows.indptr.nbytes


def test_blocks_are_all_rows_in_their_order():
    blocks = [block.toarray() for _, block in iterate_blocks(ROWS, 2)]
    np.testing.assert_array_equal(np.vstack(blocks), ROWS.toarray())


def test_double_precision_is_viewed_and_not_copied():
    block = view_rows(ROWS, slice(0, 2))
    assert np.shares_memory(block.data, ROWS.data)
    assert np.shares_memory(block.indices, ROWS.indices)


def test_columns_stand_behind_the_others(large):
    more = np.array([[1.0, 0.0], [0.5, 2.0], [0.0, 3.0]])
    joined = append_columns(ROWS, more)
    np.testing.assert_array_equal(joined.toarray(), np.hstack([ROWS.toarray(), more]))
    wide = append_columns(large, np.ones((30_000, 3)))
    assert wide.has_sorted_indices
    assert (wide.dtype, wide.indices.dtype) == (np.float32, np.int32)


def test_columns_are_put_behind_without_a_third_matrix(large):
    more = np.ones((30_000, 3), dtype=np.float32)
    grown = size_of(large) + more.nbytes + more.size * 4
    assert peak_of(lambda: append_columns(large, more)) < 1.2 * grown


@pytest.mark.parametrize("name", ["widen", "guide", "coherence", "explained"])
def test_what_is_measured_over_all_rows_needs_no_second_matrix(large, name):
    vectors, mix = np.ones((2, 2_000)), np.ones((30_000, 2))
    work = {
        "widen": lambda: widen_themes([[("a",), ("b", "c")]], large, {"a": 0, "b": 5, "c": 9}),
        "guide": lambda: guide_rows(large, vectors, Settings()),
        "coherence": lambda: measure_coherence(np.arange(20).reshape(2, 10), large),
        "explained": lambda: measure_explained(large, mix, vectors),
    }
    assert peak_of(work[name]) < 0.6 * size_of(large)
