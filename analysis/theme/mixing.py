"""Rows placed among topics: the mix of topics nearest to each, and what each entry gives to them.

Nothing here depends on which rows stand beside a row, to the last digit: a text placed alone gets
what it got in its corpus. Products of matrices would not do, for what they add up first depends on
how many rows there are.
"""

import numpy as np
import scipy.sparse as sp

from analysis.theme.blocks import iterate_blocks, own_rows
from analysis.theme.shapes import Array

_SWEEPS = 500
_CHANGE = 1e-13
# numpy adds up a single column in another order than one of several.
_LEAST_WIDTH = 8
# Rows that are done are taken out once they are a fifth.
_CROWDED = 0.8


def place_rows(rows: sp.csr_array, components: Array) -> Array:
    """Return the non-negative mix of components nearest to each row, (n_rows, n_topics).

    Coordinate descent to the end, row by row.
    """
    mix = np.zeros((rows.shape[0], len(components)))
    across = np.ascontiguousarray(components.T)
    # Not a product of matrices: that would depend on how many processors there are.
    gram = np.einsum("it,jt->ij", components, components)
    for place, block in iterate_blocks(rows):
        mix[place] = _descend(np.asarray(block @ across), gram)
    return mix


def _descend(goal: Array, gram: Array) -> Array:
    n_rows, n_topics = goal.shape
    alone = np.diag(gram)
    pulls = np.ascontiguousarray(gram / alone[:, np.newaxis])
    np.fill_diagonal(pulls, 0)
    # Rows lie side by side, so that each step is one for all of them; each stops by itself.
    goals = np.zeros((n_topics, max(n_rows, _LEAST_WIDTH)))
    goals[:, :n_rows] = goal.T / alone[:, np.newaxis]
    mixes, found = np.zeros_like(goals), np.zeros_like(goals)
    left, going = np.arange(goals.shape[1]), np.ones(goals.shape[1], dtype=bool)
    for _ in range(_SWEEPS):
        before = mixes.copy()
        for topic, pull in enumerate(pulls):
            given = np.einsum("ij,i->j", mixes, pull)
            np.maximum(goals[topic] - given, 0, out=mixes[topic])
        settled = going & (np.abs(mixes - before).max(axis=0) < _CHANGE)
        found[:, left[settled]] = mixes[:, settled]
        going &= ~settled
        if not going.any():
            break
        if _LEAST_WIDTH <= going.sum() < _CROWDED * len(left):
            left, goals, mixes = left[going], goals[:, going].copy(), mixes[:, going].copy()
            going = np.ones(len(left), dtype=bool)
    found[:, left[going]] = mixes[:, going]
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
