"""What stands around the marks on the screen: names of rows and columns, the line over the plot.

All in pixels that fit a telephone and a desk alike, for nobody knows here how wide the screen is.
The result is plain dictionaries; ``charts`` hands them to plotly.
"""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil
from typing import Any

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import break_text, measure_text
from analysis.view.drawing.look import Ink
from analysis.view.drawing.marks import (
    Mark,
    break_names,
    labels_above,
    list_fills,
    list_rows,
    list_series,
)
from analysis.view.drawing.plane import span_plane, thin_steps

SIZE, SMALL, LINE = 14, 12, 18
"""Pixels: text, small text, a line of small text."""

NARROW = 324
"""Pixels across that every screen gives a chart: what a telephone of 390 leaves within a frame."""

BESIDE = 8
"""The widest label, in em, that stands beside its bar on a telephone."""

_NEAR_END = 0.95
"""How far to the right a name stands that reaches over the end of its plane."""

_FULL = 1 + 1e-6
"""The end of the axis: shares that add up to a hair over 1 would lose their last label."""

BAR, CELL, _GAP, _TALL = 20, 36, 16, 170
"""Pixels down: a bar, a cell of a heat map, the space between bars, the plane of lines."""


def quote_markup(text: str) -> str:
    """Return ``text`` so that plotly shows it as it is: it reads <b>, <a> and &amp; as markup."""
    return escape(text, quote=False)


def write_hover(figure: Figure, mark: Mark) -> str:
    """Return what a mark says when it is pointed at: name, unit and value, its note.

    What a map's points are as large as stands over it; of a point there is only its note to say.
    """
    value = "" if figure.kind == "points" else f"{figure.value_label} {mark.text}"
    lines = (mark.name, value, mark.note)
    return "<br>".join(quote_markup(line) for line in lines if line)


def place_rows(figure: Figure, marks: Sequence[Mark]) -> dict[str, float]:
    """Return where the marks of each row have their middle, in pixels from the top of the plot."""
    rows, middles, foot = list_rows(marks), {}, 0.0
    mark, gap = (CELL, 2) if figure.kind == "heat" else (BAR, _GAP)
    for key, label in rows.items():
        top = foot + (LINE * len(break_label(label)) + 4 if labels_above(rows, BESIDE) else 0)
        middles[key], foot = top + mark / 2, top + mark + gap
    return middles


def place_words(
    figure: Figure, marks: Sequence[Mark], middles: Mapping[str, float], ink: Ink
) -> dict[str, Any]:
    """Return margins, height, axes and words around the marks: pixels that fit every width."""
    rows, head = list_rows(marks), write_head(figure, marks)
    above, mark = labels_above(rows, BESIDE), CELL if figure.kind == "heat" else BAR
    left = 0 if above else ceil(SIZE * max(measure_text(label) for label in rows.values())) + 12
    right = ceil(SIZE * max(measure_text(mark.text) for mark in marks)) + 12
    columns, tall = _name_columns(figure, marks, left)
    top = LINE * len(head) + tall + 12
    down = max(middles.values()) + mark / 2
    labels = [place_label(label, middles[key] - mark / 2 - 3) for key, label in rows.items()]
    return {
        "height": ceil(top + down),
        "margin": {"l": left, "r": right if figure.kind == "bars" else 0, "t": top, "b": 0},
        "xaxis": {"fixedrange": True, "range": [0, _FULL], **columns},
        "yaxis": {
            "fixedrange": True,
            "range": [down, 0],
            "showticklabels": not above,
            "tickvals": list(middles.values()),
            "ticktext": [quote_markup(label) for label in rows.values()],
            "ticklabelstandoff": 8,
        },
        "annotations": [place_head(head, ink, left=left, top=top), *(labels if above else [])],
    }


