"""Trees of plain numbers answer as they were learnt."""

import pytest

from analysis.press.cuts.trees import Forest, read_forest

STUMP = (0, 1.5, -1.0, 1.0)


def test_a_row_goes_left_at_the_threshold():
    forest = Forest(0.0, (STUMP,))
    assert forest.rate([1.5]) < 0.5 < forest.rate([1.6])


def test_leaves_add_up_with_the_base():
    assert read_forest({"base": 1.0, "trees": [list(STUMP), -1.0]}).rate([0.0]) == pytest.approx(
        0.2689, abs=1e-4
    )


def test_extreme_sums_stay_probabilities():
    assert 0.0 < Forest(-1e9, ()).rate([]) < Forest(1e9, ()).rate([]) <= 1.0
