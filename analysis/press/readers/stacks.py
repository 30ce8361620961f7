"""Printed lines to stacks: the lines of a headline, a piece of a column, a caption."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.press.readers.glyphs import DISPLAY, find_body_size
from analysis.press.readers.lines import PrintedLine

# All distances are in sizes of the type. Lines of a column are set one to two sizes apart.
_LEADING = 2.1
_INDENT = 2.6
# No column is narrower.
_LEAST = 4.0
# Stacks of so few lines are bylines and subheads, and make no column.
FEW = 2
# Captions and imprints are set this much smaller than text.
_SMALL = 0.88
# Longer than this it is no headline and no caption, but text in a size of its own.
_MOST_CHARACTERS = {"display": 90, "small": 300}


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Lines one below the other; ``kind`` is "display", "text" or "small".

    ``top`` is the upper edge of the first line, ``bottom`` what the last line stands on, ``size``
    the largest type. Each stack is itself and no other, whatever its words.
    """

    lines: tuple[PrintedLine, ...]
    kind: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def measure_overlap(one: Stack | PrintedLine, two: Stack | PrintedLine) -> float:
    """Return how much of the narrower one lies above or below the other, 0-1."""
    shared = min(one.right, two.right) - max(one.left, two.left)
    narrower = min(one.right - one.left, two.right - two.left)
    return max(shared, 0.0) / max(narrower, 0.1)


def build_stacks(lines: Sequence[PrintedLine]) -> tuple[Stack, ...]:
    """Stack the lines of a page, down the page.

    A line is put below another when both have no other neighbour there: where one line stands
    above two columns, three stacks meet.
    """
    body = find_body_size((line.size, len(line.text)) for line in lines)
    stacks: list[Stack] = []
    for kind in ("display", "text", "small"):
        alike = sorted((x for x in lines if _tell_kind(x, body) == kind), key=_base)
        stacks += _stack_lines(alike, kind)
    return tuple(sorted(stacks, key=lambda stack: (stack.top, stack.left)))


def _tell_kind(line: PrintedLine, body: float) -> str:
    if line.size >= DISPLAY * body:
        return "display"
    return "small" if line.size <= _SMALL * body else "text"


def _base(line: PrintedLine) -> float:
    return line.base


def _make_stack(lines: Sequence[PrintedLine], kind: str) -> Stack:
    characters = sum(len(line.text) for line in lines)
    return Stack(
        lines=tuple(lines),
        kind="text" if characters > _MOST_CHARACTERS.get(kind, characters) else kind,
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        top=lines[0].top,
        bottom=lines[-1].base,
        size=max(line.size for line in lines),
    )


def _stack_lines(lines: Sequence[PrintedLine], kind: str) -> list[Stack]:
    below = {line: _find_near(line, lines, kind, way=1) for line in lines}
    above = {line: _find_near(line, lines, kind, way=-1) for line in lines}
    stacks: list[list[PrintedLine]] = []
    ends: dict[PrintedLine, list[PrintedLine]] = {}
    for line in lines:
        last = above[line][0] if len(above[line]) == 1 else None
        if last in ends and below[last] == [line] and (kind == "display" or _aligned(last, line)):
            stack = ends.pop(last)
        else:
            stack = []
            stacks.append(stack)
        stack.append(line)
        ends[line] = stack
    return [_make_stack(stack, kind) for stack in stacks]


def _find_near(
    line: PrintedLine, lines: Sequence[PrintedLine], kind: str, *, way: int
) -> list[PrintedLine]:
    """Return the lines of the nearest row below (way 1) or above (-1) that could be its next."""
    reach = _LEADING * line.size * (2 if kind == "display" else 1)
    low, high = sorted((line.base + way * 0.3 * line.size, line.base + way * reach))
    span = lines[bisect_left(lines, low, key=_base) : bisect_right(lines, high, key=_base)]
    near = [other for other in span if _fits(line, other, kind)]
    if not near:
        return []
    edge = near[0].base if way > 0 else near[-1].base
    return [other for other in near if abs(other.base - edge) < 0.35 * line.size]


def _aligned(line: PrintedLine, other: PrintedLine) -> bool:
    return abs(line.left - other.left) <= _INDENT * line.size


def _fits(line: PrintedLine, other: PrintedLine, kind: str) -> bool:
    size = max(line.size, other.size)
    # The last word of a paragraph may end before the indent of the next begins.
    least = 0.0 if kind == "display" else _LEAST * size
    rights = (max(one.right, one.left + least) for one in (line, other))
    if min(rights) <= max(line.left, other.left):
        return False
    if kind == "display":
        return abs(line.base - other.base) <= _LEADING * size
    return size < DISPLAY * min(line.size, other.size)
