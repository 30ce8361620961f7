"""Lines of a page to articles as they are laid out: a headline, and the columns that hang on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.press.readers.glyphs import find_body_size
from analysis.press.readers.lines import PrintedLine
from analysis.press.readers.links import find_links
from analysis.press.readers.stacks import FEW, Stack, build_stacks, measure_overlap

# All distances are in sizes of the type.
_LEVEL = 0.2
_BAND = 2.5


@dataclass(frozen=True, slots=True)
class Layout:
    """One article as it is laid out: its headline, its columns in reading order, captions."""

    head: Stack | None
    columns: tuple[tuple[Stack, ...], ...]
    captions: tuple[Stack, ...]


def find_layouts(lines: Sequence[PrintedLine]) -> tuple[Layout, ...]:
    """Return the articles of a page, from the top and from the left; every line is in one."""
    body = find_body_size((line.size, len(line.text)) for line in lines)
    stacks = build_stacks(lines)
    links = find_links(stacks, body)
    groups: dict[Stack, list[Stack]] = {}
    for stack in stacks:
        groups.setdefault(_find_root(stack, links), []).append(stack)
    order = sorted(groups, key=lambda root: (round(root.top / (_BAND * body)), root.left))
    return tuple(_lay_out(root, groups[root]) for root in order)


def _find_root(stack: Stack, links: Mapping[Stack, Stack | None]) -> Stack:
    seen = {stack}
    while (before := links[stack]) is not None and before not in seen:
        seen.add(before)
        stack = before
    return stack


def _lay_out(root: Stack, members: Sequence[Stack]) -> Layout:
    """Put the stacks of one article in reading order: what leads to the columns, then these."""
    texts = [stack for stack in members if stack.kind == "text"]
    long = [stack for stack in texts if len(stack.lines) > FEW]
    start = min((stack.top for stack in long), default=0.0)
    leads = [stack for stack in texts if stack.bottom <= start + _LEVEL * stack.size]
    columns: list[list[Stack]] = []
    rest = [stack for stack in texts if stack not in leads]
    # Narrow stacks make the columns; one that spans two of them belongs to the first.
    for stack in sorted(rest, key=lambda x: (len(x.lines) <= FEW, x.right - x.left)):
        for column in columns:
            if measure_overlap(column[0], stack) > 0.5:
                column.append(stack)
                break
        else:
            columns.append([stack])
    ordered = sorted(columns, key=lambda column: column[0].left)
    return Layout(
        head=root if root.kind == "display" else None,
        columns=tuple(
            tuple(sorted(column, key=lambda stack: stack.top)) for column in (leads, *ordered)
        ),
        captions=tuple(stack for stack in members if stack.kind == "small"),
    )
