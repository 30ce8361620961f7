"""What the other decisions of the page say about one gap: the view of the whole page.

A cut is likely where a headline is likely to follow, unlikely soon after another cut, and pages
keep a habit: their headlines open the articles or close them. So the decisions are taken in
rounds, and each round sees the answers of the one before.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.press import cohesion
from analysis.press.cuts.signals import Signals
from analysis.press.cuts.trees import LIKELY

_AROUND = range(-3, 5)
_NOWHERE = -1.0


@dataclass(frozen=True, slots=True)
class Rated:
    """How likely each block begins an article and is a headline, and the habit of the page.

    ``rows`` are what the cuts were decided on in the last round.
    """

    signals: Signals
    cuts: Sequence[float]
    heads: Sequence[float]
    habit: Sequence[float]
    rows: Sequence[tuple[float, ...]] = ()

    @property
    def count(self) -> int:
        """How many blocks the page has."""
        return len(self.cuts)

    @property
    def closes(self) -> bool:
        """Whether the headlines of the page rather close the articles than open them."""
        return self.habit[1] > self.habit[0]

    def read_cut(self, index: int) -> float:
        """Return how likely an article begins with a block; a page's ends are certain."""
        return self.cuts[index] if 0 < index < self.count else 1.0

    def read_head(self, index: int) -> float:
        """Return how likely a block is a headline; -1 beyond the page."""
        return self.heads[index] if 0 <= index < self.count else _NOWHERE


def read_context(
    signals: Signals, cuts: Sequence[float], heads: Sequence[float], habit: Sequence[float]
) -> list[tuple[float, ...]]:
    """Return one row a block: what is likely around it, given the last round's probabilities.

    ``cuts[i]`` is how likely an article or piece begins with block ``i``, ``heads[i]`` how likely
    the block is a line of a headline.
    """
    count = len(cuts)
    starts = [index for index in range(count) if index == 0 or cuts[index] > LIKELY]
    habit = (*habit, *_read_habit(starts, heads))
    bounds = _find_bounds(starts, count)
    rows: list[tuple[float, ...]] = []
    for index in range(count):
        near = [
            values[index + step] if 0 <= index + step < count else -1.0
            for values in (cuts, heads)
            for step in _AROUND
        ]
        rows.append((*near, *_read_stretch(signals, heads, index, bounds[index]), *habit))
    return rows


def _find_bounds(starts: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Return for each block the last likely start before it and the next one after it."""
    bounds: list[tuple[int, int]] = []
    for first, after in pairwise([*starts, count]):
        before = bounds[-1][0] if bounds else 0
        bounds.append((before, after))
        bounds += [(first, after)] * (after - first - 1)
    return bounds


def _read_stretch(
    signals: Signals, heads: Sequence[float], index: int, bounds: tuple[int, int]
) -> tuple[float, ...]:
    """Describe the likely stretches on both sides of the gap before ``index``."""
    first, after = bounds
    last = index
    while last + 1 < after and heads[last] > LIKELY and heads[last + 1] > LIKELY:
        last += 1
    before = cohesion.merge_pairs(signals.pairs, range(first, index))
    behind = cohesion.merge_pairs(signals.pairs, range(index, after))
    run = cohesion.merge_pairs(signals.pairs, range(index, last + 1))
    rest = cohesion.merge_pairs(signals.pairs, range(last + 1, after))
    likely = heads[index] > LIKELY
    return (
        math.log1p(sum(signals.sizes[first:index])),
        math.log1p(sum(signals.sizes[index:after])),
        float(index - first),
        float(after - index),
        heads[first],
        heads[after - 1],
        max(heads[first:index], default=0.0),
        max(heads[index:after], default=0.0),
        heads[after] if after < len(heads) else -1.0,
        cohesion.measure_cosine(before, behind),
        cohesion.measure_coverage(run, before) if likely else -1.0,
        cohesion.measure_coverage(run, rest) if likely else -1.0,
    )


def _read_habit(starts: Sequence[int], heads: Sequence[float]) -> tuple[float, ...]:
    """Return how often the page's articles begin with a headline, end with one, and how many."""
    opens = sum(heads[start] for start in starts) / len(starts)
    closes = sum(heads[start - 1] for start in starts if start) + heads[-1]
    return (opens, closes / len(starts), float(len(starts)), sum(heads) / len(heads))
