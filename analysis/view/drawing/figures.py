"""What is drawn, said once: the record that the screen and the print both read.

Nothing is drawn here: ``marks`` turns a Figure into placed marks, ``charts`` puts them on the
screen, ``prints`` into a file, so that both agree.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analysis.errors import BadFigure, NothingToDraw
from analysis.view.drawing.values import FORMATS

KINDS = ("bars", "stacked", "heat", "lines", "panels", "points", "pairs", "ranges")
"""bars: one bar a category; stacked: one row a category, cut by series; heat: both as a matrix;
lines: values upwards over the categories to the right, a line a series or one line; panels: the
same, each series in a strip of its own, all of one scale; points: a map, each row a dot as large as
its value; pairs: one bar a category from a middle line, leftwards for the first series, rightwards
for the second; ranges: one row a category, in it a dot with its interval for each series, or one
dot."""

_GAPS = ("lines", "panels")
"""The kinds in which a value may be missing."""

_LEAST = {"score": -1 - 1e-9, "change": -1 - 1e-9}
_MOST = {"percent": 1 + 1e-9, "change": 1 + 1e-9}

CROWD = 100
"""More points than this are a crowd: no label stands beside one, and all are equally small."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One chart, as data and words. Every fault is reported at once, when it is made.

    ``frame`` is in long form, one row a mark. ``category``, ``value`` and ``series`` name its
    columns; ``key`` the column with the ids that a click gives back (default: the category);
    ``low`` and ``high`` the columns with the ends of the interval around each value; ``note`` the
    column with words that stand at a mark instead of its value; ``across`` the one with numbers or
    days that say how far to the right a category lies (default: by its number, or evenly), ``up``
    how high a point does; ``faint`` tells the rows that rest on too little and are drawn so.
    A missing value is a gap in a line; a mark whose two ends are missing is drawn without an
    interval.
    ``value_label`` says unit and denominator ("占全部 29 篇文章的比例"). ``colours`` are hex, by
    series, or by category where there is no series. ``alt`` is the main finding in words.
    ``ordered`` bars stand as the frame has them; else the longest is first.

    Raises
    ------
    NothingToDraw
        When the frame has no row.
    BadFigure
        When the parts do not fit; a fault of ours, never of the corpus.
    """

    name: str
    title: str
    kind: str
    frame: pd.DataFrame
    category: str
    value: str
    value_label: str
    series: str | None = None
    key: str | None = None
    low: str | None = None
    high: str | None = None
    note: str | None = None
    across: str | None = None
    up: str | None = None
    faint: str | None = None
    value_format: str = "percent"
    colours: Mapping[str, str] = field(default_factory=dict)
    subtitle: str = ""
    source: str = ""
    alt: str = ""
    language: str = "zh"
    ordered: bool = False

    def __post_init__(self) -> None:
        if self.frame.empty or (self.value in self.frame and self.frame[self.value].isna().all()):
            raise NothingToDraw(name=self.title or self.name)
        if faults := tuple(_find_faults(self)):
            raise BadFigure(name=self.name, faults="; ".join(faults))


def _find_faults(figure: Figure) -> Iterator[str]:
    told = (figure.low, figure.high, figure.note, figure.across, figure.up, figure.faint)
    named = (figure.category, figure.value, figure.series, figure.key, *told)
    missing = [name for name in named if name is not None and name not in figure.frame.columns]
    strange = [colour for colour in figure.colours.values() if not _COLOUR.fullmatch(colour)]
    checks = (
        (_SLUG.fullmatch(figure.name), "the name is no slug (a-z, 0-9, hyphens)"),
        (figure.title.strip(), "the title is empty"),
        (figure.value_label.strip(), "the value label is empty"),
        (figure.kind in KINDS, f"kind {figure.kind!r} is none of {', '.join(KINDS)}"),
        (figure.value_format in FORMATS, f"value format {figure.value_format!r} is unknown"),
        (
            figure.kind in ("lines", "ranges")
            or (figure.series is None) == (figure.kind == "bars"),
            "only bars, lines and ranges go without a series",
        ),
        ((figure.low is None) == (figure.high is None), "an interval has one end only"),
        (figure.low or figure.kind != "ranges", "ranges have no intervals"),
        (figure.kind != "points" or (figure.across and figure.up), "points have no places"),
        (not strange, f"no #RRGGBB: {', '.join(strange)}"),
        (not missing, f"the frame has no column {', '.join(missing)}"),
    )
    yield from (fault for sound, fault in checks if not sound)
    if not missing:
        yield from _find_data_faults(figure)


def _find_data_faults(figure: Figure) -> Iterator[str]:
    values = figure.frame[figure.value]
    if figure.kind in _GAPS:
        values = values.dropna()
    if not pd.api.types.is_numeric_dtype(values):
        yield f"column {figure.value} is not numeric"
        return
    top = _MOST.get(figure.value_format, float("inf"))
    least = _LEAST.get(figure.value_format, 0)
    # A missing value compares false, so that it counts as outside with the negative ones.
    outside = int((~((values >= least) & (values <= top) & (values < float("inf")))).sum())
    # A bar that starts in the middle leaves the other half of its row to its name.
    crossed = figure.series if figure.kind != "pairs" else None
    identity = [figure.key or figure.category, *([crossed] if crossed else [])]
    repeated = int(figure.frame.duplicated(identity).sum())
    if outside:
        yield f"{outside} values are missing, negative, infinite or shares above 1"
    if repeated:
        yield f"{repeated} rows repeat {' and '.join(identity)}"
    if figure.kind == "pairs" and not _names_sides(figure):
        yield "the colours of pairs name their two sides, the left one first"
    if figure.low and figure.high:
        ends = figure.frame.loc[values.index, [figure.low, figure.high]]
        inside = values.between(ends[figure.low], ends[figure.high]) | ends.isna().all(axis=1)
        if not inside.all():
            yield f"{int((~inside).sum())} values lie outside their intervals"


def _names_sides(figure: Figure) -> bool:
    sides: Iterable[str] = figure.frame[figure.series] if figure.series else ()
    return len(figure.colours) == 2 and set(sides) <= set(figure.colours)
