"""Which gaps in the rows of a page are gutters between columns, and which are spaces.

A gutter goes on in the rows above or below it; a space is covered by them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.press.readers.glyphs import DISPLAY, ROW, STRETCHED, Run, make_run

# All distances are in sizes of the type. Rows this near belong to the same columns.
_NEAR = 2.6
_INDENT = 2.6
_TOUCH = 0.6
# A mark at the end of a line may stand in the gutter: its right half is empty.
_CLOSING = frozenset("，。、；：？！”’）》」』】〉〕")
_HALF = 0.5
# A headline stands over at least so many rows of each of its columns.
_FEWEST = 2


def join_rows(rows: Sequence[Sequence[Run]], body: float) -> list[list[Run]]:
    """Return the rows with their runs joined where the gap between them is no gutter."""
    cut = [list(row) for row in rows]
    count = 0
    # Where several rows on end run together, each pass finds the gutter of one from its neighbour.
    while count != (count := sum(map(len, cut))):
        text = _sort_text(cut, body)
        cut = [[part for run in row for part in _cut_overhang(run, text, body)] for row in cut]
    text = _sort_text(cut, body)
    return [_join_row(row, text, body) for row in cut]


def _sort_text(rows: Sequence[Sequence[Run]], body: float) -> list[Run]:
    return sorted((run for row in rows for run in row if run.size < DISPLAY * body), key=_base)


def _base(run: Run) -> float:
    return run.base


def _join_row(row: Sequence[Run], text: Sequence[Run], body: float) -> list[Run]:
    joined = [row[0]]
    for run in row[1:]:
        last = joined[-1]
        alike = max(last.size, run.size) < DISPLAY * min(last.size, run.size)
        if alike and not _is_gutter(last, run, text, body=body):
            joined[-1] = make_run(last.glyphs + run.glyphs, run.usual)
        else:
            joined.append(run)
    return joined


def _is_gutter(left: Run, right: Run, text: Sequence[Run], *, body: float) -> bool:
    gap = (right.left - left.right) / left.size
    if left.size >= DISPLAY * body:
        return gap > STRETCHED or _begins_column(left, right, text)
    told = {_tell_gap(left, right, text, way=way) for way in (-1, 1)}
    if "free" in told:
        return True
    return "covered" not in told and gap > STRETCHED


def _tell_gap(left: Run, right: Run, text: Sequence[Run], *, way: int) -> str | None:
    """Return whether the next row above (way -1) or below leaves a gap "free" or "covered" it."""
    row = _find_row(left, text, way=way, until=right.right)
    if any(run.left < left.right and run.right > right.left for run in row):
        return "covered"
    ends = any(run.right <= right.left for run in row)
    furthest = right.left + _INDENT * left.size
    begins = any(left.right <= run.left < furthest for run in row)
    return "free" if ends and begins else None


def _find_row(run: Run, text: Sequence[Run], *, way: int, until: float) -> list[Run]:
    """Return the nearest row above or below between the left of a run and ``until``."""
    low, high = sorted((run.base + way * ROW * run.size, run.base + way * _NEAR * run.size))
    span = text[bisect_left(text, low, key=_base) : bisect_right(text, high, key=_base)]
    near = [
        other
        for other in span
        if other.right > run.left
        and other.left < until
        and 1 / DISPLAY < other.size / run.size < DISPLAY
    ]
    if not near:
        return []
    edge = near[0].base if way > 0 else near[-1].base
    return sorted((x for x in near if abs(x.base - edge) <= ROW * run.size), key=lambda x: x.left)


def _begins_column(left: Run, right: Run, text: Sequence[Run]) -> bool:
    """Whether a gutter of the text below lies under the gap between two headlines."""
    if not text:
        return False
    size = text[0].size
    low, high = left.base, left.base + 6 * left.size + 8 * size
    below = text[bisect_left(text, low, key=_base) : bisect_right(text, high, key=_base)]
    slack = _TOUCH * size
    begins = sum(left.right - slack < run.left < right.left + slack for run in below)
    ends = sum(left.left < run.right <= right.left for run in below)
    across = sum(run.left < left.right and run.right > right.left for run in below)
    return begins >= _FEWEST and ends >= _FEWEST and across < begins


def _cut_overhang(run: Run, columns: Sequence[Run], body: float) -> Iterator[Run]:
    """Cut a run that two columns became because a mark at the end of one fills the gutter."""
    gutters = _find_gutters(run, columns) if run.size < DISPLAY * body else []
    place = next((at for gutter in gutters if (at := _find_overhang(run, *gutter))), None)
    if place is None:
        yield run
        return
    yield make_run(run.glyphs[:place], run.usual)
    yield from _cut_overhang(make_run(run.glyphs[place:], run.usual), columns, body)


def _find_gutters(run: Run, columns: Sequence[Run]) -> list[tuple[float, float]]:
    """Return the gutters that the rows above and below show where the run goes on."""
    rows = [_find_row(run, columns, way=way, until=run.right) for way in (-1, 1)]
    between = [(left.right, right.left) for row in rows for left, right in pairwise(row)]
    # Beside the end of an article only the other column goes on.
    alone = [
        (row[0].left - _INDENT * run.size, row[0].left)
        for row in rows
        if len(row) == 1
        and row[0].left - run.left > 2 * _INDENT * run.size
        and abs(row[0].right - run.right) < _INDENT * run.size
    ]
    return between + alone


def _find_overhang(run: Run, end: float, start: float) -> int | None:
    """Return the place of the character that begins the column at ``start``, after a mark."""
    slack = _HALF * run.size
    for place, (before, glyph) in enumerate(pairwise(run.glyphs), start=1):
        # The next row may begin a paragraph and be set in.
        begins = -slack <= start - glyph.left <= _INDENT * run.size
        after = glyph.left >= end - slack and before.left + slack <= glyph.left
        if begins and after and before.sign in _CLOSING:
            return place
    return None
