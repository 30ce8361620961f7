"""How far a mean over articles can be trusted: resampled means, their intervals, their gaps."""

from collections.abc import Sequence

import numpy as np

from analysis.theme.shapes import Array

RESAMPLES = 1_000
SURE = 0.05
"""What chance makes no more often than this is taken for more than chance."""

LEAST = 5
"""With fewer articles than this an interval says nothing: too few values to draw from."""

ALIKE = 300
"""Of so many articles that are all alike it can be said that others are rare: what is as frequent
as 3 in n is not met among n in one case of twenty (the rule of three, Hanley and Lippman-Hand 1983,
JAMA 249:1743), and 3 in 300 are one percentage point."""

# Above this the mean of shares is as good as normal, and a matrix of weights would grow without
# need: 1,000 resamples of 1,000 articles take 8 MB.
_MOST_DRAWN = 1_000
_EDGES = (2.5, 97.5)
# Equal shares differ by rounding.
_NO_WIDTH = 1e-9


def resample_means(values: Array, *, seed: Sequence[int]) -> Array:
    """Return means of resamples of the rows of ``values``, (n_resamples, n_columns).

    The bootstrap (Efron 1979, doi:10.1214/aos/1176344552) for up to 1,000 rows; for more, means
    drawn from the normal distribution with the standard error of the mean, which the bootstrap
    comes to. The same seed gives the same means.
    """
    random, size = np.random.default_rng(seed), len(values)
    if size > _MOST_DRAWN:
        error = values.std(axis=0, ddof=1) / np.sqrt(size)
        drawn = random.standard_normal((RESAMPLES, values.shape[1]))
        return np.asarray(values.mean(axis=0) + error * drawn)
    places = random.integers(size, size=(RESAMPLES, size))
    # How often each row was drawn, in all resamples at once.
    places += size * np.arange(RESAMPLES)[:, np.newaxis]
    weights = np.bincount(places.ravel(), minlength=RESAMPLES * size).reshape(RESAMPLES, size)
    return np.asarray(weights.astype(np.float64) @ values / size)


def span_means(means: Array, found: Array) -> Array:
    """Return the ends of the 95 % interval of each column of resampled means, (2, n_columns).

    They hold what was ``found`` (n_columns,) also where all resamples are one but for rounding.
    """
    low, high = np.percentile(means, _EDGES, axis=0)
    return np.stack([np.minimum(low, found), np.maximum(high, found)])


def shuffle_gaps(first: Array, second: Array, *, seed: Sequence[int]) -> Array:
    """Return how often chance alone parts two groups as far as they are, (n_columns,), 0-1.

    The rows are dealt to the two groups anew (Fisher's permutation test): in groups of few rows,
    where a resample's interval holds too little, it is wrong no more often than it says. A column
    is met where any column's means part as far, so that the widest of many gaps is no finding by
    being the widest (Westfall and Young 1993, ISBN 0-471-55761-7). Where both have more than 1,000
    rows the gaps are drawn from the normal distribution, which the deals come to.
    """
    small, large = sorted((first, second), key=len)
    rows, random = np.concatenate([small, large]), np.random.default_rng(seed)
    if len(small) > _MOST_DRAWN:
        spread = np.atleast_2d(np.cov(rows, rowvar=False)) * (1 / len(small) + 1 / len(large))
        nothing = np.zeros(rows.shape[1])
        gaps = random.multivariate_normal(nothing, spread, RESAMPLES, method="eigh")
    else:
        deals = (random.choice(len(rows), len(small), replace=False) for _ in range(RESAMPLES))
        sums = np.stack([rows[deal].sum(axis=0) for deal in deals])
        gaps = sums / len(small) - (rows.sum(axis=0) - sums) / len(large)
    widest = np.abs(gaps).max(axis=1)[:, np.newaxis]
    found = np.abs(first.mean(axis=0) - second.mean(axis=0))
    # What was met is one of the deals; it reaches itself, whatever rounding says.
    met = (widest >= found - _NO_WIDTH).sum(axis=0)
    return np.asarray((1 + met) / (1 + RESAMPLES))


def drop_guesses(spans: Array, counts: Array) -> Array:
    """Return intervals (2, ..., n_columns) with no number where resamples cannot tell one.

    A resample draws from what was met. Of fewer than ``LEAST`` rows it comes back too often as one
    and the same few values (of one row always): such an interval holds less than it says. Where all
    rows are alike its width is nothing, which would read as certainty, though a row unlike them may
    not have been met; from ``ALIKE`` rows on that is said rightly. ``counts`` is how many rows each
    interval rests on, of a shape that spreads over it.

    Examples
    --------
    >>> spans = np.array([[[0.1, 0.0], [0.2, 0.0]], [[0.3, 0.0], [0.4, 0.0]]])
    >>> drop_guesses(spans, np.array([[4], [9]]))[1].tolist()
    [[nan, nan], [0.4, nan]]
    """
    low, high = spans
    alike = (high - low < _NO_WIDTH) & (counts < ALIKE)
    return np.where(alike | (counts < LEAST), np.nan, spans)
