"""Runs of words: counted by hand on small rows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.runs import Stream, count_runs


def runs_of(ids, *, least=2, allowed=None, neighbours=None):
    """Return the runs of a row of numbers; 0 is the edge of a sentence."""
    many = max(ids) + 1
    words = tuple(map(str, range(many)))
    allowed = np.arange(many) > 0 if allowed is None else np.array(allowed)
    neighbours = (
        np.where(np.arange(many) > 0, np.arange(many), -1) if neighbours is None else neighbours
    )
    stream = Stream(words, np.array([0, *ids, 0]), np.array([len(ids) + 2]))
    found = {}
    for runs in count_runs(stream, allowed, np.array(neighbours), least=least):
        for number, run in enumerate(runs.members.tolist()):
            found[tuple(run)] = {
                "count": int(runs.counts[number]),
                "left": float(runs.left[number]),
                "right": float(runs.right[number]),
                "cohesion": float(runs.cohesion[number]),
                "places": runs.places[runs.owners == number].tolist(),
            }
    return found


def test_counts_and_places():
    found = runs_of([1, 2, 3, 0, 1, 2, 4])
    assert found.keys() == {(1, 2)}
    assert (found[1, 2]["count"], found[1, 2]["places"]) == (2, [1, 5])


def test_what_may_not_stand_in_a_run_divides():
    assert runs_of([1, 2, 3, 0, 1, 2, 3], allowed=[False, True, False, True]) == {}


def test_two_different_neighbours_give_a_bit():
    found = runs_of([3, 1, 2, 3, 0, 4, 1, 2, 3])
    assert found[1, 2]["left"] == pytest.approx(np.log(2))
    assert found[1, 2]["right"] == pytest.approx(0)


def test_an_edge_is_another_neighbour_each_time():
    found = runs_of([1, 2, 0, 1, 2, 0, 1, 2])
    assert found[1, 2]["left"] == pytest.approx(np.log(3))


def test_words_that_count_as_one_neighbour_give_no_freedom():
    found = runs_of([3, 1, 2, 0, 4, 1, 2], neighbours=[-1, 1, 2, 9, 9])
    assert found[1, 2]["left"] == pytest.approx(0)


def test_words_that_only_meet_each_other_hold_together():
    found = runs_of([1, 2, 3, 0, 1, 2, 4, 0, 3, 4, 4, 3])
    assert found[1, 2]["cohesion"] == pytest.approx(1, abs=0.1)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=60))
def test_counts_are_those_of_a_plain_search(ids):
    if max(ids) == 0:
        return
    row = [0, *ids, 0]
    for run, facts in runs_of(ids).items():
        at = [n for n in range(len(row)) if tuple(row[n : n + len(run)]) == run]
        assert facts["places"] == at
        assert facts["count"] == len(at)
