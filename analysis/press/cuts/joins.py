"""Pieces of a page that are one article: columns interrupted by a neighbour, headlines set apart.

Each pair of pieces is rated: does the second go on where the first stops. What speaks for it are
sentences left open and sentences begun nowhere, shared words, a pair of characters that makes a
word across the break, and that no other piece fits better.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.press import cohesion
from analysis.press.cuts import senses
from analysis.press.cuts.pieces import Piece
from analysis.press.cuts.rounds import Rated

Pair = tuple[int, int]
_FARTHEST = 12
_NO_ORDER = -99.0
_SAME_COLUMN = 1.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near the pieces of a page are to each other.

    ``cosines[a][b]`` compares their words, ``senses[a][b]`` what they are about, ``covers[a][b]``
    and ``crowns[a][b]`` the headline of ``a`` with the prose of ``b`` in the same two ways;
    ``lone`` pieces are headlines alone, ``bare`` ones have none.
    """

    cosines: tuple[tuple[float, ...], ...]
    senses: tuple[tuple[float, ...], ...]
    covers: tuple[tuple[float, ...], ...]
    crowns: tuple[tuple[float, ...], ...]
    lone: tuple[int, ...]
    bare: tuple[int, ...]


def compare_pieces(pieces: Sequence[Piece], middle: Sequence[float]) -> Likeness:
    """Compare all pieces of a page with each other; ``middle`` is what all the page is about."""
    places = range(len(pieces))

    def compare(rate: Callable[[Piece, Piece], float]) -> tuple[tuple[float, ...], ...]:
        return tuple(
            tuple(rate(one, two) if one is not two else 0.0 for two in pieces) for one in pieces
        )

    return Likeness(
        cosines=compare(lambda one, two: cohesion.measure_cosine(one.pairs, two.pairs)),
        senses=compare(
            lambda one, two: senses.measure_nearness(one.places.body, two.places.body, middle)
        ),
        covers=compare(lambda one, two: cohesion.measure_coverage(one.head_pairs, two.pairs)),
        crowns=compare(
            lambda one, two: senses.measure_nearness(one.places.head, two.places.body, middle)
        ),
        lone=tuple(at for at in places if pieces[at].only_heads),
        bare=tuple(at for at in places if not pieces[at].only_heads and not pieces[at].head_pairs),
    )


def describe_pairs(pieces: Sequence[Piece], rated: Rated) -> dict[Pair, tuple[float, ...]]:
    """Return one row for each ordered pair of pieces: does the second continue the first."""
    likeness = compare_pieces(pieces, rated.signals.middle)
    page = (
        float(len(likeness.lone)),
        float(len(likeness.bare)),
        float(len(pieces)),
        float(sum(piece.is_open for piece in pieces)),
        float(sum(piece.is_torn for piece in pieces)),
    )
    rows: dict[Pair, tuple[float, ...]] = {}
    for one, first in enumerate(pieces):
        for two, second in enumerate(pieces):
            if one == two or second.only_heads:
                continue
            rows[one, two] = (
                float(max(-_FARTHEST, min(_FARTHEST, two - one))),
                float(first.only_heads),
                *first.looks,
                *second.looks,
                *_compare(pieces, likeness, one, two),
                *page,
                second.cut if two == one + 1 else -1.0,
                second.cut,
                pieces[one + 1].cut if one + 1 < len(pieces) else 1.0,
                float(abs(first.column - second.column) < _SAME_COLUMN),
                *rated.habit,
            )
    return rows


def _compare(pieces: Sequence[Piece], likeness: Likeness, one: int, two: int) -> tuple[float, ...]:
    """Compare two pieces, and each with all others: is there one that fits better."""
    first, second = pieces[one], pieces[two]
    bridge = first.last_sign + second.first_sign
    in_order = one in likeness.lone and two in likeness.bare
    # What a headline alone talks about is compared with prose, what prose is about with prose.
    meaning = likeness.crowns if first.only_heads else likeness.senses
    return (
        *_rank(likeness.cosines, one, two),
        *_rank(meaning, one, two),
        cohesion.measure_cosine(first.tail, second.front),
        senses.measure_nearness(first.places.tail, second.places.front),
        1.0 - cohesion.read_weights().get(bridge, 1.0),
        float(senses.is_known(bridge)),
        likeness.covers[two][one],
        *_rank(likeness.covers, one, two),
        float(likeness.lone.index(one) - likeness.bare.index(two)) if in_order else _NO_ORDER,
    )


def _rank(table: Sequence[Sequence[float]], one: int, two: int) -> tuple[float, ...]:
    """Return how near two pieces are, by how much nearer than the best other, and their ranks."""
    near = table[one][two]
    to_second = [row[two] for at, row in enumerate(table) if at not in (one, two)]
    from_first = [value for at, value in enumerate(table[one]) if at not in (one, two)]
    return (
        near,
        near - max(to_second, default=0.0),
        near - max(from_first, default=0.0),
        float(sum(value > near for value in to_second)),
        float(sum(value > near for value in from_first)),
    )
