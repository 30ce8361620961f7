"""What a share is a share of: of articles, of characters, of what stands on front pages."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.study.catalogue import Catalogue
from analysis.study.facets import FRONT
from analysis.study.select import Mask
from analysis.theme.resampling import LEAST
from analysis.view.measuring import remembering
from analysis.view.measuring.remembering import remember_selection

PER = ("articles", "characters", "front")
"""articles: each counts one; characters: each counts its length; front: those of front pages count
one, all others nothing."""

FEW = LEAST
"""Of fewer articles than this a share says too little, for no interval can be told of it: a share
that bears one is never pale, and a pale one never bears one."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """The articles that count, and how much each of them does.

    ``places`` (n_counted,) are rows of the catalogue, ``weights`` (n_counted,) what each counts,
    ``shares`` (n_counted, n_themes) its shares, 0-1, ``main`` (n_counted,) its main theme. An
    article without a word that could be analysed has no share and does not count.
    """

    places: NDArray[np.int64]
    weights: NDArray[np.float64]
    shares: NDArray[np.float64]
    main: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What groups of articles hold.

    ``counts`` (n_groups,) articles; ``weights`` (n_groups,) what they count together; ``shares``
    (n_groups, n_themes), 0-1, not a number where a group counts nothing; ``mains`` (n_groups,
    n_themes) what the articles of each main theme count.
    """

    counts: NDArray[np.int64]
    weights: NDArray[np.float64]
    shares: NDArray[np.float64]
    mains: NDArray[np.float64]


@remember_selection(remembering.FEW)
def weigh_articles(catalogue: Catalogue, rows: Mask, per: str) -> Weighing:
    """Return which of the selected articles count, and how much, by one of ``PER``."""
    counted = rows & (catalogue.main >= 0)
    if per == "front":
        counted = counted & (catalogue.facets.fronts == FRONT)
    places = np.flatnonzero(counted)
    weights = np.ones(len(places))
    if per == "characters":
        weights = catalogue.articles["characters"].to_numpy()[places].astype(np.float64)
    # Taken by place: to pick rows by a mask, or by brackets, takes three times as long.
    shares = catalogue.theme_shares.take(places, axis=0)
    return Weighing(places, weights, shares, catalogue.main.take(places))


def keep_places(weighing: Weighing, kept: Mask) -> Weighing:
    """Return a weighing of some of its articles only; ``kept`` is (n_counted,)."""
    if kept.all():
        return weighing
    own = np.flatnonzero(kept)
    return Weighing(
        weighing.places.take(own),
        weighing.weights.take(own),
        weighing.shares.take(own, axis=0),
        weighing.main.take(own),
    )


def tally_groups(weighing: Weighing, codes: NDArray[np.integer], n_groups: int) -> Tally:
    """Return what each group holds; ``codes`` (n_counted,) say which group an article is of.

    One pass over the articles a theme, however many groups there are.
    """
    n_themes = weighing.shares.shape[1]
    weights = _sum_groups(codes, weighing.weights, n_groups)
    sums = np.empty((n_groups, n_themes))
    for theme in range(n_themes):
        sums[:, theme] = _sum_groups(codes, weighing.weights * weighing.shares[:, theme], n_groups)
    cells = np.asarray(codes, dtype=np.int64) * n_themes + weighing.main
    mains = _sum_groups(cells, weighing.weights, n_groups * n_themes)
    whole = np.where(weights > 0, weights, np.nan)[:, np.newaxis]
    return Tally(
        counts=np.bincount(codes, minlength=n_groups),
        weights=weights,
        # A mean of shares of at most 1 is no larger, whatever rounding says.
        shares=np.minimum(sums / whole, 1.0),
        mains=mains.reshape(n_groups, n_themes),
    )


def _sum_groups(
    codes: NDArray[np.integer], values: NDArray[np.float64], n_groups: int
) -> NDArray[np.float64]:
    summed = np.bincount(codes, weights=values, minlength=n_groups)
    # Nothing to add up comes back as whole numbers.
    return np.asarray(summed, dtype=np.float64)


def tally_all(weighing: Weighing) -> Tally:
    """Return what all of the articles hold together, as one group."""
    weight, n_themes = weighing.weights.sum(), weighing.shares.shape[1]
    sums = weighing.weights @ weighing.shares
    return Tally(
        counts=np.array([len(weighing.places)]),
        weights=np.array([weight]),
        shares=np.minimum(sums / (weight if weight > 0 else np.nan), 1.0)[np.newaxis],
        mains=_sum_groups(weighing.main, weighing.weights, n_themes)[np.newaxis],
    )
