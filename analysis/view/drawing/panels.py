"""Strips under each other, a series in each, all of one scale: what as lines would tangle.

Each strip has its name above it, a band around its line where the figure gives one, and a gap where
a value is missing. ``charts`` hands the dictionaries to plotly, ``prints`` the parts to paper.
"""

from collections.abc import Sequence
from math import ceil, isnan
from typing import Any

import numpy as np

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import LIGHT, Ink, mix_colours
from analysis.view.drawing.margins import (
    LINE,
    NARROW,
    SMALL,
    place_head,
    place_label,
    quote_markup,
    write_head,
    write_hover,
)
from analysis.view.drawing.marks import Mark, list_series
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

_TALL, _APART, _DOT = 58, 14, 6
"""Pixels: a strip, what is left under it, a dot across."""

_HIGH, _BETWEEN, _RADIUS = 40.0, 8.0, 1.7
"""The same in points on paper; a dot from its middle."""

_BAND = 0.78
"""How much paper is in a band: enough that line and grid stand out from it."""


def _list_heights(plane: Plane) -> tuple[tuple[float, str], ...]:
    """Return the first and the last tick: a strip has no room for more."""
    return plane.ticks[0], plane.ticks[-1]


def place_panels(figure: Figure, marks: Sequence[Mark], ink: Ink) -> dict[str, Any]:
    """Return margins, height, axes and words around the strips."""
    plane, head, names = span_plane(figure), write_head(figure, marks), list_series(marks)
    left = ceil(SMALL * max(measure_text(text) for _, text in _list_heights(plane))) + 10
    top, step = LINE * len(head) + 8, LINE + 4 + _TALL + _APART
    foot = step * len(names) - _APART
    axis = {"fixedrange": True, "tickfont": {"size": SMALL}, "zeroline": False}
    steps = thin_steps(plane.steps, (NARROW - left - 20) / SMALL)
    ticks = [
        (_lift(at, rise), text) for at in range(len(names)) for rise, text in _list_heights(plane)
    ]
    labels = [place_label(name, _lift(at, 1) - 3) for at, name in enumerate(names)]
    return {
        "height": top + foot + LINE + 10,
        "margin": {"l": left, "r": 14, "t": top, "b": LINE + 10},
        "hovermode": "closest",
        "xaxis": {
            **axis,
            "range": [-0.01, 1.01],
            "tickvals": [place for place, _ in steps],
            "ticktext": [quote_markup(name) for _, name in steps],
        },
        "yaxis": {
            **axis,
            "range": [foot + 4, 0],
            "showgrid": True,
            "gridcolor": ink.line,
            "tickvals": [place for place, _ in ticks],
            "ticktext": [quote_markup(text) for _, text in ticks],
            "ticklabelstandoff": 4,
        },
        "annotations": [place_head(head, ink, left=left, top=top), *labels],
    }


def _lift(at: int, rise: float) -> float:
    """Return how far down a value of strip ``at`` lies, in pixels from the top of the plot."""
    return at * (LINE + 4 + _TALL + _APART) + LINE + 4 + (1 - rise) * _TALL


def trace_panel(
    figure: Figure, group: Sequence[Mark], at: int, ink: Ink
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the band and the line of strip ``at``; the band is empty where there is none."""
    fill = group[0].fill
    corners: list[tuple[float | None, float | None]] = []
    for run in split_bands(figure, group):
        corners += [(x, _lift(at, rise)) for x, rise in outline_band(run)]
        corners.append((None, None))
    band = {
        "type": "scatter",
        "mode": "none",
        "x": [x for x, _ in corners],
        "y": [y for _, y in corners],
        "fill": "toself",
        "fillcolor": mix_colours(fill, ink.paper, _BAND),
        "hoverinfo": "skip",
    }
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": quote_markup(group[0].series),
        "x": [mark.start for mark in group],
        "y": [None if isnan(mark.value) else _lift(at, mark.rise) for mark in group],
        "customdata": [[mark.key, mark.series, _as_number(mark.value)] for mark in group],
        "connectgaps": False,
        "line": {"color": fill, "width": 1.5},
        "marker": {
            "color": [ink.paper if mark.faint else fill for mark in group],
            "size": _DOT,
            "line": {"color": fill, "width": 1.5},
        },
        "cliponaxis": False,
        "hovertext": [write_hover(figure, mark) for mark in group],
        "hoverinfo": "text",
    }
    return band, line


def _as_number(value: float) -> float | None:
    return None if isnan(value) else value


def print_panels(figure: Figure, marks: Sequence[Mark], top: float) -> Part:
    """Return the strips on paper, from ``top`` down."""
    plane = span_plane(figure)
    left = LEFT + TINY * max(measure_text(text) for _, text in _list_heights(plane)) + 8
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
    words = [Words(group[0].series, left, top + RISE * TEXT + 0.5 * TEXT, TEXT)]
    grid = []
    for rise, text in _list_heights(plane):
        y = foot - rise * _HIGH
        grid.append(Stroke(((left, y), (RIGHT, y)), 0.6, LIGHT.line))
        words.append(Words(text, left - 5, y + RISE * TINY, TINY, LIGHT.muted, "right"))

    def find(across: float, rise: float) -> Point:
        return left + 4 + across * width, foot - rise * _HIGH

    runs = list(split_runs(group))
    band = mix_colours(fill, LIGHT.paper, _BAND)
    areas = [
        Area(tuple(find(*corner) for corner in outline_band(run)), band)
        for run in split_bands(figure, group)
    ]
    strokes = [
        Stroke(tuple(find(m.start, m.rise) for m in run), 1.2, fill) for run in runs if len(run) > 1
    ]
    drawn = [mark for run in runs for mark in run]
    dots = [
        Dots(
            np.array([find(mark.start, mark.rise) for mark in some]),
            np.full(len(some), _RADIUS),
            LIGHT.paper if faint else fill,
            fill,
            0.8,
        )
        for faint in (False, True)
        if (some := [mark for mark in drawn if mark.faint == faint])
    ]
    return Part(foot, (), tuple(words), (*grid, *strokes), tuple(areas), tuple(dots))
