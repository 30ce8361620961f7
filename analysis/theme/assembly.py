"""Batches of counts to one matrix of weights, filled in place: its arrays are all that is held.

Articles are in the order of their marks, so that the order in which they are given, and how they
are dealt to batches, changes no digit of a fit; and any run of them is a fair sample of all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import scipy.sparse as sp

from analysis.theme.batches import Counts
from analysis.theme.matrix import scale_rows, weigh_counts
from analysis.theme.shapes import Array


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Where every row of every batch will stand.

    ``columns`` are the column of each term of each batch, -1 for one that does not count. ``order``
    (n_rows,) is which of all rows, counted through the batches, each row of the matrix is: those
    without any term are left out. ``indptr`` (n_rows + 1,) is the matrix's; ``starts`` (n_given,)
    is where in its arrays each row of the batches begins. ``frequency`` (n_terms,) is how many rows
    hold a term. Rows are articles where ``whole``.
    """

    columns: tuple[Array, ...]
    order: Array
    indptr: Array
    starts: Array
    frequency: Array
    n_articles: int
    whole: bool


def plan_rows(
    parts: Iterable[Counts], columns: Sequence[Array], *, width: int, whole: bool
) -> Plan:
    """Lay out the rows of batches: articles where ``whole``, else passages.

    Parameters
    ----------
    columns : sequence of (n_terms,)
        Where each term of each batch goes, as ``take_columns`` has it.
    width : int
        How many terms count.
    """
    marks, owners, sizes, n_articles = [], [], [], 0
    frequency = np.zeros(width, dtype=np.int64)
    for part, mine in zip(parts, columns, strict=True):
        rows = take_columns(part, mine, whole=whole, width=width)
        frequency += np.bincount(rows.indices, minlength=width)
        sizes.append(np.diff(rows.indptr))
        owners.append(n_articles + (np.arange(part.n_articles) if whole else part.owners))
        marks.append(part.marks)
        n_articles += part.n_articles
    ranks = _rank_marks(np.concatenate([np.zeros((0, 2), dtype=np.uint64), *marks]))
    size = np.concatenate([np.zeros(0, dtype=np.int64), *sizes]).astype(np.int64)
    owner = np.concatenate([np.zeros(0, dtype=np.int64), *owners]).astype(np.int64)
    # Stable: the passages of an article stay in their order.
    order = np.argsort(ranks[owner], kind="stable")
    order = order[size[order] > 0]
    indptr = np.concatenate([[0], np.cumsum(size[order])])
    starts = np.zeros(len(size), dtype=np.int64)
    starts[order] = indptr[:-1]
    return Plan(tuple(columns), order, indptr, starts, frequency, n_articles, whole)


def _rank_marks(marks: Array) -> Array:
    """Return the place of each article in the order of their marks."""
    ranks = np.empty(len(marks), dtype=np.int64)
    ranks[np.lexsort((marks[:, 1], marks[:, 0]))] = np.arange(len(marks))
    return ranks


def find_columns(part: Counts, known: Mapping[str, int]) -> Array:
    """Return the column of each term of a batch, -1 for one that has none."""
    found = map(known.get, part.terms, repeat(-1))
    return np.fromiter(found, dtype=np.int32, count=len(part.terms))


def take_columns(part: Counts, columns: Array, *, whole: bool, width: int) -> sp.csr_array:
    """Return the counts of some terms of a batch, (n_rows, width), in double precision.

    Parameters
    ----------
    columns : (n_terms,)
        Where each term of the batch goes, -1 for nowhere; ascending but for these.

    Raises
    ------
    ValueError
        When passages are asked of a batch that has only its articles.
    """
    if part.whole and not whole:
        raise ValueError("a batch of whole articles has no rows of passages")
    rows = part.by_article() if whole else part.rows
    found = columns[rows.indices]
    kept = found >= 0
    ends = np.concatenate([[0], np.cumsum(kept)])[rows.indptr]
    data = rows.data[kept].astype(np.float64)
    return sp.csr_array((data, found[kept], ends), shape=(rows.shape[0], width))


def lay_rows(
    parts: Iterable[Counts], plan: Plan, idf: Array, *, single: bool = False
) -> sp.csr_array:
    """Return the weights of the rows of batches at length one, (n_rows, n_terms).

    Parameters
    ----------
    single : bool
        Whether to keep them in single precision: half the memory.
    """
    data = np.empty(plan.indptr[-1], dtype=np.float32 if single else np.float64)
    indices = np.empty(plan.indptr[-1], dtype=np.int32)
    first = 0
    for part, columns in zip(parts, plan.columns, strict=True):
        taken = take_columns(part, columns, whole=plan.whole, width=len(idf))
        rows = scale_rows(weigh_counts(taken, idf))
        starts = plan.starts[first : first + rows.shape[0]]
        shifts = np.repeat(starts - rows.indptr[:-1], np.diff(rows.indptr))
        places = shifts + np.arange(rows.nnz)
        data[places], indices[places] = rows.data, rows.indices
        first += rows.shape[0]
    shape = (len(plan.order), len(idf))
    # Kept at 32 bits, or scipy would make the indices as wide as these.
    narrow = np.int32 if len(data) <= np.iinfo(np.int32).max else np.int64
    return sp.csr_array((data, indices, plan.indptr.astype(narrow)), shape=shape)
