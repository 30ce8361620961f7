"""Dots with their intervals: one row a category, in it one line a series under the other.

``charts`` hands the dictionaries to plotly, ``prints`` the parts to paper.
"""

from collections.abc import Mapping, Sequence
from math import ceil, isnan
from typing import Any, NamedTuple

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import LIGHT, Ink
from analysis.view.drawing.margins import (
    BESIDE,
    LINE,
    SIZE,
    SMALL,
    break_label,
    place_head,
    place_label,
    quote_markup,
    write_head,
    write_hover,
)
from analysis.view.drawing.marks import Mark, labels_above, list_rows
from analysis.view.drawing.scale import Scale, span_scale
from analysis.view.drawing.sheet import LEFT, RIGHT, RISE, TEXT, Box, Part, Stroke, Words
from analysis.view.drawing.sheet import SMALL as TINY

_STEP, _APART, _DOT, _THICK = 18, 14, 10, 4
"""Pixels: from dot to dot in a row, between rows, a dot across, an interval's thickness."""

_PAD = "\N{NO-BREAK SPACE}" * 2
_DOWN, _BETWEEN, _MARK, _THIN = 13.0, 9.0, 6.0, 2.5
"""The same in points on paper."""


class Rows(NamedTuple):
    """How far down each dot and the head of each row lie, and where the last row ends."""

    dots: Mapping[tuple[str, str], float]
    heads: Mapping[str, float]
    foot: float


def place_dots(marks: Sequence[Mark], *, step: float, apart: float, above: float) -> Rows:
    """Return where the dots of each row lie: under each other, rows ``apart`` from each other.

    ``above`` is the room that each row's label takes over its dots.
    """
    dots: dict[tuple[str, str], float] = {}
    heads: dict[str, float] = {}
    foot = 0.0
    for key in list_rows(marks):
        row = [mark for mark in marks if mark.key == key]
        heads[key] = top = foot + above
        dots |= {(key, mark.series): top + (place + 0.5) * step for place, mark in enumerate(row)}
        foot = top + len(row) * step + apart
    return Rows(dots, heads, foot - apart / 2)


def place_ranges(figure: Figure, marks: Sequence[Mark], ink: Ink) -> dict[str, Any]:
    """Return margins, height, axes and words around dots with intervals."""
    names, head, scale = list_rows(marks), write_head(figure, marks), span_scale(figure)
    above = labels_above(names, BESIDE)
    rows = _stack_rows(marks)
    left = 14 if above else ceil(SIZE * max(map(measure_text, names.values()))) + 14
    right = ceil(SMALL * max(measure_text(mark.text) for mark in marks)) + 12
    top = LINE * len(head) + 12
    labels = [place_label(name, rows.heads[key] - 1) for key, name in names.items()]
    return {
        "height": ceil(top + rows.foot + LINE + 8),
        "margin": {"l": left, "r": right, "t": top, "b": LINE + 8},
        "xaxis": {
            "fixedrange": True,
            "range": [-0.01, 1.01],
            "showgrid": True,
            "gridcolor": ink.line,
            "tickfont": {"size": SMALL},
            "tickvals": [place for place, _ in scale.ticks],
            "ticktext": [quote_markup(text) for _, text in scale.ticks],
        },
        "yaxis": {**_name_rows(rows, names), "showticklabels": not above},
        "shapes": [_draw_nought(scale, ink)],
        "annotations": [place_head(head, ink, left=left, top=top), *(labels if above else [])],
    }


def _name_rows(rows: Rows, names: Mapping[str, str]) -> dict[str, Any]:
    """Return the axis downwards, which bears the name of each row."""
    return {
        "fixedrange": True,
        "range": [rows.foot, 0],
        "tickvals": [_find_middle(rows, key) for key in names],
        "ticktext": [quote_markup(name) for name in names.values()],
        "ticklabelstandoff": 8,
    }


