"""A sheet of paper: words and boxes at exact places.

Unit of all places is the point (1/72 inch), from the top left corner. ``painting`` makes a file of
it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from analysis.view.drawing.fonts import break_text
from analysis.view.drawing.look import LIGHT

WIDTH, LEFT, RIGHT = 560.0, 30.0, 530.0
"""Points across: the sheet (7.8 inches, a page of A4 less its margins) and what is written on."""

TITLE, TEXT, SMALL = 15.0, 10.0, 8.5
"""Sizes of letters, in points."""

RISE = 0.36
"""How far under the middle of a line its base line lies, in em."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; ``x`` is its begin, middle or end as ``align`` says, ``y`` its base line."""

    text: str
    x: float
    y: float
    size: float
    colour: str = LIGHT.text
    align: Literal["left", "center", "right"] = "left"
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; ``x`` and ``y`` are its top left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points (x, y)."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with corners (x, y)."""

    corners: tuple[tuple[float, float], ...]
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """Round dots of one look around points, (n, 2); ``radii`` (n,), ``line`` is their edge."""

    points: NDArray[np.float64]
    radii: NDArray[np.float64]
    fill: str
    line: str
    thick: float = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sheet and where it ends, so that the next one can begin there."""

    bottom: float
    boxes: tuple[Box, ...] = ()
    words: tuple[Words, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    dots: tuple[Dots, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper: areas, strokes, boxes, dots, words over each other.

    ``title`` is the file's, ``paper`` the colour under all.
    """

    title: str
    height: float
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    dots: tuple[Dots, ...] = ()
    paper: str = LIGHT.paper


def join_parts(parts: Iterable[Part], bottom: float) -> Part:
    """Return the parts as one that ends at ``bottom``."""
    pieces = tuple(parts)
    boxes = tuple(box for part in pieces for box in part.boxes)
    words = tuple(words for part in pieces for words in part.words)
    strokes = tuple(stroke for part in pieces for stroke in part.strokes)
    areas = tuple(area for part in pieces for area in part.areas)
    dots = tuple(some for part in pieces for some in part.dots)
    return Part(bottom, boxes, words, strokes, areas, dots)


def place_lines(text: str, top: float, size: float, colour: str = LIGHT.text) -> Part:
    """Return ``text`` over the whole width from ``top`` down, in as many lines as it needs.

    An opening mark has its ink in the right half of its square: it hangs into the margin, so that
    the line begins flush.
    """
    step = 1.45 * size
    lines = break_text(text, (RIGHT - LEFT) / size)
    words = tuple(
        Words(line, LEFT - hang * size, top + (place + 0.5) * step + RISE * size, size, colour)
        for place, line in enumerate(lines)
        for hang in [0.5 if line[0] in "“‘（《「『【〔" else 0]
    )
    return Part(top + step * len(lines), words=words)
