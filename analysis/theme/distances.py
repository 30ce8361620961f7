"""How far topics lie apart: by their words, and by the articles that hold them."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import entr


def measure_distances(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the Jensen-Shannon distance of each pair of rows, ``(n_topics, n_topics)``, 0-1.

    Source: Endres and Schindelin 2003, doi 10.1109/TIT.2003.813506: the root of the divergence, in
    bits, is a metric.

    Parameters
    ----------
    weights : ndarray of shape (n_topics, n_terms)
        Weights of terms, at least 0; a row counts by its proportions. A row without weight lies 1
        from every other.

    Examples
    --------
    >>> weights = np.array([[1.0, 1.0, 0.0], [2.0, 2.0, 0.0], [0.0, 0.0, 3.0]])
    >>> measure_distances(weights).round(3).tolist()
    [[0.0, 0.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0]]
    """
    sums = weights.sum(axis=1, keepdims=True)
    shares = np.divide(weights, sums, out=np.zeros_like(weights, dtype=np.float64), where=sums > 0)
    own = entr(shares).sum(axis=1)
    found = np.zeros((len(shares), len(shares)))
    # Row by row: all pairs at once would hold n_topics times the whole table.
    for row in range(len(shares)):
        middle = entr((shares[row] + shares[row + 1 :]) / 2).sum(axis=1)
        found[row, row + 1 :] = middle - (own[row] + own[row + 1 :]) / 2
    # Rounding leaves differences of equal rows a little below 0.
    bits = np.clip((found + found.T) / np.log(2), 0.0, 1.0)
    empty = sums[:, 0] == 0
    bits[empty | empty[:, None]] = 1.0
    np.fill_diagonal(bits, 0.0)
    return np.asarray(np.sqrt(bits), dtype=np.float64)


def measure_sharing(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much topics stand in the same articles, ``(n_topics, n_topics)``, 0-1.

    It is the cosine of their columns, 1 on the diagonal and 0 for topics that no article has.

    Parameters
    ----------
    shares : ndarray of shape (n_articles, n_topics)
        Shares of the article, 0-1.

    Examples
    --------
    >>> measure_sharing(np.array([[0.5, 0.5, 0.0], [0.0, 0.0, 1.0]])).round(3).tolist()
    [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    """
    products = shares.T @ shares
    lengths = np.sqrt(np.diag(products))
    norms = np.outer(lengths, lengths)
    found = np.divide(products, norms, out=np.zeros_like(products), where=norms > 0)
    np.fill_diagonal(found, 1.0)
    return np.asarray(np.clip(found, 0.0, 1.0), dtype=np.float64)
