"""A large matrix a few rows at a time: what is computed of all its rows needs no second one."""

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp

from analysis.theme.shapes import Array

BLOCK = 1_024
"""Rows at a time: their entries times topics are some ten megabytes."""


def iterate_blocks(rows: sp.csr_array, size: int = BLOCK) -> Iterator[tuple[slice, sp.csr_array]]:
    """Yield runs of rows in double precision, each with its place among all rows."""
    for start in range(0, rows.shape[0], size):
        place = slice(start, min(start + size, rows.shape[0]))
        yield place, view_rows(rows, place)


def view_rows(rows: sp.csr_array, place: slice) -> sp.csr_array:
    """Return a run of rows in double precision; where they are that already, nothing is copied."""
    ends = rows.indptr[place.start : place.stop + 1]
    inside = slice(ends[0], ends[-1])
    data = rows.data[inside].astype(np.float64, copy=False)
    shape = (place.stop - place.start, rows.shape[1])
    return sp.csr_array((data, rows.indices[inside], ends - ends[0]), shape=shape)


def own_rows(rows: sp.csr_array) -> Array:
    """Return the row of each entry, (n_entries,)."""
    return np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))


def append_columns(rows: sp.csr_array, columns: Array) -> sp.csr_array:
    """Return rows with dense columns behind theirs, (n_rows, n_columns + n_more), of one kind.

    Made in place: beside the two matrices nothing of their size is held.
    """
    n_rows, width = rows.shape
    more = columns.shape[1]
    indptr = rows.indptr + more * np.arange(n_rows + 1, dtype=rows.indptr.dtype)
    data = np.empty(indptr[-1], dtype=rows.dtype)
    indices = np.empty(indptr[-1], dtype=rows.indices.dtype)
    for start in range(0, n_rows, BLOCK):
        stop = min(start + BLOCK, n_rows)
        old = slice(rows.indptr[start], rows.indptr[stop])
        shifts = np.repeat(more * np.arange(stop - start), np.diff(rows.indptr[start : stop + 1]))
        places = indptr[start] + np.arange(old.stop - old.start) + shifts
        data[places], indices[places] = rows.data[old], rows.indices[old]
        behind = (indptr[start + 1 : stop + 1] - more)[:, np.newaxis] + np.arange(more)
        data[behind], indices[behind] = columns[start:stop], width + np.arange(more)
    return sp.csr_array((data, indices, indptr), shape=(n_rows, width + more))
