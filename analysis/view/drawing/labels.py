"""Names beside points, the largest first, each where it covers nothing; the rest go without."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.view.drawing.fonts import measure_text

_GAP = 2.0
"""Between the edge of a point and its name."""

SIDES = ("right", "left", "above", "below")

Corners = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle."""


class Room(NamedTuple):
    """How wide and how tall a map is."""

    width: float
    height: float


class Label(NamedTuple):
    """A name, which point it belongs to, the middle of its text, and at which side it stands."""

    text: str
    point: int
    x: float
    y: float
    side: str


def place_labels(
    names: Sequence[str],
    places: NDArray[np.float64],
    radii: NDArray[np.float64],
    *,
    room: Room,
    size: float,
) -> tuple[Label, ...]:
    """Return the names that have room beside their points, in letters of ``size``.

    ``places`` is (n, 2), from the top left corner; ``radii`` (n,).
    """
    taken = np.hstack([places - radii[:, np.newaxis], places + radii[:, np.newaxis]])
    found = []
    for point in np.argsort(-radii, kind="stable").tolist():
        for label, corners in _try_sides(names[point], point, places, radii, size):
            if _is_free(corners, np.delete(taken, point, axis=0), room):
                found.append(label)
                taken = np.vstack([taken, corners])
                break
    return tuple(found)


def _try_sides(
    name: str,
    point: int,
    places: NDArray[np.float64],
    radii: NDArray[np.float64],
    size: float,
) -> Iterator[tuple[Label, Corners]]:
    (x, y), far = places[point].tolist(), float(radii[point]) + _GAP
    wide, tall = size * measure_text(name) / 2, 0.6 * size
    middles = (x + far + wide, y), (x - far - wide, y), (x, y - far - tall), (x, y + far + tall)
    for side, (across, down) in zip(SIDES, middles, strict=True):
        corners = (across - wide, down - tall, across + wide, down + tall)
        yield Label(name, point, across, down, side), corners


def _is_free(corners: Corners, taken: NDArray[np.float64], room: Room) -> bool:
    left, top, right, bottom = corners
    if left < 0 or top < 0 or right > room.width or bottom > room.height:
        return False
    apart = (
        (taken[:, 0] >= right)
        | (taken[:, 2] <= left)
        | (taken[:, 1] >= bottom)
        | (taken[:, 3] <= top)
    )
    return bool(apart.all())
