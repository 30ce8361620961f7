"""A map of points: both axes of one scale, names beside the points while there is room for them.

``charts`` hands the dictionaries to plotly, ``prints`` the parts to paper. Twenty thousand points
are drawn as arrays, a series at a time, and never one by one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.view.drawing.figures import CROWD, Figure
from analysis.view.drawing.labels import Label, place_labels
from analysis.view.drawing.look import LIGHT, Ink
from analysis.view.drawing.margins import (
    LINE,
    NARROW,
    SMALL,
    place_head,
    quote_markup,
    write_head,
    write_hover,
)
from analysis.view.drawing.marks import Mark, place_marks
from analysis.view.drawing.sheet import LEFT, RIGHT, RISE, Dots, Part, Words
from analysis.view.drawing.sheet import SMALL as TINY
from analysis.view.drawing.spread import FINE, Spread, spread_points

_HOVERED = 5_000
"""More points than this bear no words: these would be most of a megabyte."""

_SHORT = 20
"""Characters of a name that are shown."""


def mark_series(figure: Figure, ink: Ink) -> tuple[Mark, ...]:
    """Return one mark a series, for legend and colours; all the points would take too long.

    They stand in the order of the colours, whatever is drawn first.
    """
    first = figure.frame.drop_duplicates(figure.series or figure.category)
    order = {name: place for place, name in enumerate(figure.colours)}
    marks = place_marks(figure, ink, frame=first)
    return tuple(sorted(marks, key=lambda mark: order.get(_name(mark), len(order))))


def _group_rows(figure: Figure) -> dict[str, NDArray[np.int64]]:
    """Return the rows of each series, in the frame's order."""
    series = figure.frame[figure.series or figure.category].astype(str).to_numpy()
    return {name: np.flatnonzero(series == name) for name in dict.fromkeys(series.tolist())}


def _label_points(figure: Figure, spread: Spread, size: float) -> tuple[Label, ...]:
    if len(figure.frame) > CROWD:
        return ()
    names = [shorten(name) for name in figure.frame[figure.category].astype(str)]
    return place_labels(names, spread.places, spread.radii, room=spread.room, size=size)


def shorten(name: str) -> str:
    """Return the first characters of a name, and a mark where there are more.

    Examples
    --------
    >>> shorten("推动产业工人队伍建设改革走深走实的若干措施")
    '推动产业工人队伍建设改革走深走实的若干…'
    """
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}…"


def draw_points(
    figure: Figure, marks: Sequence[Mark], ink: Ink
) -> tuple[Sequence[Any], Mapping[str, Any]]:
    """Return the traces of a map, and the layout around them; ``marks`` are one a series."""
    spread, named = spread_points(figure, NARROW), {_name(mark): mark for mark in marks}
    hovers = _write_hovers(figure)
    traces = [
        _trace_series(figure, named[name], spread, rows)
        | (_say_hovers(hovers, rows) if hovers else {"hoverinfo": "name"})
        for name, rows in _group_rows(figure).items()
    ]
    labels = _label_points(figure, spread, SMALL)
    return [*traces, *map(_trace_label, labels)], _place_map(figure, marks, spread, ink)


def _name(mark: Mark) -> str:
    return mark.series or mark.category


def _trace_series(
    figure: Figure, mark: Mark, spread: Spread, rows: NDArray[np.int64]
) -> dict[str, Any]:
    """Return the points of one series, without what they say when they are pointed at."""
    n_points, keys = len(figure.frame), figure.frame[figure.key or figure.category]
    trace: dict[str, Any] = {
        "type": "scatter" if n_points <= FINE else "scattergl",
        "mode": "markers",
        "name": quote_markup(mark.series),
        # Tenths of a pixel, in two bytes each.
        "x": spread.places[rows, 0].round(1).astype(np.float32),
        "y": spread.places[rows, 1].round(1).astype(np.float32),
        "marker": {
            "color": mark.fill,
            "size": 2 * spread.radii[rows],
            "line": {"width": 0},
            "opacity": 0.9,
        },
        "customdata": keys.iloc[rows].astype(str).tolist(),
    }
    if n_points > CROWD:
        trace["marker"] |= {"size": 2 * float(spread.radii[0]), "opacity": 0.7}
    return trace


def _write_hovers(figure: Figure) -> list[str]:
    """Return what each point says when it is pointed at; nothing where there are too many."""
    if len(figure.frame) > _HOVERED:
        return []
    if len(figure.frame) > CROWD:
        return [quote_markup(shorten(name)) for name in figure.frame[figure.category].astype(str)]
    return [write_hover(figure, mark) for mark in place_marks(figure, LIGHT)]


def _say_hovers(hovers: Sequence[str], rows: NDArray[np.int64]) -> dict[str, Any]:
    return {"hoverinfo": "text", "hovertext": [hovers[row] for row in rows]}


def _trace_label(label: Label) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [label.x],
        "y": [label.y],
        "text": [quote_markup(label.text)],
        "textposition": "middle center",
        "textfont": {"size": SMALL},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _place_map(
    figure: Figure, marks: Sequence[Mark], spread: Spread, ink: Ink
) -> Mapping[str, Any]:
    head = write_head(figure, marks)
    top = LINE * len(head) + 8
    axis = {"fixedrange": True, "showticklabels": False, "showgrid": False, "zeroline": False}
    return {
        "height": top + spread.room.height + 4,
        "margin": {"l": 0, "r": 0, "t": top, "b": 4},
        "hovermode": "closest",
        "xaxis": {**axis, "range": [0, spread.room.width], "constrain": "range"},
        # Where the screen is wider the map keeps its scale and gets more room at its sides.
        "yaxis": {**axis, "range": [spread.room.height, 0], "scaleanchor": "x"},
        "annotations": [place_head(head, ink, left=0, top=top)],
    }


def print_points(figure: Figure, marks: Sequence[Mark], top: float) -> Part:
    """Return the map on paper, from ``top`` down."""
    spread = spread_points(figure, RIGHT - LEFT)
    places = spread.places + np.array([LEFT, top])
    radii = spread.radii * (0.4 if len(figure.frame) > CROWD else 0.8)
    fills = {_name(mark): mark.fill for mark in marks}
    dots = [
        # An edge would eat up a grain.
        Dots(places[rows], radii[rows], fills[name], LIGHT.paper, 0.2 * (len(places) <= CROWD))
        for name, rows in _group_rows(figure).items()
    ]
    labels = _label_points(figure, spread, TINY)
    words = [
        Words(one.text, one.x + LEFT, one.y + top + RISE * TINY, TINY, align="center")
        for one in labels
    ]
    return Part(top + spread.room.height, (), tuple(words), dots=tuple(dots))
