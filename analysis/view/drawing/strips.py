"""Strips under each other on paper, as ``panels`` has them on the screen."""

from collections.abc import Callable, Sequence

import numpy as np

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import LIGHT, mix_colours
from analysis.view.drawing.marks import Mark, list_series
from analysis.view.drawing.panels import BAND, list_heights
from analysis.view.drawing.plane import Plane, span_plane, thin_steps
from analysis.view.drawing.runs import Point, outline_band, split_bands, split_runs
from analysis.view.drawing.sheet import (
    LEFT,
    RIGHT,
    RISE,
    TEXT,
    Area,
    Dots,
    Part,
    Stroke,
    Words,
    join_parts,
)
from analysis.view.drawing.sheet import SMALL as TINY

_HIGH, _BETWEEN, _RADIUS = 40.0, 8.0, 1.7
"""Points: a strip, what is left under it, a dot from its middle."""

_Find = Callable[[float, float], Point]
"""Where on the sheet lies what is so far to the right and so high, 0-1."""


def print_panels(figure: Figure, marks: Sequence[Mark], top: float) -> Part:
    """Return the strips on paper, from ``top`` down."""
    plane = span_plane(figure)
    left = LEFT + TINY * max(measure_text(text) for _, text in list_heights(plane)) + 8
    parts, y = [], top
    for name in list_series(marks):
        group = [mark for mark in marks if mark.series == name]
        parts.append(_print_strip(figure, group, plane, (left, y)))
        y = parts[-1].bottom + _BETWEEN
    foot, width = y - _BETWEEN, RIGHT - left - 8
    steps = (
        Words(name, left + 4 + place * width, foot + 8 + TINY, TINY, LIGHT.muted, "center")
        for place, name in thin_steps(plane.steps, width / TINY)
    )
    return join_parts([*parts, Part(foot, words=tuple(steps))], foot + 2 * TINY + 4)


def _print_strip(
    figure: Figure, group: Sequence[Mark], plane: Plane, corner: tuple[float, float]
) -> Part:
    """Return one strip: its name, its scale, its band, its line, its dots."""
    (left, top), fill = corner, group[0].fill
    head = top + 1.45 * TEXT
    foot, width = head + _HIGH, RIGHT - left - 8

    def find(across: float, rise: float) -> Point:
        return left + 4 + across * width, foot - rise * _HIGH

    name = Words(group[0].series, left, top + RISE * TEXT + 0.5 * TEXT, TEXT)
    band = mix_colours(fill, LIGHT.paper, BAND)
    areas = tuple(
        Area(tuple(find(*corner) for corner in outline_band(run)), band)
        for run in split_bands(figure, group)
    )
    strokes = tuple(
        Stroke(tuple(find(mark.start, mark.rise) for mark in run), 1.2, fill)
        for run in split_runs(group)
        if len(run) > 1
    )
    scale = _print_scale(plane, left, foot)
    words = (name, *scale.words)
    return Part(foot, (), words, (*scale.strokes, *strokes), areas, _print_dots(group, find))


def _print_scale(plane: Plane, left: float, foot: float) -> Part:
    """Return the lines of a strip's scale and their numbers."""
    heights = [(foot - rise * _HIGH, text) for rise, text in list_heights(plane)]
    grid = (Stroke(((left, y), (RIGHT, y)), 0.6, LIGHT.line) for y, _ in heights)
    words = (
        Words(text, left - 5, y + RISE * TINY, TINY, LIGHT.muted, "right") for y, text in heights
    )
    return Part(foot, words=tuple(words), strokes=tuple(grid))


def _print_dots(group: Sequence[Mark], find: _Find) -> tuple[Dots, ...]:
    """Return the dots of a line; those that rest on too little are hollow."""
    drawn, fill = [mark for run in split_runs(group) for mark in run], group[0].fill
    return tuple(
        Dots(
            np.array([find(mark.start, mark.rise) for mark in some]),
            np.full(len(some), _RADIUS),
            LIGHT.paper if faint else fill,
            fill,
            0.8,
        )
        for faint in (False, True)
        if (some := [mark for mark in drawn if mark.faint == faint])
    )
