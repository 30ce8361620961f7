"""How good topics are: each measure a number with one meaning. Stability: ``stability``."""

from collections.abc import Collection, Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.blocks import iterate_blocks
from analysis.theme.shapes import Array

TOP = 10
JUNK_TOP = 20
CLEAR = 0.5
"""The share from which a topic is an article's clear main one: more than all others together."""


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


def measure_coherence(top: Array, counts: sp.csr_array, *, n_documents: int | None = None) -> Array:
    """Return the mean NPMI over the pairs of a topic's top terms, (n_topics,), -1 to 1.

    Over documents; a pair that never meets is -1, a pair that is in every document 1. Aletras and
    Stevenson 2013, W13-0102; Röder et al. 2015, doi:10.1145/2684822.2685324.

    Parameters
    ----------
    counts : (n_documents, n_terms)
        Above 0 where a document holds a term.
    n_documents : int, optional
        How many documents there are, where those without any term have no row.
    """
    # Only the columns that are asked for: a matrix of all of them has no room beside the first.
    needed, places = np.unique(top, return_inverse=True)
    held = sp.csc_array(counts[:, needed] > 0).astype(np.float64)
    scores = []
    for columns in places.reshape(np.shape(top)):
        mine = held[:, columns]
        together = (mine.T @ mine).toarray() / (n_documents or counts.shape[0])
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
    """Return the share of junk among the top terms of each topic, (n_topics,), 0-1.

    Junk are the words listed, terms with a digit in them and single characters.
    """
    return np.array([np.mean([_is_junk(terms[column], junk) for column in row]) for row in top])


def _is_junk(term: str, junk: Collection[str]) -> bool:
    return term in junk or len(term) < 2 or any(map(str.isdigit, term))


def measure_diversity(top: Array) -> float:
    """Return how many of the topics' top terms are different ones, as a share of all, 0-1.

    Dieng, Ruiz and Blei 2020, doi:10.1162/tacl_a_00325.

    Examples
    --------
    >>> measure_diversity(np.array([[0, 1], [0, 2]]))
    0.75
    """
    return len(np.unique(top)) / top.size


def measure_explained(rows: sp.csr_array, mix: Array, components: Array) -> float:
    """Return the share of the rows' squares that the topics give back, 0-1.

    ``1 - |X - W H|^2 / |X|^2`` for X (n_rows, n_terms), W ``mix`` (n_rows, n_topics), H
    ``components``; W H is never laid out.
    """
    whole = given = 0.0
    for place, block in iterate_blocks(rows):
        whole += float(np.sum(block.data**2))
        given += float(np.sum((block @ components.T) * mix[place]))
    own = np.sum((mix.T @ mix) * (components @ components.T))
    return float((2 * given - own) / whole) if whole else 0.0


def measure_clarity(shares: Array) -> float:
    """Return the share of articles with a topic of at least ``CLEAR``, 0-1.

    Of those that have words to count; ``shares`` (n_articles, n_topics).
    """
    counted = shares[shares.any(axis=1)]
    return float((counted.max(axis=1) >= CLEAR).mean()) if len(counted) else 0.0


def count_effective(shares: Array) -> Array:
    """Return on how many articles each topic rests, (n_topics,): 1 for one article alone.

    ``1 / sum p^2`` with p the articles' parts of the topic, the number of equal parts that would
    be as uneven: Laakso and Taagepera 1979, doi:10.1177/001041407901200101.

    Examples
    --------
    >>> count_effective(np.array([[0.5, 1.0], [0.5, 0.0]]))
    array([2., 1.])
    """
    sums = shares.sum(axis=0)
    parts = shares / np.where(sums > 0, sums, 1)
    squares = np.sum(parts**2, axis=0)
    return np.asarray(np.divide(1, squares, out=np.zeros_like(squares), where=squares > 0))
