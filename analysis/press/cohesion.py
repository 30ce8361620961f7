"""Which words two stretches of text share: the evidence that they are one article.

An article introduces its names, places and things once and goes on with them. Rare pairs of
characters stand for them, so no dictionary is needed and no decade is preferred.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{2,}|\d{2,}")
_TABLE = Path(__file__).with_name("bigrams.json")
_UNKNOWN = 1.0
# Pairs in more than one text of ten say nothing about what a text is about.
_LEAST_WEIGHT = 0.25


@lru_cache(maxsize=1)
def read_weights() -> Mapping[str, float]:
    """Return the weight (0-1) of frequent pairs of characters; all others weigh 1."""
    table: dict[str, str] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return {
        pairs[at : at + 2]: float(weight)
        for weight, pairs in table.items()
        for at in range(0, len(pairs), 2)
    }


def count_pairs(text: str) -> dict[str, float]:
    """Return the telling pairs of characters of a text with their weights.

    Examples
    --------
    >>> sorted(count_pairs("茉莉花"))
    ['茉莉', '莉花']
    """
    weights = read_weights()
    found: dict[str, float] = {}
    for run in _HAN_RUN.findall(text):
        if run[0] < "\u4e00":
            found[run.lower()] = _UNKNOWN
            continue
        for at in range(len(run) - 1):
            pair = run[at : at + 2]
            weight = weights.get(pair, _UNKNOWN)
            if weight > _LEAST_WEIGHT:
                found[pair] = weight
    return found


def measure_cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return how much two texts share, 0-1: the cosine of their weighted pairs."""
    if not first or not second:
        return 0.0
    # In the order of one text, never of a set: sums of floats must not depend on hashes.
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    shared = sum([weight * weight for pair, weight in small.items() if pair in large])
    sizes = sum([weight * weight for weight in small.values()])
    sizes *= sum([weight * weight for weight in large.values()])
    return shared / math.sqrt(sizes)


def measure_coverage(head: Mapping[str, float], body: Mapping[str, float]) -> float:
    """Return the share of a headline's weight that a body takes up, 0-1."""
    total = sum(head.values())
    return sum([head[pair] for pair in head if pair in body]) / total if total else 0.0


def merge_pairs(blocks: Sequence[Mapping[str, float]], indices: Iterable[int]) -> dict[str, float]:
    """Return the pairs of several blocks together."""
    merged: dict[str, float] = {}
    for index in indices:
        merged.update(blocks[index])
    return merged
