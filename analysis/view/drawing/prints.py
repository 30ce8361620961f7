"""A Figure on paper: everything that a reader needs stands on it, also when it travels alone.

Title, subtitle, unit and denominator, marks with their numbers, legend, source line. The same
marks in the same order and colours as ``charts`` puts on the screen.
"""

from collections.abc import Callable, Mapping, Sequence

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.linework import print_lines
from analysis.view.drawing.look import LIGHT, choose_text
from analysis.view.drawing.marks import (
    Mark,
    break_names,
    labels_above,
    list_fills,
    list_rows,
    list_series,
    place_marks,
)
from analysis.view.drawing.painting import Form, save_sheet
from analysis.view.drawing.pairs import print_pairs
from analysis.view.drawing.points import mark_series, print_points
from analysis.view.drawing.ranges import print_ranges
from analysis.view.drawing.sheet import (
    LEFT,
    RIGHT,
    RISE,
    SMALL,
    TEXT,
    TITLE,
    Box,
    Part,
    Sheet,
    Words,
    join_parts,
    place_lines,
)
from analysis.view.drawing.strips import print_panels

_BAR, _CELL, _GAP = 15.0, 26.0, 11.0
_BESIDE = 16.0
"""The widest label, in em, that stands beside its bar: a third of the sheet."""

_PRINTED: Mapping[str, Callable[[Figure, Sequence[Mark], float], Part]] = {
    "lines": print_lines,
    "panels": print_panels,
    "points": print_points,
    "pairs": print_pairs,
    "ranges": print_ranges,
}
"""What draws a kind whose marks lie in no rows of boxes."""


def print_figure(figure: Figure, form: Form) -> bytes:
    """Return ``figure`` as a file of 7.8 inches across, the same bytes on repeat."""
    return save_sheet(place_figure(figure), form)


def place_figure(figure: Figure, *, bare: bool = False) -> Sheet:
    """Return the sheet: head, legend, rows and source line under each other.

    A ``bare`` one has no title, subtitle and source line: its page has them as text.
    """
    marks = (mark_series if figure.kind == "points" else place_marks)(figure, LIGHT)
    head, foot = ("", "") if bare else (figure.subtitle, figure.source)
    parts = [place_lines("" if bare else figure.title, 26, TITLE)]
    parts.append(place_lines(head, parts[-1].bottom, TEXT, LIGHT.muted))
    parts.append(place_lines(figure.value_label, parts[-1].bottom + 10, SMALL, LIGHT.muted))
    if figure.kind not in ("bars", "heat", "panels") and figure.series:
        parts.append(_place_legend(marks, parts[-1].bottom + 4))
    place = _PRINTED.get(figure.kind, _place_rows)
    parts.append(place(figure, marks, parts[-1].bottom + 8))
    parts.append(place_lines(foot, parts[-1].bottom + 12, SMALL, LIGHT.muted))
    whole = join_parts(parts, parts[-1].bottom)
    drawn = (whole.boxes, whole.words, whole.strokes, whole.areas, whole.dots)
    return Sheet(figure.title, whole.bottom + 26, *drawn)


def _place_legend(marks: Sequence[Mark], top: float) -> Part:
    boxes: list[Box] = []
    words: list[Words] = []
    x, y = LEFT, top
    for name, fill in list_fills(marks).items():
        width = 13 + SMALL * measure_text(name)
        if x > LEFT and x + width > RIGHT:
            x, y = LEFT, y + 15
        boxes.append(Box(x, y + 3, 8, 8, fill))
        words.append(Words(name, x + 12, y + 7 + RISE * SMALL, SMALL))
        x += width + 12
    return Part(y + 15, tuple(boxes), tuple(words))


def _place_rows(figure: Figure, marks: Sequence[Mark], top: float) -> Part:
    """Return labels and marks, row by row, and over a heat map the names of its columns."""
    rows = list_rows(marks)
    above = labels_above(rows, _BESIDE)
    left = LEFT if above else LEFT + 10 + TEXT * max(map(measure_text, rows.values()))
    room = TEXT * max(measure_text(mark.text) for mark in marks) + 8
    width = RIGHT - left - (room if figure.kind == "bars" else 0)
    header = _place_columns(marks, left, width, top) if figure.kind == "heat" else Part(top)
    parts, y = [header], header.bottom
    for key, label in rows.items():
        name = _place_label(label, left, y, above=above, cell=figure.kind == "heat")
        row = [mark for mark in marks if mark.key == key]
        parts.extend(
            [name, *(_place_mark(figure, mark, (left, width), name.bottom) for mark in row)]
        )
        y = name.bottom + (_CELL if figure.kind == "heat" else _BAR + _GAP)
    return join_parts(parts, y)


def _place_columns(marks: Sequence[Mark], left: float, width: float, top: float) -> Part:
    """Return the names over the columns, upwards where one does not fit its column."""
    names = list_series(marks)
    step = width / len(names)
    middles = [left + (place + 0.5) * step for place in range(len(names))]
    broken = break_names(names, (step - 4) / SMALL)
    if not broken:
        foot = top + SMALL * max(map(measure_text, names)) + 2
        turned = zip(middles, names, strict=True)
        words = (Words(name, x + RISE * SMALL, foot, SMALL, upwards=True) for x, name in turned)
        return Part(foot + 4, words=tuple(words))
    foot = top + 12 * max(map(len, broken))
    return Part(
        foot + 3,
        words=tuple(
            Words(line, x, foot - 2 - 12 * (len(lines) - 1 - place), SMALL, align="center")
            for x, lines in zip(middles, broken, strict=True)
            for place, line in enumerate(lines)
        ),
    )


def _place_label(label: str, left: float, top: float, *, above: bool, cell: bool) -> Part:
    """Return a row's label; the part ends where the row's marks begin."""
    if not above:
        middle = top + (_CELL if cell else _BAR) / 2
        return Part(top, words=(Words(label, left - 8, middle + RISE * TEXT, TEXT, align="right"),))
    return place_lines(label, top, TEXT)


def _place_mark(figure: Figure, mark: Mark, plot: tuple[float, float], top: float) -> Part:
    """Return one box with its number: beside a bar, inside a segment or a cell where it fits."""
    left, width = plot
    x, length = left + mark.start * width, mark.length * width
    height = _CELL if figure.kind == "heat" else _BAR
    middle = top + height / 2
    if figure.kind == "bars":
        number = Words(mark.text, x + length + 5, middle + RISE * TEXT, TEXT)
        return Part(top, (Box(x, top, length, height, mark.fill),), (number,))
    # A white seam keeps neighbours apart, also for eyes that cannot tell the two colours.
    seam = min(1.5, length / 2)
    inset = seam if figure.kind == "heat" else 0
    box = Box(x, top, length - seam, height - inset, mark.fill)
    number = Words(
        mark.text,
        x + (length - seam) / 2,
        middle - inset / 2 + RISE * SMALL,
        SMALL,
        choose_text(mark.fill),
        "center",
    )
    fits = SMALL * measure_text(mark.text) + 4 <= length
    return Part(top, (box,), (number,) if fits else ())
