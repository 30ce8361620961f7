"""The highest of many numbers, without sorting all of them."""

import numpy as np
from numpy.typing import NDArray


def rank_highest(
    values: NDArray[np.number], places: NDArray[np.int64], *, most: int
) -> NDArray[np.int64]:
    """Return the first ``most`` of some places, the highest value first, the first of equals first.

    Only what comes so far is sorted: nobody reads to the end of a million.

    Examples
    --------
    >>> rank_highest(np.array([0.1, 0.5, 0.3, 0.5]), np.arange(4), most=3).tolist()
    [1, 3, 2]
    """
    if most < len(places):
        least = np.partition(values[places], len(places) - most)[len(places) - most]
        places = places[values[places] >= least]
    return places[np.argsort(-values[places], kind="stable")][:most]
