"""What texts give to the parts of a model, word by word and summed: placing, done in one place."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.matrix import scale_rows
from analysis.theme.parts import FOUND
from analysis.theme.records import Model
from analysis.theme.shapes import Array
from analysis.theme.topics import place_rows, share_entries

_BLOCK = 1_024


def part_entries(model: Model, weights: sp.csr_array) -> Array:
    """Return what each entry of articles' weights gives to each part, (n_entries, n_parts).

    First the parts as found share every entry; then each division shares out, by the same rule,
    what the parts had that it took apart. So the parts of a divided topic sum to what it had, and
    no other topic loses or gains.
    """
    made = np.array([part.made for part in model.parts])
    divided = np.array([part.divided for part in model.parts])
    entries = np.zeros((weights.nnz, len(made)))
    entries[:, made == FOUND] = _share(weights, model.components[made == FOUND])
    for number in range(made.max(initial=FOUND) + 1):
        held = weights.copy()
        held.data = entries[:, divided == number].sum(axis=1)
        entries[:, made == number] = _share(held, model.components[made == number])
    return entries


def _share(weights: sp.csr_array, components: Array) -> Array:
    mix = place_rows(scale_rows(weights), components)
    return share_entries(sp.coo_array(weights), mix, components)


def share_parts(model: Model, weights: sp.csr_array) -> Array:
    """Return the share of each part in each article, (n_articles, n_parts), 0-1.

    Over the parts that count themselves a row sums to 1, or to 0 without any term.
    """
    found = np.array([part.made == FOUND for part in model.parts])
    shares = np.zeros((weights.shape[0], len(model.parts)))
    # Row blocks bound the memory: entries x parts at once would be gigabytes on a large corpus.
    for start in range(0, weights.shape[0], _BLOCK):
        block = weights[start : start + _BLOCK]
        members = sp.csr_array(
            (np.ones(block.nnz), np.arange(block.nnz), block.indptr), (block.shape[0], block.nnz)
        )
        shares[start : start + _BLOCK] = members @ part_entries(model, block)
    sums = shares[:, found].sum(axis=1, keepdims=True)
    return np.asarray(shares / np.where(sums > 0, sums, 1))


def hold_weights(model: Model, weights: sp.csr_array, rows: Sequence[int]) -> sp.csr_array:
    """Return the part of articles' weights that some parts of a model are responsible for."""
    held = weights.copy()
    for start in range(0, weights.shape[0], _BLOCK):
        block = weights[start : start + _BLOCK]
        first = weights.indptr[start]
        entries = part_entries(model, block)
        held.data[first : first + block.nnz] = entries[:, list(rows)].sum(axis=1)
    held.eliminate_zeros()
    return held
