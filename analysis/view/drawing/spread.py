"""Where the points of a map lie and how large they are: on the screen and on paper alike."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.view.drawing.figures import CROWD, Figure
from analysis.view.drawing.labels import Room

_LARGEST, _SMALLEST, _SPECK, _GRAIN = 15.0, 4.0, 2.5, 1.5
"""Pixels from its middle: the largest and the smallest of few, each of a crowd, of a throng."""

_TALLEST, _EDGE = 420.0, 22.0
"""Pixels down that a map takes at most; pixels between the outermost middle and the edge."""

FINE = 1_500
"""More points than this are drawn by the graphics card; fewer look sharper without."""


class Spread(NamedTuple):
    """Where points lie in a room: ``places`` (n, 2) and ``radii`` (n,), in pixels or points."""

    places: NDArray[np.float64]
    radii: NDArray[np.float64]
    room: Room


def spread_points(figure: Figure, width: float) -> Spread:
    """Return the points in a room of ``width``: one scale for both axes, so that distances hold."""
    names = [figure.across, figure.up]
    found = figure.frame[names].to_numpy(dtype=np.float64)
    low, high = found.min(axis=0), found.max(axis=0)
    span = np.maximum(high - low, 1e-9)
    inner = np.array([width, _TALLEST]) - 2 * _EDGE
    scale = (inner / span).min()
    tall = span[1] * scale + 2 * _EDGE
    # From the middle, so that a map that its height bounds, or of one place, stands there.
    places = np.array([width, tall]) / 2 + (found - (low + high) / 2) * scale * [1, -1]
    return Spread(places, _size_points(figure), Room(width, float(tall)))


def _size_points(figure: Figure) -> NDArray[np.float64]:
    """Return radii: areas by value, or all alike in a crowd."""
    values = figure.frame[figure.value].to_numpy(dtype=np.float64)
    if len(values) > CROWD:
        return np.full(len(values), _SPECK if len(values) <= FINE else _GRAIN)
    if values.max() == values.min():
        return np.full(len(values), _SMALLEST)
    radii = np.maximum(_LARGEST * np.sqrt(values / values.max()), _SMALLEST)
    return np.asarray(radii, dtype=np.float64)
