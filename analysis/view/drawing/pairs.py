"""Bars from a middle line: each name stands across the line from its bar, where nothing else is.

So neither a telephone nor a long name takes room from the bars. ``charts`` hands the dictionaries
to plotly, ``prints`` the parts to paper.
"""

from collections.abc import Sequence
from math import ceil
from typing import Any

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import LIGHT, Ink
from analysis.view.drawing.margins import (
    BAR,
    LINE,
    SIZE,
    SMALL,
    place_head,
    quote_markup,
    write_head,
    write_hover,
)
from analysis.view.drawing.marks import Mark
from analysis.view.drawing.scale import MIDDLE, span_scale
from analysis.view.drawing.sheet import (
    LEFT,
    RIGHT,
    RISE,
    TEXT,
    Box,
    Part,
    Stroke,
    Words,
    join_parts,
)
from analysis.view.drawing.sheet import SMALL as TINY

_STEP, _APART = BAR + 6, 7
"""Pixels down from bar to bar, and across from the middle line to a name."""

_BAR, _ROW = 13.0, 18.0
"""The same in points on paper."""


def place_pairs(figure: Figure, marks: Sequence[Mark], ink: Ink) -> dict[str, Any]:
    """Return margins, height, axes and words around bars from a middle line."""
    head, down = write_head(figure, marks), _STEP * len(marks)
    side = ceil(SIZE * max(measure_text(mark.note or mark.text) for mark in marks)) + 10
    top = LINE * len(head) + 12
    ticks = span_scale(figure).ticks
    return {
        "height": top + down + LINE + 8,
        "margin": {"l": side, "r": side, "t": top, "b": LINE + 8},
        "xaxis": {
            "fixedrange": True,
            "range": [0, 1],
            "showgrid": True,
            "gridcolor": ink.line,
            "tickfont": {"size": SMALL},
            "tickvals": [place for place, _ in ticks],
            "ticktext": [text for _, text in ticks],
        },
        "yaxis": {"fixedrange": True, "range": [down, 0], "showticklabels": False},
        "shapes": [_draw_middle(ink)],
        "annotations": [
            place_head(head, ink, left=side, top=top),
            *(_name_row(mark, place) for place, mark in enumerate(marks)),
        ],
    }


def trace_pairs(
    figure: Figure, marks: Sequence[Mark], group: Sequence[Mark], ink: Ink
) -> dict[str, Any]:
    """Return the bars of one side, the ``group`` among all ``marks``."""
    rows = {mark.key: row for row, mark in enumerate(marks)}
    return {
        "type": "bar",
        "orientation": "h",
        "name": quote_markup(group[0].series),
        "y": [(rows[mark.key] + 0.5) * _STEP for mark in group],
        "x": [-mark.length if _is_left(mark) else mark.length for mark in group],
        "base": MIDDLE,
        "width": BAR,
        "customdata": [[mark.key, mark.series, mark.value] for mark in group],
        "marker": {"color": [mark.fill for mark in group], "line": {"width": 0}},
        "text": [quote_markup(mark.note or mark.text) for mark in group],
        "textposition": "outside",
        "outsidetextfont": {"size": SMALL, "color": ink.muted},
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "hovertext": [write_hover(figure, mark) for mark in group],
        "hoverinfo": "text",
    }


def _draw_middle(ink: Ink) -> dict[str, Any]:
    line = {"color": ink.muted, "width": 1}
    return {
        "type": "line",
        "x0": MIDDLE,
        "x1": MIDDLE,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": line,
    }


def _is_left(mark: Mark) -> bool:
    return mark.start < MIDDLE


def _name_row(mark: Mark, row: int) -> dict[str, Any]:
    return {
        "text": quote_markup(mark.category),
        "showarrow": False,
        "borderpad": 0,
        "x": MIDDLE,
        "xanchor": "left" if _is_left(mark) else "right",
        "xshift": _APART if _is_left(mark) else -_APART,
        "y": (row + 0.5) * _STEP,
        "yanchor": "middle",
        "font": {"size": SIZE},
    }


def print_pairs(figure: Figure, marks: Sequence[Mark], top: float) -> Part:
    """Return bars, names, notes and the axis on paper, from ``top`` down."""
    room = TINY * max(measure_text(mark.note or mark.text) for mark in marks) + 8
    left, width = LEFT + room, RIGHT - LEFT - 2 * room
    foot = top + _ROW * len(marks)
    rows = [_print_row(mark, top + row * _ROW, (left, width)) for row, mark in enumerate(marks)]
    lines, words = [], []
    for place, text in span_scale(figure).ticks:
        x, colour = left + place * width, LIGHT.muted if place == MIDDLE else LIGHT.line
        lines.append(Stroke(((x, top - 3), (x, foot)), 0.6, colour))
        words.append(Words(text, x, foot + 6 + TINY, TINY, LIGHT.muted, "center"))
    axis = Part(foot, words=tuple(words), strokes=tuple(lines))
    return join_parts([axis, *rows], foot + 2 * TINY + 2)


def _print_row(mark: Mark, top: float, plot: tuple[float, float]) -> Part:
    left, width = plot
    x, length, line = left + mark.start * width, mark.length * width, top + _BAR / 2
    middle, text = left + MIDDLE * width, mark.note or mark.text
    box = Box(x, top, length, _BAR, mark.fill)
    low, high = line + RISE * TEXT, line + RISE * TINY
    if _is_left(mark):
        name = Words(mark.category, middle + _APART, low, TEXT)
        note = Words(text, x - 4, high, TINY, LIGHT.muted, "right")
    else:
        name = Words(mark.category, middle - _APART, low, TEXT, align="right")
        note = Words(text, x + length + 4, high, TINY, LIGHT.muted)
    return Part(top, (box,), (name, note))
