"""How often a story is printed, and how the copies of a selection count."""

import numpy as np
from numpy.typing import NDArray

from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask


def count_printings(catalogue: Catalogue) -> NDArray[np.int64]:
    """Return how many articles of the study print the story of each, shape ``(n_articles,)``."""
    # The number of those alone, -1, moves to 0.
    numbers = catalogue.groups + 1
    return np.where(numbers > 0, np.bincount(numbers)[numbers], 1)


def tell_counting(catalogue: Catalogue, rows: Mask) -> str:
    """Return how the copies among the rows count: "each", "once", or "" where there are none.

    "once" is true of any selection that holds copies and no story twice.
    """
    groups = catalogue.groups[rows]
    groups = groups[groups >= 0]
    if not len(groups):
        return ""
    return "each" if len(np.unique(groups)) < len(groups) else "once"
