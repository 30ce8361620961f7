"""Characters with their places to runs: the rows of a page, cut wherever a gutter may be.

Places are in points, and grow to the right and down the page; widths are in sizes of the type.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from statistics import median

# Type this much larger than the text's is display: headlines, their kickers and decks.
DISPLAY = 1.15
# A stretched headline has its characters this far apart, evenly.
STRETCHED = 1.6
# Characters of one row stand on one line, smaller ones a little off it.
ROW = 0.35
# Justified Chinese opens gaps of up to half a character; a gutter is wider.
_WIDE = 0.6
# Words at an angle go on as far as the next character is this near.
_NEAR = 2.5
# A word space in Latin text is a quarter of a character wide, between Han characters a half.
_LATIN_SPACE = 0.16
_HAN_SPACE = 0.45


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: its left and right, the line it stands on, its size in points.

    ``turn`` is the angle at which it stands on the page, in quarters: 0, 90, 180 or 270 degrees.
    """

    sign: str
    left: float
    right: float
    base: float
    size: float
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one row that follow each other; ``usual`` is the gap between them."""

    glyphs: tuple[Glyph, ...]
    usual: float
    left: float
    right: float
    base: float
    size: float

    @property
    def text(self) -> str:
        """The words; printed spaces are spaces, and gaps that are wider than the usual."""
        text = self.glyphs[0].sign
        for before, glyph in pairwise(self.glyphs):
            latin = before.sign < "\u2000" and glyph.sign < "\u2000"
            space = measure_gap(before, glyph) - self.usual
            text += " " * (space > (_LATIN_SPACE if latin else _HAN_SPACE)) + glyph.sign
        return " ".join(text.split())


def make_run(glyphs: Sequence[Glyph], usual: float) -> Run:
    """Measure the characters of a run."""
    return Run(
        glyphs=tuple(glyphs),
        usual=usual,
        left=glyphs[0].left,
        right=max(glyph.right for glyph in glyphs),
        base=median(glyph.base for glyph in glyphs),
        size=median(glyph.size for glyph in glyphs),
    )


def measure_gap(before: Glyph, glyph: Glyph) -> float:
    """Return the room between two characters, in sizes of the smaller."""
    return (glyph.left - before.right) / min(before.size, glyph.size)


def find_body_size(sizes: Iterable[tuple[float, int]]) -> float:
    """Return the size in which most characters are set, to half a point.

    Examples
    --------
    >>> find_body_size([(9.1, 700), (24.0, 12), (8.9, 60)])
    9.0
    """
    counts: Counter[float] = Counter()
    for size, characters in sizes:
        counts[round(size * 2) / 2] += characters
    return counts.most_common(1)[0][0] if counts else 0.0


def find_turn(glyphs: Iterable[Glyph]) -> int:
    """Return the angle at which most characters of a page stand.

    Examples
    --------
    >>> find_turn([Glyph("工", 0, 9, 9, 9, turn=90), Glyph("会", 0, 9, 18, 9, turn=90)])
    90
    """
    counts = Counter(glyph.turn for glyph in glyphs if not glyph.sign.isspace())
    return counts.most_common(1)[0][0] if counts else 0


def join_turned(glyphs: Sequence[Glyph]) -> tuple[str, ...]:
    """Return the words that stand at an angle, in the order of the file.

    Examples
    --------
    >>> join_turned([Glyph("工", 0, 9, 9, 9, 90), Glyph("会", 0, 9, 18, 9, 90)])
    ('工会',)
    """
    words: list[str] = []
    for before, glyph in zip([None, *glyphs], glyphs, strict=False):
        near = before is not None and _is_near(before, glyph)
        words[-1:] = [words[-1] + glyph.sign] if near else [*words[-1:], glyph.sign]
    return tuple(word.strip() for word in words if word.strip())


def _is_near(before: Glyph, glyph: Glyph) -> bool:
    way = hypot(glyph.left - before.left, glyph.base - before.base)
    return glyph.turn == before.turn and way <= _NEAR * max(glyph.size, before.size)


def split_rows(glyphs: Iterable[Glyph], body: float) -> list[list[Run]]:
    """Return the rows of a page, each cut at every gap that may be a gutter.

    A space that is printed fills its gap, which then is none: what was set as one line stays one.
    """
    seen = {_place(glyph): glyph for glyph in glyphs}
    rows: list[list[Glyph]] = []
    for glyph in sorted(seen.values(), key=lambda one: one.base):
        if rows and glyph.base - rows[-1][0].base <= ROW * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    runs = [_split_row(sorted(row, key=lambda glyph: glyph.left), body) for row in rows]
    return [row for row in runs if row]


def _place(glyph: Glyph) -> tuple[str, int, int]:
    """Return what is equal for a character that is printed twice to look bold."""
    step = glyph.size / 3
    return glyph.sign, round(glyph.left / step), round(glyph.base / step)


def _split_row(row: Sequence[Glyph], body: float) -> list[Run]:
    gaps = [measure_gap(*pair) for pair in pairwise(row)]
    usual = min(max(median(gaps), 0.0), STRETCHED) if len(gaps) > 2 else 0.0
    runs = [[row[0]]]
    for gap, glyph in zip(gaps, row[1:], strict=True):
        # Gutters are as wide above headlines as above text: fewer of their characters.
        if gap - usual > _WIDE * min(1.0, DISPLAY * body / glyph.size):
            runs.append([glyph])
        else:
            runs[-1].append(glyph)
    return [make_run(bare, usual) for run in runs if (bare := _strip_spaces(run))]


def _strip_spaces(run: Sequence[Glyph]) -> Sequence[Glyph]:
    printed = [place for place, glyph in enumerate(run) if not glyph.sign.isspace()]
    return run[printed[0] : printed[-1] + 1] if printed else ()
