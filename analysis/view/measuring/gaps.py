"""In which theme two groups of articles differ, where that is more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.study.comparing import is_open
from analysis.study.select import Mask
from analysis.theme.resampling import (
    LEAST,
    SURE,
    drop_guesses,
    resample_means,
    shuffle_gaps,
    span_means,
)
from analysis.view.measuring.weighing import Weighing, keep_places, tally_all

Groups = tuple[Mask, Mask]
"""Which articles are of either group, (n_counted,) each."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The theme that two groups differ most in: its column, its share in each, 0-1.

    ``low`` and ``high`` are the ends of the 95 % interval of how much more the first has.
    """

    theme: int
    shares: tuple[float, float]
    low: float
    high: float

    @property
    def width(self) -> float:
        """How much more the first has, below 0 where it has less."""
        return self.shares[0] - self.shares[1]


def find_gap(weighing: Weighing, groups: Groups, themes: Sequence[int], *, seed: int) -> Gap | None:
    """Return the theme, of those listed, with the largest difference that is more than chance.

    Its interval leaves out 0, and of shuffles of the articles at most one in twenty makes so large
    a difference in any of the themes: of many noisy differences one is always the largest, and of
    few articles an interval holds too little. None where there is none, or where two are alike.
    """
    if min(int(group.sum()) for group in groups) < LEAST or not themes:
        return None
    parts = [keep_places(weighing, group) for group in groups]
    shares = [tally_all(part).shares[0] for part in parts]
    span = _span(parts, shares, seed=seed)
    chance = _chance_differences(parts, themes, seed=seed)
    widths = np.abs(shares[0] - shares[1])
    likely = zip(themes, chance.tolist(), strict=True)
    sure = [theme for theme, one in likely if one <= SURE and not is_open(*span[:, theme])]
    ranked = sorted(sure, key=lambda theme: -widths[theme])
    if not ranked or (len(ranked) > 1 and np.isclose(*widths[ranked[:2]])):
        return None
    low, high = span[:, ranked[0]].tolist()
    first, second = (float(one[ranked[0]]) for one in shares)
    return Gap(ranked[0], (first, second), low, high)


def span_differences(weighing: Weighing, groups: Groups, *, seed: int) -> NDArray[np.float64]:
    """Return the ends of the 95 % interval of how much more the first group has, (2, n_themes).

    Each group is resampled by itself; both have ``LEAST`` articles or more. Not a number where a
    group has too little to tell its own interval from (``resampling.drop_guesses``): no difference
    is surer than its parts.
    """
    parts = [keep_places(weighing, group) for group in groups]
    return _span(parts, [tally_all(part).shares[0] for part in parts], seed=seed)


def _span(
    parts: Sequence[Weighing], shares: Sequence[NDArray[np.float64]], *, seed: int
) -> NDArray[np.float64]:
    drawn, known = [], []
    for number, (own, share) in enumerate(zip(parts, shares, strict=True)):
        pulls = _pull_apart(own.shares, share, own.weights / own.weights.mean())
        means = share + resample_means(pulls, seed=(seed, number))
        drawn.append(means)
        known.append(drop_guesses(span_means(means, share), np.array(len(own.places))))
    span = span_means(drawn[0] - drawn[1], shares[0] - shares[1])
    return np.asarray(np.where(np.isnan(known).any(axis=(0, 1)), np.nan, span), dtype=np.float64)


def _chance_differences(
    parts: Sequence[Weighing], themes: Sequence[int], *, seed: int
) -> NDArray[np.float64]:
    """Return how often shuffles make as large a difference in any of the themes, (n_listed,)."""
    columns = list(themes)
    weight = sum(float(part.weights.sum()) for part in parts)
    sums = [part.weights @ part.shares[:, columns] for part in parts]
    mean = weight / sum(len(part.places) for part in parts)
    share = np.sum(sums, axis=0) / weight
    first, second = (
        _pull_apart(part.shares[:, columns], share, part.weights / mean) for part in parts
    )
    return shuffle_gaps(first, second, seed=(seed, len(parts)))


def _pull_apart(
    shares: NDArray[np.float64], share: NDArray[np.float64], pull: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return how far each article pulls the shares of all from what they are, (n, n_themes).

    A ratio of means as one mean (its linear approximation); where weights are alike it is one.
    ``pull`` is the weight of each, in all as many as there are articles.
    """
    apart = shares - share
    apart *= pull[:, np.newaxis]
    return apart
