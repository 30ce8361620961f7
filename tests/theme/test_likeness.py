"""The cosine is the same for dense and sparse rows, even, and at most one."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.theme.likeness import measure_likeness

ROWS = arrays(np.float64, (4, 5), elements=st.integers(0, 9).map(float))


@given(ROWS)
def test_dense_and_sparse_agree(rows):
    for at in range(4):
        dense = measure_likeness(rows, at)
        assert dense == pytest.approx(measure_likeness(sp.csr_array(rows), at))
        assert ((dense >= 0) & (dense <= 1)).all()


@given(ROWS)
def test_each_is_as_like_the_other(rows):
    found = np.array([measure_likeness(rows, at) for at in range(4)])
    assert np.allclose(found, found.T)
