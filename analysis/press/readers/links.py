"""What each stack of a page hangs on: its headline, or the piece of column it goes on from.

A headline stands above its columns; a column with none above goes on where the column to its left
ends. This holds for every layout that is read from the top and from the left, whether articles are
boxes or flow from column to column. Words are not looked at.
"""

from collections.abc import Mapping, Sequence

from analysis.press.readers.stacks import FEW, Stack, measure_overlap

# A headline may be narrower than its columns, and stands between two as often as above one.
_OVERLAP = 0.3
# All distances are in sizes of the body type. Columns of one box begin at one height.
_ALIGNED = 2.0
_LEVEL = 0.2
# A mark at the end of a headline may hang over its column.
_HANGING = 0.1
_TOUCH = 0.6
_PARTED = 2.5

Above = Mapping[Stack, Stack | None]
"""The stacks of a page, and the headline or piece of column above each."""


def find_links(stacks: Sequence[Stack], body: float) -> dict[Stack, Stack | None]:
    """Return what each stack hangs on; None for headlines, and where an article has none."""
    above = {stack: _find_above(stack, stacks) for stack in stacks}
    return {stack: _find_link(stack, above, body) for stack in stacks}


def _find_link(stack: Stack, above: Above, body: float) -> Stack | None:
    if stack.kind == "display":
        return None
    over = above[stack]
    if over is not None and over.kind == "display":
        return over
    if over is None and len(stack.lines) <= FEW and (under := _find_below(stack, above)):
        return under
    if beside := _find_beside(stack, above, body):
        return beside
    if over is not None and not _begins_band(stack, over, above, body=body):
        return over
    return _find_left(stack, above, body)


def _find_above(stack: Stack, stacks: Sequence[Stack]) -> Stack | None:
    above = [
        other
        for other in stacks
        if other.kind != "small"
        and other.bottom <= stack.top + 0.5 * stack.size
        and measure_overlap(stack, other) >= _OVERLAP
        and other != stack
    ]
    # A byline stands between a headline and its columns, and has none of its own.
    firm = [other for other in above if other.kind == "display" or len(other.lines) > FEW]
    return max(firm, key=lambda other: other.bottom, default=None)


def _find_below(stack: Stack, stacks: Above) -> Stack | None:
    """Return the piece of column that a byline without a headline above it stands over."""
    below = [
        other
        for other in stacks
        if other.top > stack.top
        and other.kind != "small"
        and measure_overlap(stack, other) >= _OVERLAP
    ]
    first = min(below, key=lambda other: other.top, default=None)
    return first if first and first.kind == "text" and len(first.lines) > FEW else None


def _find_beside(stack: Stack, above: Above, body: float) -> Stack | None:
    """Return the headline in the free space above a column of its box, though not over it.

    A short headline over wide columns leaves the outer ones without a headline of their own; they
    begin at the height of the one that it stands over. One that is set flush left has none of its
    columns to the left.
    """
    over = above[stack]
    start = over.bottom if over else -body
    flush = {h for text, h in above.items() if h and abs(h.left - text.left) < _LEVEL * body}
    heads: list[tuple[float, float, Stack]] = []
    for text, head in above.items():
        height = abs(text.top - stack.top)
        if text.kind != "text" or height > _ALIGNED * body or head is None:
            continue
        if head.kind != "display" or (head in flush and stack.left < head.left - body):
            continue
        if _fits_between(head, start, stack.top, body=body):
            # Columns of one box begin at one height, those of its neighbours by chance.
            heads.append((round(height / (_LEVEL * body)), _measure_distance(head, stack), head))
    return min(heads, key=lambda found: found[:2])[2] if heads else None


def _fits_between(head: Stack, start: float, end: float, *, body: float) -> bool:
    return head.top >= start - _TOUCH * body and head.bottom <= end + _TOUCH * body


def _measure_distance(one: Stack, two: Stack) -> float:
    return max(one.left - two.right, two.left - one.right, 0.0)


def _begins_band(stack: Stack, over: Stack, stacks: Above, *, body: float) -> bool:
    """Whether a headline to the left begins at the height where a column begins after a gap.

    Then a new band of the page begins here, and the column does not go on from the one above.
    """
    if stack.top - over.bottom < _PARTED * body:
        return False
    return any(
        head.kind == "display"
        and head.right <= stack.left + body
        and abs(head.top - stack.top) <= _ALIGNED * body
        for head in stacks
    )


def _find_left(stack: Stack, stacks: Above, body: float) -> Stack | None:
    """Return the end of the column to the left, as far as both are in one band of the page."""
    left = [x for x in stacks if x.kind == "text" and x.right <= stack.left + body]
    if not left:
        return None
    nearest = max(left, key=lambda other: other.right)
    column = [
        other
        for other in stacks
        if other.kind != "small"
        and other.right <= stack.left + body
        and measure_overlap(other, nearest) >= _OVERLAP
    ]
    across = [
        head.top
        for head in stacks
        if head.kind == "display"
        and head.top > stack.top
        and min(measure_overlap(head, stack), measure_overlap(head, nearest)) > _HANGING
    ]
    floor = min(across, default=float("inf"))
    return max(
        (other for other in column if other.top < floor), key=lambda x: x.bottom, default=None
    )
