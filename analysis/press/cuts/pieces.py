"""The pieces between the cuts of a page, described as wholes: how they begin and how they end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.press import cohesion
from analysis.press.cuts import senses
from analysis.press.cuts.rounds import Rated
from analysis.press.cuts.signals import Signals
from analysis.press.cuts.stretches import Stretch
from analysis.press.cuts.trees import LIKELY

# Places in the looks of a block (signals.read_looks).
_ENDED, _SOFT, _CLOSED, _OPENING, _BYLINE = 2, 3, 4, 6, 11
_FROM, _TO, _CREDIT, _COLUMN, _START = 13, 14, 15, 22, 23
# How much of a piece's end and beginning is compared: two or three paragraphs.
_EDGE = 260
_LEAST_OPEN = 12
_LARGEST = 3000


@dataclass(frozen=True, slots=True)
class Places:
    """Where the prose of a piece lies by its meaning, its headline, its last and first words."""

    body: senses.Point
    head: senses.Point
    tail: senses.Point
    front: senses.Point


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks between two cuts; ``first`` and ``after`` are places among the blocks.

    ``cut`` is how likely an article begins with the first of them.

    ``looks`` are, in this order: size, stops in mid-sentence, last mark, how likely its first
    character begins a paragraph, opening formula, byline, jump from, jump to, closing credit,
    headline at the beginning, headline at the end, width of the column, blocks of prose.
    """

    first: int
    after: int
    looks: tuple[float, ...]
    only_heads: bool
    pairs: Mapping[str, float]
    head_pairs: Mapping[str, float]
    tail: Mapping[str, float]
    front: Mapping[str, float]
    places: Places
    last_sign: str
    first_sign: str
    cut: float = 1.0

    @property
    def is_open(self) -> bool:
        """Whether the piece stops in mid-sentence."""
        return self.looks[1] > 0

    @property
    def is_torn(self) -> bool:
        """Whether the piece begins as no paragraph begins."""
        return self.looks[3] < 0

    @property
    def column(self) -> float:
        """The width of the column the piece begins in."""
        return self.looks[11]


def cut_pieces(rated: Rated, texts: Sequence[str], stretches: Sequence[Stretch]) -> list[Piece]:
    """Return the pieces of a page that was cut into stretches."""
    return [
        replace(
            describe_piece(rated.signals, texts, rated.heads, range(first, after)),
            cut=rated.read_cut(first),
        )
        for first, after in stretches
    ]


def describe_piece(
    signals: Signals, texts: Sequence[str], heads: Sequence[float], inside: range
) -> Piece:
    """Describe the blocks ``inside`` as one piece."""
    body = [index for index in inside if heads[index] <= LIKELY] or list(inside)
    sizes = signals.sizes
    tail = [i for i in body if sum(sizes[j] for j in body if j > i) < _EDGE]
    front = [i for i in body if sum(sizes[j] for j in body if j < i) < _EDGE]
    return Piece(
        first=inside[0],
        after=inside[-1] + 1,
        looks=_read_looks(signals, heads, inside, body),
        only_heads=all(heads[index] > LIKELY for index in inside),
        pairs=cohesion.merge_pairs(signals.pairs, body),
        head_pairs=cohesion.merge_pairs(signals.pairs, [i for i in inside if heads[i] > LIKELY]),
        tail=cohesion.merge_pairs(signals.pairs, tail),
        front=cohesion.merge_pairs(signals.pairs, front),
        places=Places(
            *(
                senses.add_points(signals.points, part)
                for part in (body, [i for i in inside if heads[i] > LIKELY], tail, front)
            )
        ),
        last_sign=texts[body[-1]].rstrip()[-1:],
        first_sign=texts[body[0]].lstrip()[:1],
    )


def _read_looks(
    signals: Signals, heads: Sequence[float], inside: range, body: Sequence[int]
) -> tuple[float, ...]:
    begin, end = signals.looks[body[0]], signals.looks[body[-1]]
    stops = not end[_ENDED] and not end[_CLOSED] and signals.sizes[body[-1]] > _LEAST_OPEN
    return (
        float(min(sum(signals.sizes[index] for index in inside), _LARGEST)),
        float(stops),
        end[_SOFT],
        begin[_START],
        begin[_OPENING],
        begin[_BYLINE],
        begin[_FROM],
        end[_TO],
        end[_CREDIT],
        heads[inside[0]],
        heads[inside[-1]],
        begin[_COLUMN],
        float(len(body)),
    )
