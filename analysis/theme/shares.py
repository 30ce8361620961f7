"""What texts give to the parts of a model, word by word and summed: placing, done in one place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from analysis.theme.assembly import find_columns, take_columns
from analysis.theme.batches import Counts
from analysis.theme.blocks import iterate_blocks, own_rows
from analysis.theme.matrix import scale_rows, weigh_counts
from analysis.theme.mixing import divide_entries, place_rows, rebuild_entries, scale_sums
from analysis.theme.parts import FOUND
from analysis.theme.records import Model
from analysis.theme.shapes import Array


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """The parts that were made together, and how articles are shared out among them.

    An entry of the weights gives part p ``ratio * mix[:, p] * across[:, p]``, the ratio being the
    entry's, the mix its article's, and ``across`` (n_terms, n_level) its term's.
    """

    parts: Array
    mix: Array
    across: Array
    ratio: sp.csr_array

    def give(self, chosen: Array) -> Array:
        """Return what each entry gives to the parts of a mask together, (n_entries,)."""
        mine = chosen[self.parts]
        return self.ratio.data * rebuild_entries(
            self.ratio, self.mix[:, mine], self.across[:, mine]
        )

    def sum_rows(self) -> Array:
        """Return what all entries of each article give to each part, (n_articles, n_level)."""
        return np.asarray(self.mix * (self.ratio @ self.across))


def _share_levels(model: Model, weights: sp.csr_array) -> list[_Level]:
    """Share out articles' weights, rows at length one.

    First the parts as found share every entry; then each division shares out, by the same rule,
    what the parts had that it took apart. So the parts of a divided topic sum to what it had, and
    no other topic loses or gains.
    """
    made = np.array([part.made for part in model.parts])
    divided = np.array([part.divided for part in model.parts])
    levels: list[_Level] = []
    for number in range(FOUND, made.max(initial=FOUND) + 1):
        held = near = weights
        if number != FOUND:
            given = sum((one.give(divided == number) for one in levels), np.zeros(weights.nnz))
            held = sp.csr_array((given, weights.indices, weights.indptr), shape=weights.shape)
            near = scale_rows(held)
        parts = np.flatnonzero(made == number)
        mix = place_rows(near, model.components[parts])
        across = np.ascontiguousarray(model.components[parts].T)
        ratio = divide_entries(held, rebuild_entries(held, mix, across))
        levels.append(_Level(parts, mix, across, ratio))
    return levels


def part_entries(model: Model, weights: sp.csr_array) -> Array:
    """Return what each entry of articles' weights gives to each part, (n_entries, n_parts).

    Parameters
    ----------
    weights : (n_articles, n_terms)
        Rows at length one, or empty.
    """
    entries = np.zeros((weights.nnz, len(model.parts)))
    owners = own_rows(weights)
    for one in _share_levels(model, weights):
        shared = one.mix[owners] * one.across[weights.indices]
        entries[:, one.parts] = shared * one.ratio.data[:, np.newaxis]
    return entries


def share_parts(model: Model, weights: sp.csr_array) -> Array:
    """Return the share of each part in each article, (n_articles, n_parts), 0-1.

    Over the parts that the fit found a row sums to 1, or to 0 without any term. ``weights`` as
    ``part_entries`` has them.
    """
    shares = np.zeros((weights.shape[0], len(model.parts)))
    for place, block in iterate_blocks(weights):
        for one in _share_levels(model, block):
            shares[place, one.parts] = one.sum_rows()
    return scale_sums(shares, np.array([part.made == FOUND for part in model.parts]))


def place_counts(part: Counts, model: Model) -> Array:
    """Return the share of each part of a model in each article of a batch, (n_articles, n_parts).

    The same bytes for an article whatever stands beside it in the batch, and as in its corpus.
    """
    counts = take_columns(
        part, find_columns(part, model.term_ids), whole=True, width=len(model.terms)
    )
    return share_parts(model, scale_rows(weigh_counts(counts, model.idf)))


def hold_weights(model: Model, weights: sp.csr_array, rows: Sequence[int]) -> sp.csr_array:
    """Return the part of articles' weights that some parts of a model are responsible for.

    Only of the articles that hold any of it.
    """
    chosen = np.isin(np.arange(len(model.parts)), rows)
    blocks = [sp.csr_array((0, weights.shape[1]), dtype=weights.dtype)]
    for _, block in iterate_blocks(weights):
        given = sum((one.give(chosen) for one in _share_levels(model, block)), np.zeros(block.nnz))
        data = (given.astype(weights.dtype), block.indices.copy(), block.indptr)
        held = sp.csr_array(data, shape=block.shape)
        held.eliminate_zeros()
        blocks.append(sp.csr_array(held[np.diff(held.indptr) > 0]))
    return sp.csr_array(sp.vstack(blocks, format="csr"))
