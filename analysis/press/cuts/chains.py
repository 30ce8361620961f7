"""Chains of words across a page: where few of them cross a gap, an article may end.

A rare pair of characters that comes back soon is a link (lexical chains: Morris and Hirst 1991,
https://aclanthology.org/J91-1002). Chains are counted within the page, so no table is needed.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

REACHES = (60, 250, 900)
"""How many characters may lie between the two ends of a link."""


def read_chains(
    pairs: Sequence[Mapping[str, float]], sizes: Sequence[int]
) -> list[tuple[float, ...]]:
    """Return one row a block for the gap before it.

    For each of ``REACHES`` the links across the gap, and their share of what the two blocks could
    hold; then the share of the block's pairs that the page has not had yet.
    """
    crossing = _count_links(pairs, sizes)
    seen: set[str] = set()
    rows: list[tuple[float, ...]] = []
    for index, own in enumerate(pairs):
        room = math.sqrt(max(1, len(pairs[max(index - 1, 0)])) * max(1, len(own)))
        fresh = sum(pair not in seen for pair in own) / max(1, len(own))
        seen.update(own)
        rows.append((*crossing[index], *(links / room for links in crossing[index]), fresh))
    return rows


def _count_links(
    pairs: Sequence[Mapping[str, float]], sizes: Sequence[int]
) -> list[tuple[float, ...]]:
    """Return for each block the links that cross the gap before it, one number a reach."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(pairs):
        for pair in own:
            places[pair].append(index)
    ends = list(accumulate(sizes))
    # Links begin and end: what crosses a gap is the sum of what has begun and not ended.
    steps = [[0.0] * (len(pairs) + 1) for _ in REACHES]
    for found in places.values():
        # Pairs that stand in many blocks bind less.
        weight = 1.0 / math.sqrt(len(found) - 1) if len(found) > 1 else 0.0
        for one, two in pairwise(found):
            between = ends[two - 1] - ends[one]
            for reach, step in zip(REACHES, steps, strict=True):
                if between <= reach:
                    step[one + 1] += weight
                    step[two + 1] -= weight
    # Sums of fractions leave a trace behind them where nothing is left.
    sums = [[round(value, 6) for value in accumulate(step)] for step in steps]
    return [tuple(one[index] for one in sums) for index in range(len(pairs))]


def measure_depths(rows: Sequence[tuple[float, ...]], index: int) -> tuple[float, ...]:
    """Return how far the shares of links sink at a gap below both of its sides (TextTiling)."""
    first, last = 0, len(rows) - 1
    before = [rows[max(index - step, first)] for step in (2, 1)]
    after = [rows[min(index + step, last)] for step in (1, 2)]
    return tuple(
        min(max(row[at] for row in before), max(row[at] for row in after)) - rows[index][at]
        for at in range(len(REACHES), 2 * len(REACHES))
    )
