"""A result is given again for the same rows, and worked out anew for any other."""

import numpy as np

from analysis.view.measuring.remembering import FEW, remember_selection


def make(asked):
    """Return a function that notes what it is asked, and counts rows."""

    @remember_selection(FEW)
    def count(_catalogue, rows, extra=0):
        asked.append(extra)
        return int(rows.sum()) + extra

    return count


def lock(rows):
    rows.flags.writeable = False
    return rows


def test_the_same_rows_are_worked_out_once(catalogue):
    asked, rows = [], lock(np.ones(6, dtype=bool))
    count = make(asked)
    assert (count(catalogue, rows), count(catalogue, rows)) == (6, 6)
    assert count(catalogue, rows, 1) == 7
    assert asked == [0, 1]


def test_equal_rows_that_are_another_array_are_worked_out_anew(catalogue):
    asked = []
    count = make(asked)
    for _ in range(2):
        count(catalogue, lock(np.ones(6, dtype=bool)))
    assert len(asked) == 2


def test_rows_that_may_change_are_never_remembered(catalogue):
    rows = np.ones(6, dtype=bool)
    count = make([])
    assert count(catalogue, rows) == 6
    rows[0] = False
    assert count(catalogue, rows) == 5


def test_only_the_last_results_are_kept(catalogue):
    asked, rows = [], lock(np.ones(6, dtype=bool))
    count = make(asked)
    for extra in (*range(FEW + 1), 0):
        count(catalogue, rows, extra)
    assert asked == [*range(FEW + 1), 0]
