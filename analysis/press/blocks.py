"""Lines to blocks: hard-wrapped lines joined to paragraphs by the width of their column.

A block is a paragraph, a headline line, a byline, a caption line. It is better to end a block too
often than too rarely: what belongs together is joined by the decisions that follow, what was
joined here is never cut again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.press import cohesion, repair
from analysis.press.layout import (
    OPENING,
    RULE,
    SENTENCE_END,
    Habit,
    Line,
    breaks_off,
    find_columns,
    measure_slack,
    read_habit,
    read_lines,
)
from analysis.press.script import simplify
from analysis.press.starts import rate_start

# A dropped indent makes the first line of a paragraph two characters shorter.
_INDENT = 2.0


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are one paragraph, headline line, byline or caption line.

    ``text`` has the lines joined and stretched words closed; ``column`` is the width of the
    column the lines were set in, 0 when they were not wrapped.
    """

    lines: tuple[Line, ...]
    text: str
    column: float

    @property
    def start(self) -> int:
        """Where the first line begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where the last line ends, its white space left out."""
        return self.lines[-1].end


def read_blocks(text: str) -> tuple[Block, ...]:
    """Cut a page's text into blocks, in the order of the text; traditional text is simplified."""
    lines = read_lines(simplify(text))
    if not lines:
        return ()
    columns = find_columns(lines)
    habit = read_habit(lines, columns)
    groups: list[list[int]] = [[0]]
    for index in range(1, len(lines)):
        if _goes_on(lines, groups[-1], columns[index - 1], habit):
            groups[-1].append(index)
        else:
            groups.append([index])
    return tuple(_make_block([lines[at] for at in group], columns[group[0]]) for group in groups)


def _goes_on(lines: Sequence[Line], group: Sequence[int], column: float, habit: Habit) -> bool:
    """Whether the next line belongs to the block that the lines of ``group`` have begun."""
    last = group[-1]
    line = lines[last + 1]
    if not column or not _may_follow(line, column) or (line.blanks and habit.blanks_divide):
        return False
    # A bracket left open goes on, however short its line (seed 000: （记者郑莉 朱|欣）).
    signs = "".join(lines[at].text for at in group)
    if signs.count("（") > signs.count("）"):
        return True
    first = len(group) == 1
    if first and _may_be_headline(lines, last, column, habit):
        return False
    return breaks_off(lines[last], column, indent=_INDENT if first and habit.indented else 0.0)


def _may_be_headline(lines: Sequence[Line], index: int, column: float, habit: Habit) -> bool:
    """Whether a full first line may be a headline as wide as the column."""
    if index and not SENTENCE_END.search(lines[index - 1].text):
        return False
    line, after = lines[index], lines[index + 1]
    if habit.indented:
        # In a page of indented paragraphs a flush line that follows a full stop is a headline.
        return index > 0 and line.width > column - 1.2 and after.blanks > 0
    # Elsewhere the next begins as paragraphs begin, and no word runs over the break.
    return _begins_anew(line.text, after.text)


def _begins_anew(before: str, line: str) -> bool:
    bridge = before[-1:] + line[:1]
    return rate_start(line) >= 0.5 and bridge not in cohesion.read_weights()


def _may_follow(line: Line, column: float) -> bool:
    if line.mark or line.indent or RULE.match(line.text) or OPENING.match(line.text):
        return False
    return line.width <= column + measure_slack(column)


def _make_block(lines: Sequence[Line], column: float) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        text += repair.link_words(text[-1:], line.text[:1]) + line.text
    return Block(tuple(lines), text, column if len(lines) > 1 else 0.0)