def place_axes(figure: Figure, marks: Sequence[Mark], ink: Ink) -> dict[str, Any]:
    """Return margins, height, axes and words around lines: round numbers left, categories below."""
    plane, head = span_plane(figure), write_head(figure, marks)
    left = ceil(SMALL * max(measure_text(text) for _, text in plane.ticks)) + 10
    top = LINE * len(head) + 16
    steps = thin_steps(plane.steps, (NARROW - left) / SMALL)
    axis = {"fixedrange": True, "tickfont": {"size": SMALL}, "zeroline": False}
    return {
        "height": top + _TALL + LINE + 8,
        "margin": {"l": left, "r": leave_right(steps), "t": top, "b": LINE + 8},
        "xaxis": {
            **axis,
            # Half a dot on both sides, that the first and the last are whole.
            "range": [-0.02, 1.02],
            "tickvals": [place for place, _ in steps],
            "ticktext": [quote_markup(name) for _, name in steps],
        },
        "yaxis": {
            **axis,
            "range": [-0.03, 1.03],
            "showgrid": True,
            "gridcolor": ink.line,
            "tickvals": [place for place, _ in plane.ticks],
            "ticktext": [quote_markup(text) for _, text in plane.ticks],
            "ticklabelstandoff": 4,
        },
        "annotations": [place_head(head, ink, left=left, top=top)],
    }


def leave_right(steps: Sequence[tuple[float, str]]) -> int:
    """Return the pixels right of a plane that half of its last name takes: else it is left out."""
    last, name = steps[-1]
    return max(14, ceil(SMALL * measure_text(name) / 2) if last > _NEAR_END else 0)


def write_head(figure: Figure, marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return the lines over the plot: the value label, then the legend where series have colours.

    The legend is text, for plotly's own keeps its entries in columns and moves the plot.
    """
    lines = [quote_markup(line) for line in break_text(figure.value_label, NARROW / SMALL)]
    if figure.kind in ("bars", "heat", "panels") or not figure.series:
        return tuple(lines)
    entries, across = "", 0.0
    for name, fill in list_fills(marks).items():
        width = SMALL * measure_text(f"■ {name}　")
        if entries and across + width > NARROW:
            lines, entries, across = [*lines, entries], "", 0.0
        entries += f'<span style="color:{fill}">■</span> {quote_markup(name)}　'
        across += width
    return (*lines, entries)


def place_head(lines: Sequence[str], ink: Ink, *, left: int, top: int) -> dict[str, Any]:
    """Return the lines over the plot, flush with the chart's left edge."""
    return {
        "text": "<br>".join(lines),
        "showarrow": False,
        "align": "left",
        "borderpad": 0,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -left,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "yshift": top,
        "font": {"size": SMALL, "color": ink.muted},
    }


def place_label(label: str, foot: float) -> dict[str, Any]:
    """Return a row's label above its bar, flush with it."""
    return {
        "text": "<br>".join(quote_markup(line) for line in break_label(label)),
        "showarrow": False,
        "align": "left",
        "borderpad": 0,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": foot,
        "yref": "y",
        "yanchor": "bottom",
        "font": {"size": SIZE - 1},
    }


def _name_columns(figure: Figure, marks: Sequence[Mark], left: int) -> tuple[dict[str, Any], int]:
    """Return the horizontal axis and the pixels that the names over its columns take."""
    if figure.kind != "heat":
        return {"showticklabels": False}, 0
    names = list_series(marks)
    broken = break_names(names, (NARROW - left) / len(names) / SMALL)
    lines = broken or [[name] for name in names]
    tall = LINE * max(map(len, broken)) if broken else SMALL * max(map(measure_text, names)) + 8
    axis = {
        "side": "top",
        "tickangle": 0 if broken else -90,
        "tickfont": {"size": SMALL},
        "tickvals": [(place + 0.5) / len(names) for place in range(len(names))],
        "ticktext": ["<br>".join(quote_markup(line) for line in name) for name in lines],
    }
    return axis, ceil(tall)


def break_label(label: str) -> tuple[str, ...]:
    """Return a label above its bar, whole on a telephone up to 24 Chinese characters."""
    return break_text(label, NARROW / (SIZE - 1))
