"""A Figure as placed marks: which row, from where to where, in which colour, with which words.

Places are shares of the plot's width, 0-1; pixels and points are the business of who draws.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import pandas as pd

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import break_text, measure_text
from analysis.view.drawing.look import LIGHT, Ink, make_readable, mix_colours
from analysis.view.drawing.plane import PLANES, place_steps, span_plane
from analysis.view.drawing.scale import place_along, span_scale
from analysis.view.drawing.values import format_value


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, segment, cell or dot: its row, its name, its number, its place and its fill.

    ``rise`` is how high a dot of a line lies; all else lies in rows. A dot with an interval starts
    where its value is; ``low`` and ``high`` are the ends of the interval, not numbers where none is
    known. ``note`` are words that stand at the mark instead of its number. ``faint`` is what rests
    on too little. The value is not a number where a line has a gap.
    """

    key: str
    category: str
    series: str
    value: float
    text: str
    start: float
    length: float
    fill: str
    rise: float = 0.0
    low: float = 0.0
    high: float = 0.0
    note: str = ""
    faint: bool = False

    @property
    def name(self) -> str:
        """What the mark stands for, in words; the dot is as wide as a character in our font."""
        return "·".join(part for part in (self.category, self.series) if part)


def place_marks(figure: Figure, ink: Ink, *, frame: pd.DataFrame | None = None) -> tuple[Mark, ...]:
    """Return the marks in drawing order: bars by size, rows and series as the frame has them.

    ``frame`` are rows of the figure's, where not all are wanted.
    """
    frame = _order_frame(figure) if frame is None else frame
    values = frame[figure.value].astype(float)
    # The note of a bar stands at its end, as its number would.
    noted = figure.note and figure.kind != "bars"
    starts, lengths = zip(*_place_values(figure, frame), strict=True)
    lows, highs = zip(*_place_ends(figure, frame), strict=True)
    columns = (
        frame[figure.key or figure.category].astype(str),
        frame[figure.category].astype(str),
        frame[figure.series].astype(str) if figure.series else [""] * len(frame),
        values,
        _write_values(figure, frame),
        starts,
        lengths,
        _fill_values(figure, frame, ink),
        _raise_values(figure, frame),
        lows,
        highs,
        frame[figure.note].astype(str) if noted else [""] * len(frame),
        frame[figure.faint].astype(bool) if figure.faint else [False] * len(frame),
    )
    return tuple(Mark(*row) for row in zip(*columns, strict=True))


def _write_values(figure: Figure, frame: pd.DataFrame) -> list[str]:
    if figure.note and figure.kind == "bars":
        return [str(note) for note in frame[figure.note]]
    values = frame[figure.value].astype(float)
    top = float(values.max())
    return [
        "–" if isnan(value) else format_value(value, figure.value_format, top=top)
        for value in values
    ]


def list_rows(marks: Sequence[Mark]) -> dict[str, str]:
    """Return what each row is called, by its id, top row first."""
    return {mark.key: mark.category for mark in marks}