def trace_ranges(
    figure: Figure, marks: Sequence[Mark], group: Sequence[Mark], ink: Ink
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the intervals and the dots of one series, the ``group`` among all ``marks``."""
    rows = _stack_rows(marks)
    shared = {
        "name": quote_markup(group[0].series),
        "y": [rows.dots[mark.key, mark.series] for mark in group],
        "customdata": [[mark.key, mark.series, mark.value] for mark in group],
        "cliponaxis": False,
        "hovertext": [write_hover(figure, mark) for mark in group],
        "hoverinfo": "text",
    }
    return {**shared, **_trace_spans(group, ink)}, {**shared, **_trace_dots(group, ink)}


def _trace_spans(group: Sequence[Mark], ink: Ink) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [_end_span(mark)[0] for mark in group],
        "x": [high - low for low, high in map(_end_span, group)],
        "width": _THICK,
        "marker": {"color": [mark.fill for mark in group], "line": {"width": 0}},
        # The number stands clear of the dot, which is wider than a narrow interval.
        "text": [_PAD + quote_markup(mark.text) for mark in group],
        "textposition": "outside",
        "outsidetextfont": {"size": SMALL, "color": ink.text},
        "textangle": 0,
        "constraintext": "none",
    }


def _trace_dots(group: Sequence[Mark], ink: Ink) -> dict[str, Any]:
    fills = [mark.fill for mark in group]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.start for mark in group],
        "marker": {"color": fills, "size": _DOT, "line": {"color": ink.paper, "width": 1}},
    }


def _end_span(mark: Mark) -> tuple[float, float]:
    """Return the ends of a mark's interval: both at the dot, without width, where none is known."""
    return (mark.start, mark.start) if isnan(mark.low) else (mark.low, mark.high)


def _stack_rows(marks: Sequence[Mark]) -> Rows:
    names = list_rows(marks)
    lines = max(len(break_label(name)) for name in names.values())
    above = LINE * lines + 2 if labels_above(names, BESIDE) else 0
    return place_dots(marks, step=_STEP, apart=_APART, above=above)


def _find_middle(rows: Rows, key: str) -> float:
    places = [place for (row, _), place in rows.dots.items() if row == key]
    return (places[0] + places[-1]) / 2


def _draw_nought(scale: Scale, ink: Ink) -> dict[str, Any]:
    """Return the line at 0, which an interval that leaves it open lies across."""
    line, place = {"color": ink.muted, "width": 1}, scale.place(0.0)
    ends = {"x0": place, "x1": place, "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "line", "layer": "below", "line": line, **ends}


def print_ranges(figure: Figure, marks: Sequence[Mark], top: float) -> Part:
    """Return rows, dots, intervals and the axis on paper, from ``top`` down."""
    names, scale = list_rows(marks), span_scale(figure)
    rows = place_dots(marks, step=_DOWN, apart=_BETWEEN, above=0)
    left = LEFT + 14 + TEXT * max(map(measure_text, names.values()))
    width = RIGHT - left - TINY * max(measure_text(mark.text) for mark in marks) - 10
    foot = top + rows.foot
    lines, words = [], []
    for place, text in scale.ticks:
        x, colour = left + place * width, LIGHT.muted if place == scale.place(0) else LIGHT.line
        lines.append(Stroke(((x, top - 3), (x, foot)), 0.6, colour))
        words.append(Words(text, x, foot + 6 + TINY, TINY, LIGHT.muted, "center"))
    for key, name in names.items():
        y = top + _find_middle(rows, key) + RISE * TEXT
        words.append(Words(name, left - 12, y, TEXT, align="right"))
    boxes = []
    for mark in marks:
        y = top + rows.dots[mark.key, mark.series]
        ends = _end_span(mark)
        low, middle, high = (left + one * width for one in (ends[0], mark.start, ends[1]))
        if high > low:
            boxes.append(Box(low, y - _THIN / 2, high - low, _THIN, mark.fill))
        boxes.append(Box(middle - _MARK / 2, y - _MARK / 2, _MARK, _MARK, mark.fill))
        words.append(Words(mark.text, high + 6, y + RISE * TINY, TINY))
    return Part(foot + 2 * TINY + 2, tuple(boxes), tuple(words), tuple(lines))
