"""Articles as they are laid out to paragraphs: the headline marked, wrapped lines joined."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.press.layout import SENTENCE_END
from analysis.press.readers.columns import Layout, find_layouts
from analysis.press.readers.lines import PrintedLine
from analysis.press.readers.stacks import FEW, Stack
from analysis.press.repair import link_words

# All distances are in sizes of the type. First lines are set in by two characters, or by one.
_INDENT = (0.8, 3.2)
# A line that leaves this much room ends its paragraph: no word of Chinese is so long.
_SHORT = 1.7
_VERY_SHORT = 4.5
_LOOSE = 1.45
# Lines of one headline are set alike; kicker and deck are smaller.
_ALIKE = 0.9
# A mark may hang over the edge of a column, or a line run on into the next.
_WITHIN = 0.9
# Paragraphs of newspapers are shorter than this; a page that sets them in shows it.
_LINES_A_PARAGRAPH = 25


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line in its column: the room to its right, and how it is set."""

    text: str
    room: float
    indent: bool
    centred: bool
    loose: bool


def set_paragraphs(lines: Sequence[PrintedLine]) -> list[str]:
    """Return the paragraphs of a page, article by article, headlines with Markdown marks."""
    return [text for layout in find_layouts(lines) for text in set_layout(layout)]


def set_layout(layout: Layout) -> Iterator[str]:
    """Yield headline, paragraphs and captions of one article."""
    if layout.head:
        yield from set_headline(layout.head)
    yield from join_lines([line for column in layout.columns for line in _place_lines(column)])
    for caption in layout.captions:
        yield from join_lines(_place_lines([caption]))


def set_headline(head: Stack) -> Iterator[str]:
    """Yield the parts of a headline, the largest marked; lines of one size are one part."""
    parts: list[list[PrintedLine]] = []
    for line in head.lines:
        if parts and _ALIKE < line.size / parts[-1][-1].size < 1 / _ALIKE:
            parts[-1].append(line)
        else:
            parts.append([line])
    for part in parts:
        text = part[0].text
        for line in part[1:]:
            text += link_words(text[-1], line.text[0]) + line.text
        yield f"## {text}" if part[0].size >= _ALIKE * head.size else text


def join_lines(lines: Sequence[_Placed]) -> Iterator[str]:
    """Yield the paragraphs that printed lines make, on from column to column."""
    if not lines:
        return
    indented = sum(line.indent for line in lines) >= max(2, len(lines) / _LINES_A_PARAGRAPH)
    text = lines[0].text
    for before, line in pairwise(lines):
        if _ends_paragraph(before, line, indented=indented):
            yield text
            text = line.text
        else:
            text += link_words(text[-1], line.text[0]) + line.text
    yield text


def _ends_paragraph(before: _Placed, line: _Placed, *, indented: bool) -> bool:
    if line.indent or line.loose or before.centred or line.centred:
        return True
    ended = bool(SENTENCE_END.search(before.text))
    if before.room > (_SHORT if ended else _VERY_SHORT):
        return True
    # Where first lines are not set in, a full line that ends a sentence may end a paragraph.
    return ended and not indented


def _place_lines(column: Sequence[Stack]) -> list[_Placed]:
    """Measure the lines of a column against its edges."""
    long = [stack for stack in column if len(stack.lines) > FEW] or column
    placed: list[_Placed] = []
    for stack in column:
        own = [stack] if stack in long else long
        left, right = _find_edges([line for other in own for line in other.lines])
        steps = [two.base - one.base for one, two in pairwise(stack.lines)]
        usual = median(steps) if steps else 0.0
        for line, step in zip(stack.lines, (0.0, *steps), strict=True):
            lead, room = (line.left - left) / line.size, (right - line.right) / line.size
            placed.append(
                _Placed(
                    text=line.text,
                    room=room,
                    indent=_INDENT[0] < lead <= _INDENT[1],
                    centred=lead > _INDENT[1] and room > _SHORT,
                    loose=step > _LOOSE * usual,
                )
            )
    return placed


def _find_edges(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return where most lines begin, and what all but the odd line stay within."""
    lefts = Counter(round(line.left) for line in lines)
    rights = sorted(line.right for line in lines)
    return lefts.most_common(1)[0][0], rights[int(_WITHIN * (len(rights) - 1))]
