"""How good a topic is: coherence, exclusivity, junk, stability; each a number with one meaning."""

from collections.abc import Callable, Collection, Sequence

import numpy as np
import scipy.sparse as sp
from scipy.optimize import linear_sum_assignment

from analysis.theme.shapes import Array

TOP = 10
_DEEP = 20
_SAMPLE = 0.8


def rank_terms(components: Array, count: int = TOP) -> Array:
    """Return the columns of the terms that stand for each topic, (n_topics, count), best first.

    By weight times the share of the term that is the topic's: a word that many topics hold (国家,
    支持) is strong in each of them and tells none from the others. Bischof and Airoldi 2012,
    doi:10.48550/arXiv.1206.4631, weigh the same two. Ties go to the term that sorts first, so that
    two machines agree.

    Examples
    --------
    >>> rank_terms(np.array([[0.7, 0.6, 0.0], [0.7, 0.0, 0.6]]), 2)
    array([[1, 0],
           [2, 0]])
    """
    sums = components.sum(axis=0)
    marks = components**2 / np.where(sums > 0, sums, 1)
    return np.argsort(-marks, axis=1, kind="stable")[:, :count]


def measure_coherence(top: Array, counts: sp.csr_array) -> Array:
    """Return the mean NPMI over the pairs of a topic's top terms, (n_topics,), -1 to 1.

    Over documents; a pair that never meets is -1, a pair that is in every document 1. Aletras and
    Stevenson 2013, W13-0102; Röder et al. 2015, doi:10.1145/2684822.2685324.
    """
    held = sp.csc_array(counts > 0).astype(np.float64)
    n_documents = counts.shape[0]
    scores = []
    for columns in top:
        together = (held[:, columns].T @ held[:, columns]).toarray() / n_documents
        first, second = np.triu_indices(len(columns), 1)
        pair, alone = together[first, second], np.diag(together)
        scores.append(_mean_npmi(pair, alone[first] * alone[second]))
    return np.array(scores)


def _mean_npmi(pair: Array, chance: Array) -> float:
    if not len(pair):
        return 0.0
    npmi = np.where(pair >= 1, 1.0, -1.0)
    some = (pair > 0) & (pair < 1)
    npmi[some] = np.log(pair[some] / chance[some]) / -np.log(pair[some])
    return float(npmi.mean())


def measure_exclusivity(top: Array, components: Array) -> Array:
    """Return how much of its top terms a topic has for itself alone, (n_topics,), 0-1."""
    sums = components.sum(axis=0)
    shares = components / np.where(sums > 0, sums, 1)
    return np.array([shares[topic, columns].mean() for topic, columns in enumerate(top)])


def measure_junk(top: Array, terms: Sequence[str], junk: Collection[str]) -> Array:
    """Return the share of junk among the top terms of each topic, (n_topics,), 0-1."""
    return np.array([np.mean([terms[column] in junk for column in columns]) for columns in top])


def measure_stability(
    components: Array,
    rows: sp.csr_array,
    *,
    fit: Callable[[sp.csr_array], Array],
    resamples: int,
    seed: int,
) -> Array:
    """Return how well each topic comes back from 80 % of the rows, (n_topics,), 0-1.

    Mean over the resamples of the average Jaccard of the twenty strongest terms, topics matched by
    the Hungarian method. Greene, O'Callaghan and Cunningham 2014,
    doi:10.1007/978-3-662-44848-9_32.
    """
    generator = np.random.default_rng(seed)
    top = rank_terms(components, _DEEP)
    n_rows = rows.shape[0]
    found = np.zeros(len(components))
    for _ in range(resamples):
        size = max(1, round(_SAMPLE * n_rows))
        sample = np.sort(generator.choice(n_rows, size, replace=False))
        agreement = compare_rankings(top, rank_terms(fit(rows[sample]), _DEEP))
        matched, partner = linear_sum_assignment(agreement, maximize=True)
        found[matched] += agreement[matched, partner]
    mean: Array = found / resamples
    return mean


def compare_rankings(first: Array, second: Array) -> Array:
    """Return the average Jaccard of every pair of rankings, (n_first, n_second), 0-1.

    Examples
    --------
    >>> compare_rankings(np.array([[0, 1]]), np.array([[0, 2]])).round(3)
    array([[0.667]])
    """
    depth = min(first.shape[1], second.shape[1])
    agreement = np.zeros((len(first), len(second)))
    for depth_now in range(1, depth + 1):
        for row, mine in enumerate(first):
            common = np.isin(second[:, :depth_now], mine[:depth_now]).sum(axis=1)
            agreement[row] += common / (2 * depth_now - common)
    mean: Array = agreement / max(depth, 1)
    return mean
