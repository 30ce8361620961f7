"""A sample that a screen can hold: of each theme its part, the same articles each time."""

import numpy as np
from numpy.typing import NDArray

from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask


def sample_articles(catalogue: Catalogue, rows: Mask, most: int) -> NDArray[np.int64]:
    """Return at most ``most`` of the selected articles that have a theme, as rows, ascending.

    Each theme keeps its part of the whole (the largest remainders are rounded up). Articles stand
    in an order drawn by the study's seed, and the first of each theme are taken: where a filter is
    narrowed, an article that was shown before is shown again.
    """
    places = np.flatnonzero(rows & (catalogue.main >= 0))
    if len(places) <= most:
        return places
    random = np.random.default_rng(catalogue.study.recipe.settings.seed)
    rank = random.permutation(len(catalogue.main))[places]
    themes = catalogue.main[places]
    counts = np.bincount(themes, minlength=len(catalogue.themes))
    kept = []
    for theme, taken in enumerate(share_out(counts, most).tolist()):
        own = np.flatnonzero(themes == theme)
        # Which are the first, in whatever order: to sort a million takes longer than all the rest.
        if taken:
            kept.append(own[np.argpartition(rank[own], taken - 1)[:taken]])
    return np.sort(places[np.concatenate([np.zeros(0, dtype=np.int64), *kept])])


def share_out(counts: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Return ``most`` places shared out by counts, those with the largest remainders first.

    Examples
    --------
    >>> share_out(np.array([7, 2, 1]), 4).tolist()
    [3, 1, 0]
    """
    wanted = counts * (most / counts.sum())
    given = np.floor(wanted).astype(np.int64)
    # The stable order keeps it the same where remainders are equal.
    first = np.argsort(given - wanted, kind="stable")
    given[first[: most - int(given.sum())]] += 1
    return np.asarray(np.minimum(given, counts), dtype=np.int64)
