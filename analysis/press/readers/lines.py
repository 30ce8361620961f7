"""The characters of a page to its printed lines; two columns side by side are two lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.press.readers.glyphs import Glyph, find_body_size, split_rows
from analysis.press.readers.gutters import join_rows


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of one column: its words, left and right, base line, size; all in points."""

    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def top(self) -> float:
        """Where its characters begin: a Chinese character stands 0.88 of its size high."""
        return self.base - 0.88 * self.size


def set_lines(glyphs: Iterable[Glyph]) -> tuple[PrintedLine, ...]:
    """Set characters to lines, down the page and from left to right in each row.

    Examples
    --------
    >>> places = zip("工会养老", (0, 9, 36, 45), strict=True)
    >>> [line.text for line in set_lines(Glyph(s, x, x + 9, 9, 9) for s, x in places)]
    ['工会', '养老']
    """
    signs = list(glyphs)
    body = find_body_size((glyph.size, not glyph.sign.isspace()) for glyph in signs)
    return tuple(
        PrintedLine(run.text, run.left, run.right, run.base, run.size)
        for row in join_rows(split_rows(signs, body), body)
        for run in row
    )
