"""Classical scaling keeps plane distances, is the same each time, and says what it cannot show."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.theme.scaling import scale_distances

PLACES = arrays(np.float64, (6, 2), elements=st.integers(-9, 9).map(float))


def distances_of(places):
    return np.linalg.norm(places[:, None] - places[None], axis=2)


@given(PLACES)
def test_distances_of_a_plane_come_back_whole(places):
    apart = distances_of(places)
    found = scale_distances(apart)
    assert np.allclose(distances_of(found.places), apart, atol=1e-6)
    if apart.any():
        assert found.explained == pytest.approx(1)


@given(PLACES)
def test_the_farthest_place_lies_on_the_positive_side(places):
    found = scale_distances(distances_of(places)).places
    for axis in found.T:
        assert axis[np.abs(axis).argmax()] >= 0


def test_what_lies_across_both_axes_is_missed_and_said():
    # The corners of a body of four equal sides need three axes, each as much as the others.
    found = scale_distances(1.0 - np.eye(4))
    assert found.explained == pytest.approx(2 / 3)
    assert found.places.dtype == np.float64


def test_the_map_is_the_same_each_time():
    apart = distances_of(np.random.default_rng(3).random((12, 5)))
    assert np.array_equal(*(scale_distances(apart).places for _ in range(2)))


def test_places_that_are_one_hold_nothing():
    found = scale_distances(np.zeros((3, 3)))
    assert found.explained == 0
    assert not found.places.any()
