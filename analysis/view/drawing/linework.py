"""Lines on paper: the plane with its ticks, every dot with its number where there is room."""

from collections.abc import Sequence
from itertools import pairwise

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import LIGHT
from analysis.view.drawing.marks import Mark, list_series
from analysis.view.drawing.plane import span_plane, thin_steps
from analysis.view.drawing.sheet import (
    LEFT,
    RIGHT,
    RISE,
    SMALL,
    Box,
    Part,
    Stroke,
    Words,
    join_parts,
)

_TALL, _DOT = 160.0, 5.0


def print_lines(figure: Figure, marks: Sequence[Mark], top: float) -> Part:
    """Return grid, ticks, lines and dots of a figure of lines, from ``top`` down."""
    plane, head = span_plane(figure), top + 12
    left = LEFT + SMALL * max(measure_text(text) for _, text in plane.ticks) + 10
    foot, width = head + _TALL, RIGHT - left - _DOT
    grid, words = [], []
    for rise, text in plane.ticks:
        y = foot - rise * _TALL
        grid.append(Stroke(((left, y), (RIGHT, y)), 0.6, LIGHT.line))
        words.append(Words(text, left - 6, y + RISE * SMALL, SMALL, LIGHT.muted, "right"))
    for place, name in thin_steps(plane.steps, width / SMALL):
        x = left + _DOT + place * (width - _DOT)
        words.append(Words(name, x, foot + 8 + SMALL, SMALL, LIGHT.muted, "center"))
    corner = (left + _DOT, width - _DOT, foot)
    lines = [
        _place_line([mark for mark in marks if mark.series == name], corner)
        for name in list_series(marks)
    ]
    numbers = _place_numbers(marks, corner) if not figure.series else ()
    ground = Part(foot, (), (*words, *numbers), tuple(grid))
    return join_parts([ground, *lines], foot + 2 * SMALL + 4)


def _find_point(mark: Mark, corner: tuple[float, float, float]) -> tuple[float, float]:
    left, width, foot = corner
    return left + mark.start * width, foot - mark.rise * _TALL


def _place_line(marks: Sequence[Mark], corner: tuple[float, float, float]) -> Part:
    points = tuple(_find_point(mark, corner) for mark in marks)
    dots = (Box(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT, marks[0].fill) for x, y in points)
    strokes = (Stroke(points, 1.6, marks[0].fill),) if len(points) > 1 else ()
    return Part(corner[2], tuple(dots), strokes=strokes)


def _place_numbers(marks: Sequence[Mark], corner: tuple[float, float, float]) -> tuple[Words, ...]:
    """Return the number over each dot, none where two would touch."""
    room = corner[1] * min((b.start - a.start for a, b in pairwise(marks)), default=1.0)
    if SMALL * max(measure_text(mark.text) for mark in marks) + 3 > room:
        return ()
    points = [(*_find_point(mark, corner), mark.text) for mark in marks]
    return tuple(Words(text, x, y - 6, SMALL, align="center") for x, y, text in points)
