"""Page to lines, and what the lines tell: the width of columns, the habits of paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.press import repair

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_MARKDOWN = re.compile(r"(#{1,6})\s+")
RULE = re.compile(r"[-=*_·.—─━_ ]{3,}$")
# What ends a sentence, with the quotation marks and brackets that may close after it.
SENTENCE_END = re.compile(r"[。！？!?…；;][”’」』）)》\"']*$")
# A line that opens a paragraph whatever stands before it: own-name openings, wire datelines,
# jump marks, list marks. Printers set these flush with a new paragraph in every paper.
OPENING = re.compile(
    r"(?:据?(?:新华社|中新社|中新网|人民网)[^，。：]{0,16}(?:电|讯|消息)|本[报刊台社网][^，。：]{0,18}[电讯]|"
    r"[\u4e00-\u9fff]{1,6}[报网]讯|[（(]?上接|[□■◆◇○●△▲☆★]|—|"
    r"(?:本报|新华社)?(?:特派|驻[^，。]{2,4})?(?:记者|通讯员|评论员)[^，。：:]{0,12}$)"
)
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")
# Behind the last sentence only a signature or a remark stands in brackets.
_SIGNED_OFF = re.compile(r"[。！？!?…][”’」』]?[（(][^（）()]{1,30}[)）]$")
_WIDE = 1.0
_NARROW = 0.5
# Justified lines differ by a squeezed mark or a split number; a dropped indent by two characters.
_SLACK = 0.12


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something in it: its range without the outer white space, and its looks.

    ``width`` counts a Han character 1, Latin and digits 0.5, spaces nothing; ``blanks`` is the
    number of empty lines before it; ``mark`` the depth of a Markdown heading, 0 for none.
    """

    start: int
    end: int
    text: str
    width: float
    blanks: int
    mark: int
    indent: bool


def measure_width(text: str) -> float:
    """Return the width of a line in Han characters.

    Examples
    --------
    >>> measure_width("4月 1日")
    3.0
    """
    return sum(
        _NARROW if character < "\u0250" else _WIDE for character in text if not character.isspace()
    )


def read_lines(text: str) -> tuple[Line, ...]:
    """Cut a page's text into its lines; empty ones are counted, not kept."""
    lines: list[Line] = []
    seen = 0
    for found in _LINE.finditer(text):
        bare = found[0].strip()
        if not bare or bare.strip("\ufeff\u200b") == "":
            continue
        start = found.start() + found[0].index(bare)
        breaks = text.count("\n", seen, start) or text.count("\r", seen, start)
        heading = _MARKDOWN.match(bare)
        left = start + (heading.end() if heading else 0)
        notes = repair.close_stretched(text, left, start + len(bare))
        words = repair.replay(text, ((left, start + len(bare)),), notes)
        lines.append(
            Line(
                start=start,
                end=start + len(bare),
                text=words,
                width=measure_width(words),
                blanks=max(breaks - 1, 0) if lines else 0,
                mark=len(heading[1]) if heading else 0,
                indent=found[0].startswith(("\u3000", "  ", "\t")),
            )
        )
        seen = start + len(bare)
    return tuple(lines)


def find_columns(lines: Sequence[Line]) -> tuple[float, ...]:
    """Return for each line the width of the column it was set in, 0 where it was not wrapped.

    Lines broken by a column are equally wide and end in mid-sentence; a paragraph on one line
    has a width of its own. So the column is the largest width that three near lines share.
    """
    near = [
        [other.width for other in lines[max(index - 5, 0) : index + 6] if other.width >= 6]
        for index in range(len(lines))
    ]
    columns = tuple(_shared_width(widths) for widths in near)
    unfinished = sum(breaks_off(*pair) for pair in zip(lines, columns, strict=True))
    wider = sum(
        line.width > column + measure_slack(column)
        for line, column in zip(lines, columns, strict=True)
    )
    # Poems and tables share widths too; a wrapped page is wrapped for the most part, and no line
    # is wider than its column but a few headlines.
    if unfinished < 0.3 * len(lines) or unfinished < 3 or wider > 0.25 * len(lines):
        return (0.0,) * len(lines)
    return columns


def _shared_width(widths: list[float]) -> float:
    ordered = sorted(widths, reverse=True)
    for index in range(len(ordered) - 2):
        if ordered[index] - ordered[index + 2] <= 1.5:
            return ordered[index + 1]
    return 0.0


def measure_slack(column: float) -> float:
    """Return by how much a full line may differ from its column."""
    return max(1.6, _SLACK * column)


def breaks_off(line: Line, column: float, *, indent: float = 0.0) -> bool:
    """Whether the line fills its column and stops in mid-sentence."""
    if not column or line.mark or SENTENCE_END.search(line.text):
        return False
    if _BRACKETED.match(line.text) or _SIGNED_OFF.search(line.text):
        return False
    slack = measure_slack(column)
    return -slack - indent <= line.width - column <= slack


@dataclass(frozen=True, slots=True)
class Habit:
    """How a page sets its paragraphs: do empty lines divide, are first lines indented."""

    blanks_divide: bool
    indented: bool


def read_habit(lines: Sequence[Line], columns: Sequence[float]) -> Habit:
    """Learn a page's habits from its lines.

    An empty line in the middle of many sentences divides nothing (seed 001). Where lines that
    follow the end of a sentence are two characters short, the text layer dropped an indent.
    """
    followed = list(zip(lines, lines[1:], columns, strict=False))
    broken = [after for line, after, column in followed if breaks_off(line, column)]
    blank = sum(after.blanks > 0 for after in broken)
    short = [
        column - after.width
        for line, after, column in followed
        if column and SENTENCE_END.search(line.text) and line.width < column - measure_slack(column)
    ]
    indents = sum(1.5 <= gap <= 2.5 for gap in short)
    flush = sum(-1.5 < gap < 1.5 for gap in short)
    return Habit(
        blanks_divide=blank <= max(0.06 * len(broken), 1),
        indented=indents > flush and indents >= 3,
    )
