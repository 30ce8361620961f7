"""How sure a share is: what it would be, had other articles of the same kind been printed."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from analysis.theme.resampling import drop_guesses, resample_means, span_means
from analysis.view.measuring.weighing import Tally, Weighing

MOST_DRAWN = 50
"""Steps of up to so many articles are resampled; for more the normal distribution stands for it."""

# The normal distribution holds 95 % within so many standard deviations.
_WIDE = 1.959964

Band = NDArray[np.float64]


def span_shares(
    weighing: Weighing, codes: NDArray[np.integer], tally: Tally, *, seed: int
) -> tuple[Band, Band]:
    """Return the ends of the 95 % band around the shares of each group, (n_groups, n_themes) each.

    The bootstrap over the articles of a group (Efron 1979, doi:10.1214/aos/1176344552): groups of
    up to ``MOST_DRAWN`` articles are resampled 1,000 times; for larger ones the band is normal,
    with the standard error that the bootstrap of a ratio comes to (its linear approximation). The
    same seed gives the same band. Not a number where a group counts nothing, or too little to tell
    a band from (``resampling.drop_guesses``).
    """
    errors = _WIDE * _measure_errors(weighing, codes, tally)
    low, high = np.maximum(tally.shares - errors, 0.0), np.minimum(tally.shares + errors, 1.0)
    for group, own in _list_small(codes, tally):
        weights = weighing.weights[own, np.newaxis]
        columns = np.hstack([weights * weighing.shares[own], weights])
        means = resample_means(columns, seed=(seed, group))
        # A resample of articles that count nothing has no share; it says nothing either way.
        means = means[means[:, -1] > 0]
        ratios = np.clip(means[:, :-1] / means[:, -1:], 0.0, 1.0)
        low[group], high[group] = span_means(ratios, tally.shares[group])
    low, high = drop_guesses(np.stack([low, high]), tally.counts[:, np.newaxis])
    return low, high


def _list_small(
    codes: NDArray[np.integer], tally: Tally
) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Yield the groups that are resampled, each with the places of its articles."""
    small = (tally.counts <= MOST_DRAWN) & (tally.weights > 0)
    places = np.flatnonzero(small[codes])
    places = places[np.argsort(codes[places], kind="stable")]
    groups = np.flatnonzero(small)
    ends = np.cumsum(tally.counts[groups])
    for group, end in zip(groups.tolist(), ends.tolist(), strict=True):
        yield group, places[end - int(tally.counts[group]) : end]


def _measure_errors(
    weighing: Weighing, codes: NDArray[np.integer], tally: Tally
) -> NDArray[np.float64]:
    """Return the standard error of each group's weighted mean, (n_groups, n_themes)."""
    n_groups, n_themes = tally.shares.shape
    squares = weighing.weights**2
    errors = np.empty((n_groups, n_themes))
    for theme in range(n_themes):
        apart = weighing.shares[:, theme] - tally.shares[codes, theme]
        errors[:, theme] = np.bincount(codes, weights=squares * apart**2, minlength=n_groups)
    whole = np.where(tally.weights > 0, tally.weights, np.nan)[:, np.newaxis]
    return np.asarray(np.sqrt(errors) / whole, dtype=np.float64)
