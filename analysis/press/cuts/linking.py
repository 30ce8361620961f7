"""Rated pairs of pieces to chains: which piece goes on in which, the likeliest links first."""

from collections.abc import Mapping, Sequence

from analysis.press.cuts.joins import Pair
from analysis.press.cuts.trees import LIKELY

# A second continuation of one piece is believed above this only.
_SURE = 0.75


def link_pieces(rates: Mapping[Pair, float], only_heads: Sequence[bool]) -> list[list[int]]:
    """Return chains of pieces, the likeliest links first.

    A piece goes on in one other at most and continues one at most; a headline alone belongs to
    one piece at most, and stands before it. Two pieces that both surely continue a third are of
    one article: the less likely is set behind the end of the chain.

    Examples
    --------
    >>> link_pieces({(0, 2): 0.9, (1, 2): 0.6, (2, 0): 0.7}, [False, False, False])
    [[0, 2], [1]]
    >>> link_pieces({(0, 1): 0.9, (0, 2): 0.8}, [False, False, False])
    [[0, 1, 2]]
    """
    ranked = sorted(rates.items(), key=lambda item: -item[1])
    links, crowns = _choose_links([pair for pair, rate in ranked if rate > LIKELY], only_heads)
    sure = [pair for pair, rate in ranked if rate > _SURE and not only_heads[pair[0]]]
    links = _lengthen(links, sure)
    later = set(links.values())
    placed = set(crowns.values())
    free = [at for at in range(len(only_heads)) if at not in later and at not in placed]
    return [_follow_chain(start, links, crowns) for start in free]


def _choose_links(
    ranked: Sequence[Pair], only_heads: Sequence[bool]
) -> tuple[dict[int, int], dict[int, int]]:
    """Take the pairs in their order while they fit: what goes on in what, and who is crowned."""
    links: dict[int, int] = {}
    later: set[int] = set()
    crowns: dict[int, int] = {}
    for one, two in ranked:
        if only_heads[one]:
            if two not in crowns and one not in crowns.values():
                crowns[two] = one
        elif one not in links and two not in later and _find_end(two, links) != one:
            links[one] = two
            later.add(two)
    return links, crowns


def _lengthen(links: Mapping[int, int], sure: Sequence[Pair]) -> dict[int, int]:
    """Set pieces that continue one which goes on elsewhere behind the end of its chain."""
    longer = dict(links)
    for one, two in sure:
        end = _find_end(one, longer)
        if two not in longer.values() and _find_end(two, longer) != end:
            longer[end] = two
    return longer


def _find_end(piece: int, links: Mapping[int, int]) -> int:
    while piece in links:
        piece = links[piece]
    return piece


def _follow_chain(start: int, links: Mapping[int, int], crowns: Mapping[int, int]) -> list[int]:
    chain, at = [start], start
    while at in links:
        at = links[at]
        chain.append(at)
    return [*(crowns[piece] for piece in chain if piece in crowns), *chain]