def list_series(marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return the series from left to right."""
    return tuple(dict.fromkeys(mark.series for mark in marks))


def list_fills(marks: Sequence[Mark]) -> dict[str, str]:
    """Return the colour of each series, for a legend."""
    return {mark.series: mark.fill for mark in marks}


def labels_above(rows: Mapping[str, str], widest: float) -> bool:
    """Return whether row labels stand above their bars: when one is wider than ``widest`` em.

    Above, a label is whole at any width; beside, a long one would leave the bars too little.
    """
    return max(measure_text(label) for label in rows.values()) > widest


def break_names(names: Sequence[str], width: float) -> tuple[tuple[str, ...], ...]:
    """Return column names in lines of at most ``width`` em; nothing when one cannot be broken so.

    Examples
    --------
    >>> break_names(["社会保险", "工会"], 2.2)
    (('社会', '保险'), ('工会',))
    >>> break_names(["Insurance"], 2.2)
    ()
    """
    broken = tuple(break_text(name, width) for name in names)
    widest = max(measure_text(line) for lines in broken for line in lines)
    return broken if widest <= width else ()


def _order_frame(figure: Figure) -> pd.DataFrame:
    frame = figure.frame
    if figure.kind in (*PLANES, "points", "pairs"):
        return frame
    if figure.series is None and figure.kind == "ranges":
        return frame
    if figure.ordered:
        return frame
    if figure.series is None:
        return frame.sort_values(figure.value, ascending=False, kind="stable")
    order = {name: place for place, name in enumerate(frame[figure.series].unique())}
    rows = {name: place for place, name in enumerate(frame[figure.key or figure.category].unique())}
    ranks = frame[figure.key or figure.category].map(rows) * len(order)
    return frame.loc[(ranks + frame[figure.series].map(order)).sort_values().index]


def _place_values(figure: Figure, frame: pd.DataFrame) -> list[tuple[float, float]]:
    """Return start and length of every row of ``frame``, as shares of the plot's width."""
    values = frame[figure.value].astype(float)
    if figure.kind in PLANES:
        return [(place, 0.0) for place in place_steps(frame[figure.across or figure.category])]
    if figure.kind == "points":
        # A map has two scales of its own: ``points`` lays it out.
        return [(0.0, 0.0)] * len(frame)
    if figure.kind == "heat":
        names = list(frame[figure.series].unique())
        return [(names.index(name) / len(names), 1 / len(names)) for name in frame[figure.series]]
    if figure.kind in ("pairs", "ranges"):
        return place_along(figure, frame)
    if figure.kind == "bars":
        return [(0.0, value / (values.max() or 1.0)) for value in values]
    groups = values.groupby(frame[figure.key or figure.category], sort=False)
    # Shares stand as they are, what they leave over stays white; counts fill their row.
    lengths = values if figure.value_format == "percent" else values / groups.transform("sum")
    ends = lengths.groupby(frame[figure.key or figure.category], sort=False).cumsum()
    return list(zip(ends - lengths, lengths, strict=True))


def _place_ends(figure: Figure, frame: pd.DataFrame) -> list[tuple[float, float]]:
    """Return where the interval of each row of ``frame`` ends, as shares of the plot.

    Along its width; upwards where values rise.
    """
    if figure.kind not in (*PLANES, "ranges") or figure.low is None or figure.high is None:
        return [(0.0, 0.0)] * len(frame)
    scale = span_scale(figure) if figure.kind == "ranges" else span_plane(figure)
    ends = zip(frame[figure.low], frame[figure.high], strict=True)
    return [(scale.place(low), scale.place(high)) for low, high in ends]


def _raise_values(figure: Figure, frame: pd.DataFrame) -> list[float]:
    """Return how high each row of ``frame`` lies: 0 but for the dots of lines."""
    if figure.kind not in PLANES:
        return [0.0] * len(frame)
    plane = span_plane(figure)
    return [plane.place(value) for value in frame[figure.value]]


def _fill_values(figure: Figure, frame: pd.DataFrame, ink: Ink) -> list[str]:
    """Return the colour of each mark: that of its theme, in a heat map a shade by value.

    On dark paper a theme keeps its hue and grows lighter where WCAG's 3:1 for graphics asks it.
    """
    if figure.kind == "heat":
        shares = frame[figure.value] / (frame[figure.value].max() or 1.0)
        return [mix_colours(ink.paper, ink.accent, 0.06 + 0.9 * share) for share in shares]
    names = frame[figure.series or figure.category]
    fills = [figure.colours.get(name, ink.accent) for name in names]
    # Light paper keeps the exact colour: every bar there has its name and number as text.
    if ink is not LIGHT:
        fills = [make_readable(fill, ink.paper, 3) for fill in fills]
    if figure.faint and figure.kind not in PLANES:
        told = zip(fills, frame[figure.faint], strict=True)
        fills = [mix_colours(fill, ink.paper, 0.55) if faint else fill for fill, faint in told]
    return fills
