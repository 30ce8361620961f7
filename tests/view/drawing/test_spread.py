"""Points keep their distances in any room, and their areas are as their values."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.view.drawing.figures import CROWD, Figure
from analysis.view.drawing.spread import FINE, spread_points


def make_map(places, values):
    across, up = np.asarray(places, dtype=float).T
    names = [f"点{number}" for number in range(len(across))]
    frame = pd.DataFrame({"name": names, "n": values, "across": across, "up": up, "theme": "工会"})
    return Figure(
        name="map",
        title="地图",
        kind="points",
        frame=frame,
        category="name",
        value="n",
        series="theme",
        across="across",
        up="up",
        value_format="count",
        value_label="一点一篇",
    )


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 99), st.sampled_from([322, 500]))
def test_distances_hold_on_both_axes(seed, width):
    places = np.random.default_rng(seed).normal(0, [0.2, 0.1], (12, 2))
    spread = spread_points(make_map(places, range(1, 13)), width)
    apart, drawn = (np.linalg.norm(one[1:] - one[:-1], axis=1) for one in (places, spread.places))
    assert np.allclose(drawn / drawn.max(), apart / apart.max())
    assert (spread.places >= 0).all()
    assert (spread.places <= [spread.room.width, spread.room.height]).all()


def test_points_that_are_one_lie_in_the_middle():
    spread = spread_points(make_map([(0, 0)] * 3, [1, 2, 3]), 322)
    assert spread.places == pytest.approx(np.full((3, 2), [161, spread.room.height / 2]))


def test_areas_are_as_the_values():
    places = np.random.default_rng(0).normal(size=(30, 2))
    values = np.random.default_rng(0).integers(1, 90, 30)
    spread = spread_points(make_map(places, values), 322)
    large = spread.radii > spread.radii.min()
    areas = spread.radii[large] ** 2 / values[large]
    assert np.allclose(areas, areas[0])


@pytest.mark.parametrize("n", [CROWD + 1, FINE + 1])
def test_in_a_crowd_all_are_equally_small(n):
    places = np.random.default_rng(0).normal(size=(n, 2))
    few = spread_points(make_map(places[:CROWD], range(1, CROWD + 1)), 322)
    crowd = spread_points(make_map(places, range(1, n + 1)), 322)
    assert len(set(crowd.radii)) == 1
    assert crowd.radii[0] < few.radii.min()
