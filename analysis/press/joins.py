"""Pieces of a page that are one article: columns interrupted by a neighbour, headlines set apart.

Each pair of pieces is rated: does the second go on where the first stops. What speaks for it are
sentences left open and sentences begun nowhere, shared words, a pair of characters that makes a
word across the break, and that no other piece fits better.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.press import cohesion
from analysis.press.pieces import LIKELY, Piece

Pair = tuple[int, int]
_FARTHEST = 12
_NO_ORDER = -99.0
_SAME_COLUMN = 1.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near the pieces of a page are to each other.

    ``cosines[a][b]`` compares their words, ``covers[a][b]`` the headline of ``a`` with the prose
    of ``b``; ``lone`` pieces are headlines alone, ``bare`` ones have none.
    """

    cosines: tuple[tuple[float, ...], ...]
    covers: tuple[tuple[float, ...], ...]
    lone: tuple[int, ...]
    bare: tuple[int, ...]


def compare_pieces(pieces: Sequence[Piece]) -> Likeness:
    """Compare all pieces of a page with each other."""
    places = range(len(pieces))
    cosines = [[0.0] * len(pieces) for _ in places]
    for one in places:
        for two in range(one):
            near = cohesion.measure_cosine(pieces[one].pairs, pieces[two].pairs)
            cosines[one][two] = cosines[two][one] = near
    covers = [
        tuple(
            cohesion.measure_coverage(one.head_pairs, two.pairs) if one is not two else 0.0
            for two in pieces
        )
        for one in pieces
    ]
    return Likeness(
        cosines=tuple(map(tuple, cosines)),
        covers=tuple(covers),
        lone=tuple(at for at in places if pieces[at].only_heads),
        bare=tuple(at for at in places if not pieces[at].only_heads and not pieces[at].head_pairs),
    )


def describe_pairs(
    pieces: Sequence[Piece], habit: Sequence[float]
) -> dict[Pair, tuple[float, ...]]:
    """Return one row for each ordered pair of pieces: does the second continue the first."""
    likeness = compare_pieces(pieces)
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
                *habit,
            )
    return rows


def _compare(pieces: Sequence[Piece], likeness: Likeness, one: int, two: int) -> tuple[float, ...]:
    """Compare two pieces, and each with all others: is there one that fits better."""
    cosines, covers = likeness.cosines, likeness.covers
    others = [at for at in range(len(pieces)) if at not in (one, two)]
    near, cover = cosines[one][two], covers[one][two]
    bridge = pieces[one].last_sign + pieces[two].first_sign
    in_order = one in likeness.lone and two in likeness.bare
    return (
        near,
        near - max((cosines[at][two] for at in others), default=0.0),
        float(sum(cosines[at][two] > near for at in others)),
        float(sum(cosines[one][at] > near for at in others)),
        cohesion.measure_cosine(pieces[one].tail, pieces[two].front),
        1.0 - cohesion.read_weights().get(bridge, 1.0),
        cover,
        covers[two][one],
        float(sum(covers[at][two] > cover for at in others)),
        float(sum(covers[one][at] > cover for at in others)),
        float(likeness.lone.index(one) - likeness.bare.index(two)) if in_order else _NO_ORDER,
    )


def link_pieces(rates: Mapping[Pair, float], only_heads: Sequence[bool]) -> list[list[int]]:
    """Return chains of pieces, the likeliest links first.

    A piece goes on in one other at most and continues one at most; a headline alone belongs to
    one piece at most, and stands before it.

    Examples
    --------
    >>> link_pieces({(0, 2): 0.9, (1, 2): 0.8, (2, 0): 0.7}, [False, False, False])
    [[0, 2], [1]]
    """
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    crowned: dict[int, int] = {}
    for (one, two), rate in sorted(rates.items(), key=lambda item: -item[1]):
        if rate <= LIKELY:
            break
        if one in after:
            continue
        if only_heads[one]:
            if two not in crowned:
                after[one], crowned[two] = two, one
        elif two not in before and _find_end(two, after) != one:
            after[one], before[two] = two, one
    free = [
        at
        for at in range(len(only_heads))
        if at not in before and not (only_heads[at] and at in after)
    ]
    return [_follow_chain(start, after, crowned, only_heads) for start in free]


def _find_end(piece: int, after: Mapping[int, int]) -> int:
    while piece in after:
        piece = after[piece]
    return piece


def _follow_chain(
    start: int, after: Mapping[int, int], crowned: Mapping[int, int], only_heads: Sequence[bool]
) -> list[int]:
    chain, at = [start], start
    while not only_heads[at] and at in after:
        at = after[at]
        chain.append(at)
    heads = [crowned[piece] for piece in chain if piece in crowned]
    return [*heads, *chain]
