"""Tables in long form as matrices."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.groups import read_groups
from analysis.study.schemas import SCHEMAS


def spread_long(
    long: pa.Table, ids: pa.ChunkedArray | Sequence[object], labels: Sequence[object]
) -> NDArray[np.float64]:
    """Return rows of (id, label, value) as a matrix, (n_ids, n_labels); what has no row is 0."""
    matrix = np.zeros((len(ids), len(labels)))
    listed = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
    rows = pc.index_in(long[0], pa.array(listed, type=long[0].type)).to_numpy()
    columns = pc.index_in(long[1], pa.array(labels, type=long[1].type)).to_numpy()
    matrix[rows, columns] = long[2].to_numpy()
    return matrix


def spread_stored(
    folder: Path, name: str, ids: pa.ChunkedArray, labels: Sequence[object]
) -> NDArray[np.float64]:
    """Return a stored table as ``spread_long`` does; of its rows one group at a time is in memory.

    Raises
    ------
    DamagedStudy
        When the file is missing, cut short, or lacks a column.
    """
    _, label, value = SCHEMAS[name].names
    rows = _find_rows(folder, name, ids)
    known = pa.array(labels, type=SCHEMAS[name].field(label).type)
    matrix, start = np.zeros((len(ids), len(labels))), 0
    for group in read_groups(folder, name, [label, value]):
        columns = pc.index_in(group[label], known).to_numpy()
        matrix[rows[start : start + len(group)], columns] = group[value].to_numpy()
        start += len(group)
    return matrix


def _find_rows(folder: Path, name: str, ids: pa.ChunkedArray) -> NDArray[np.int32]:
    """Return which of ``ids`` each row of a stored table is about, (n_rows,)."""
    key = SCHEMAS[name].names[0]
    heads, lengths = [], [np.zeros(0, dtype=np.int64)]
    for group in read_groups(folder, name, [key]):
        column = group[key].combine_chunks()
        starts = find_runs(column)
        heads.append(column.take(pa.array(starts)))
        lengths.append(np.diff(starts, append=len(column)))
    # The rows of an article stand together: one text is looked up for all of them.
    met = pa.chunked_array(heads, type=ids.type)
    places = pc.index_in(met, ids.combine_chunks()).to_numpy()
    return np.repeat(places.astype(np.int32), np.concatenate(lengths))


def find_runs(column: pa.Array) -> NDArray[np.int64]:
    """Return where in a column, which holds no null, a value begins that is not the one before.

    Examples
    --------
    >>> find_runs(pa.array(["a", "a", "b", "a"])).tolist()
    [0, 2, 3]
    """
    if not len(column):
        return np.zeros(0, dtype=np.int64)
    changes = pc.not_equal(column.slice(1), column.slice(0, len(column) - 1))
    return np.flatnonzero(np.concatenate([[True], np.asarray(changes, dtype=np.bool_)]))
