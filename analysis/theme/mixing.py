"""Rows placed among topics: the mix of topics nearest to each, and what each entry gives to them.

Nothing here depends on which rows stand beside a row, to the last digit: a text placed alone gets
what it got in its corpus. Products of matrices would not do, for what they add up first depends on
how many rows there are.
"""

import numpy as np
import scipy.sparse as sp

from analysis.theme.blocks import iterate_blocks, own_rows
from analysis.theme.shapes import Array
from analysis.theme.topics import one_thread

_SWEEPS = 500
_CHANGE = 1e-13
# numpy adds up a single column in another order than one of several.
_LEAST_WIDTH = 8


def place_rows(rows: sp.csr_array, components: Array) -> Array:
    """Return the non-negative mix of components nearest to each row, (n_rows, n_topics).

    Coordinate descent to the end, row by row.
    """
    mix = np.zeros((rows.shape[0], len(components)))
    across = np.ascontiguousarray(components.T)
    with one_thread():
        gram = components @ across
        for place, block in iterate_blocks(rows):
            mix[place] = _descend(np.asarray(block @ across), gram)
    return mix


def _descend(goal: Array, gram: Array) -> Array:
    n_rows, n_topics = goal.shape
    goals = np.zeros((n_topics, max(n_rows, _LEAST_WIDTH)))
    goals[:, :n_rows] = goal.T
    mixes = np.zeros_like(goals)
    found, left = np.zeros_like(goals), np.arange(goals.shape[1])
    for _ in range(_SWEEPS):
        before = mixes.copy()
        for topic, weights in enumerate(gram.T):
            given = np.add.reduce(mixes * weights[:, np.newaxis], axis=0)
            step = (goals[topic] - given) / weights[topic]
            mixes[topic] = np.maximum(mixes[topic] + step, 0)
        found[:, left] = mixes
        going = np.abs(mixes - before).max(axis=0) >= _CHANGE
        if not going.any():
            break
        left, goals, mixes = left[going], goals[:, going], mixes[:, going]
    return found[:, :n_rows].T


def rebuild_entries(weights: sp.csr_array, mix: Array, across: Array) -> Array:
    """Return what topics make of each entry of a weight matrix, (n_entries,).

    ``(WH)[d,w]`` for W ``mix`` and H transposed ``across`` (n_terms, n_topics), only where the
    matrix has an entry.
    """
    made = np.zeros(weights.nnz)
    owners = own_rows(weights)
    for topic in range(mix.shape[1]):
        made += mix[:, topic][owners] * across[:, topic][weights.indices]
    return made


def divide_entries(weights: sp.csr_array, made: Array) -> sp.csr_array:
    """Return the weights over what topics make of them; 0 where none of them holds the word."""
    ratio = np.divide(weights.data, made, out=np.zeros_like(made), where=made > 0)
    return sp.csr_array((ratio, weights.indices, weights.indptr), shape=weights.shape)


def share_rows(weights: sp.csr_array, mix: Array, components: Array) -> Array:
    """Return the share of each topic in each row; rows sum to 1, or are 0 without any term.

    The responsibilities of the factorisation: ``W[d,t] H[t,w] / (WH)[d,w]`` of each entry's weight,
    summed over the row's entries and divided by the row's sum.
    """
    shares = np.zeros_like(mix)
    across = np.ascontiguousarray(components.T)
    for place, block in iterate_blocks(weights):
        ratio = divide_entries(block, rebuild_entries(block, mix[place], across))
        shares[place] = mix[place] * (ratio @ across)
    return scale_sums(shares)


def scale_sums(shares: Array, counted: Array | None = None) -> Array:
    """Return rows divided by their sums, of some columns where ``counted`` says which."""
    sums = np.zeros(len(shares))
    for column in np.flatnonzero(np.ones(shares.shape[1]) if counted is None else counted).tolist():
        sums += shares[:, column]
    return np.asarray(shares / np.where(sums > 0, sums, 1)[:, np.newaxis])
