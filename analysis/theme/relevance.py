"""Which words tell most of a topic: the balance between frequent there and rare elsewhere."""

import numpy as np

from analysis.theme.shapes import Array

USUAL = 0.6
"""The weight at which readers of Sievert and Shirley's study told topics apart best."""


def measure_relevance(own: Array, overall: Array, weight: float) -> Array:
    """Return the relevance of each term for a topic, (n_terms,); -inf where the topic has none.

    ``weight * log(own) + (1 - weight) * log(own / overall)``: at 1 by weight in the topic, at 0 by
    how much of all of the term's weight lies there. Source: Sievert and Shirley 2014, doi
    10.3115/v1/W14-3110.

    Parameters
    ----------
    own : ndarray of shape (n_terms,)
        Shares of the topic's weight, 0-1.
    overall : ndarray of shape (n_terms,)
        Shares of the weight of all topics, each counted by its size: above 0 where ``own`` is.
    weight : float
        Lambda, 0-1.

    Examples
    --------
    >>> own, overall = np.array([0.5, 0.2, 0.0]), np.array([0.5, 0.05, 0.1])
    >>> [measure_relevance(own, overall, weight).argmax() for weight in (1.0, 0.0)]
    [np.int64(0), np.int64(1)]
    """
    found = np.full(len(own), -np.inf)
    has = own > 0
    logs = np.log(own[has])
    found[has] = weight * logs + (1 - weight) * (logs - np.log(overall[has]))
    return found
