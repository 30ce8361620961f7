"""Strips under each other, a series in each, all of one scale: what as lines would tangle.

Each strip has its name above it, a band around its line where the figure gives one, and a gap where
a value is missing. ``charts`` hands the dictionaries to plotly; ``strips`` puts the same on paper.
"""

from collections.abc import Sequence
from math import ceil, isnan
from typing import Any

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import Ink, mix_colours
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
from analysis.view.drawing.runs import outline_band, split_bands

_TALL, _APART, _DOT = 58, 14, 6
"""Pixels: a strip, what is left under it, a dot across."""

BAND = 0.78
"""How much paper is in a band: enough that line and grid stand out from it."""


def list_heights(plane: Plane) -> tuple[tuple[float, str], ...]:
    """Return the first and the last tick: a strip has no room for more."""
    return plane.ticks[0], plane.ticks[-1]


def place_panels(figure: Figure, marks: Sequence[Mark], ink: Ink) -> dict[str, Any]:
    """Return margins, height, axes and words around the strips."""
    plane, head, names = span_plane(figure), write_head(figure, marks), list_series(marks)
    left = ceil(SMALL * max(measure_text(text) for _, text in list_heights(plane))) + 10
    top, step = LINE * len(head) + 8, LINE + 4 + _TALL + _APART
    foot = step * len(names) - _APART
    labels = [place_label(name, _lift(at, 1) - 3) for at, name in enumerate(names)]
    return {
        "height": top + foot + LINE + 10,
        "margin": {"l": left, "r": 14, "t": top, "b": LINE + 10},
        "hovermode": "closest",
        "xaxis": {
            **_write_axis(thin_steps(plane.steps, (NARROW - left - 20) / SMALL)),
            "range": [-0.01, 1.01],
        },
        "yaxis": {
            **_write_axis(
                [
                    (_lift(at, rise), text)
                    for at in range(len(names))
                    for rise, text in list_heights(plane)
                ]
            ),
            "range": [foot + 4, 0],
            "showgrid": True,
            "gridcolor": ink.line,
            "ticklabelstandoff": 4,
        },
        "annotations": [place_head(head, ink, left=left, top=top), *labels],
    }


def _write_axis(ticks: Sequence[tuple[float, str]]) -> dict[str, Any]:
    """Return an axis that bears these words and cannot be moved."""
    return {
        "fixedrange": True,
        "tickfont": {"size": SMALL},
        "zeroline": False,
        "tickvals": [place for place, _ in ticks],
        "ticktext": [quote_markup(text) for _, text in ticks],
    }


def _lift(at: int, rise: float) -> float:
    """Return how far down a value of strip ``at`` lies, in pixels from the top of the plot."""
    return at * (LINE + 4 + _TALL + _APART) + LINE + 4 + (1 - rise) * _TALL


def trace_panel(
    figure: Figure, group: Sequence[Mark], at: int, ink: Ink
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the band and the line of strip ``at``; the band is empty where there is none."""
    return _trace_band(figure, group, at, ink), _trace_line(figure, group, at, ink)


def _trace_band(figure: Figure, group: Sequence[Mark], at: int, ink: Ink) -> dict[str, Any]:
    corners: list[tuple[float | None, float | None]] = []
    for run in split_bands(figure, group):
        corners += [(x, _lift(at, rise)) for x, rise in outline_band(run)]
        corners.append((None, None))
    return {
        "type": "scatter",
        "mode": "none",
        "x": [x for x, _ in corners],
        "y": [y for _, y in corners],
        "fill": "toself",
        "fillcolor": mix_colours(group[0].fill, ink.paper, BAND),
        "hoverinfo": "skip",
    }


def _trace_line(figure: Figure, group: Sequence[Mark], at: int, ink: Ink) -> dict[str, Any]:
    fill = group[0].fill
    return {
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


def _as_number(value: float) -> float | None:
    return None if isnan(value) else value
