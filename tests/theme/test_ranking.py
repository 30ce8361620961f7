"""The highest of many numbers: as a full sort has them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.ranking import rank_highest


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 35))
def test_the_highest_come_as_a_stable_sort_has_them(values, most):
    values = np.array(values, dtype=np.float64)
    places = np.flatnonzero(values > 0)
    order = np.argsort(-values, kind="stable")
    expected = order[values[order] > 0][:most]
    assert rank_highest(values, places, most=most).tolist() == expected.tolist()
