"""Boosted decision trees as plain numbers: learnt elsewhere, read from JSON, evaluated here.

A tree is a number (a leaf) or ``(feature, threshold, left, right)``: left when the feature is at
most the threshold. Nothing but the standard library is needed, and nothing is unpickled.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LIKELY = 0.5
"""A probability above this is a yes, in every decision."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves add up, with the base, to the log odds of a yes."""

    base: float
    trees: tuple[Any, ...]

    def rate(self, row: Sequence[float]) -> float:
        """Return the probability of a yes for one row of features.

        Examples
        --------
        >>> round(Forest(0.0, ((0, 0.5, -2.0, 2.0),)).rate([1.0]), 3)
        0.881
        """
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.add_up(row)))))

    def add_up(self, row: Sequence[float]) -> float:
        """Return the log odds of a yes for one row of features."""
        total = self.base
        for tree in self.trees:
            node = tree
            while node.__class__ is tuple:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return total


def read_forest(numbers: dict[str, Any]) -> Forest:
    """Make a forest of what JSON holds: ``base`` and ``trees``."""
    return Forest(base=float(numbers["base"]), trees=tuple(map(_freeze, numbers["trees"])))


def _freeze(node: Any) -> Any:  # noqa: ANN401 - JSON has no recursive type
    """Make tuples of lists: the collector of garbage does not visit tuples of numbers."""
    return tuple(map(_freeze, node)) if node.__class__ is list else node
