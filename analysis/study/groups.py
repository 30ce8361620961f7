"""Tables of a study read in part: some groups of rows, some rows, never more than is asked for."""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from analysis.errors import DamagedStudy
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import read_table

Made = TypeVar("Made")
_SIDE_BY_SIDE = 2


def read_rows(
    folder: Path,
    name: str,
    values: Collection[str],
    *,
    column: str = "page_id",
    columns: Sequence[str] | None = None,
) -> list[dict[str, Any]]:
    """Return the rows of a table whose ``column`` is one of ``values``, in the table's order.

    Of the columns only those of ``columns`` are read, all where it is None; of these only the
    groups that hold such a row.

    Raises
    ------
    DamagedStudy
        As ``read_table`` says.
    """
    places = find_places(read_table(folder, name, [column])[column], values)
    table = read_at(folder, name, places, columns or SCHEMAS[name].names)
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def find_places(column: pa.ChunkedArray, values: Collection[Any]) -> NDArray[np.int64]:
    """Return where in a column one of some values stands, in its order."""
    wanted = pa.array(list(values), type=column.type)
    return np.flatnonzero(pc.is_in(column, value_set=wanted))


def read_groups(folder: Path, name: str, columns: Sequence[str]) -> Iterator[pa.Table]:
    """Yield some columns of a table of a study group by group: memory holds one at a time.

    Raises
    ------
    DamagedStudy
        As ``read_table`` says.
    """
    try:
        with pq.ParquetFile(folder / f"{name}.parquet") as file:
            for number in range(file.num_row_groups):
                yield file.read_row_group(number, columns=list(columns))
    except (OSError, pa.ArrowException) as error:
        raise DamagedStudy(folder=folder, table=f"{name}.parquet") from error


def read_group(folder: Path, name: str, group: int, columns: Sequence[str]) -> pa.Table:
    """Read some columns of one group of rows of a table; errors as ``read_table`` says."""
    try:
        with pq.ParquetFile(folder / f"{name}.parquet") as file:
            return file.read_row_group(group, columns=list(columns), use_threads=False)
    except (OSError, pa.ArrowException) as error:
        raise DamagedStudy(folder=folder, table=f"{name}.parquet") from error


def list_plain(table: pa.Table) -> list[str]:
    """Return the texts of articles in simplified characters, of the columns "text" and "plain"."""
    texts: list[str] = pc.coalesce(table["plain"], table["text"]).to_pylist()
    return texts


def count_groups(folder: Path, name: str) -> int:
    """Return how many groups of rows a table has; errors as ``count_rows`` says."""
    try:
        return int(pq.read_metadata(folder / f"{name}.parquet").num_row_groups)
    except (OSError, pa.ArrowException) as error:
        raise DamagedStudy(folder=folder, table=f"{name}.parquet") from error


def map_groups(
    folder: Path, name: str, columns: Sequence[str], work: Callable[[pa.Table], Made]
) -> list[Made]:
    """Return what ``work`` makes of some columns of each group of a table, in the order of these.

    Two groups at a time are in memory; Arrow works on both at once.

    Raises
    ------
    DamagedStudy
        As ``read_table`` says.
    """
    path = folder / f"{name}.parquet"

    def walk(numbers: range) -> list[Made]:
        # A reader serves one thread; the footer serves all.
        with pq.ParquetFile(path, metadata=metadata) as file:
            return [
                work(file.read_row_group(number, columns=list(columns), use_threads=False))
                for number in numbers
            ]

    try:
        metadata = pq.read_metadata(path)
        whole = metadata.num_row_groups
        halves = [range(start, whole, _SIDE_BY_SIDE) for start in range(min(whole, _SIDE_BY_SIDE))]
        with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
            made = list(pool.map(walk, halves))
    except (OSError, pa.ArrowException) as error:
        raise DamagedStudy(folder=folder, table=f"{name}.parquet") from error
    return [made[number % _SIDE_BY_SIDE][number // _SIDE_BY_SIDE] for number in range(whole)]


def read_at(
    folder: Path,
    name: str,
    places: Sequence[int] | NDArray[np.int64],
    columns: Sequence[str],
) -> pa.Table:
    """Return the rows of a table at some places, in their order; only their groups are read.

    One group at a time is in memory.

    Raises
    ------
    DamagedStudy
        When the file is missing, cut short, or lacks a column.
    """
    asked = np.asarray(places, dtype=np.int64)
    order = np.argsort(asked, kind="stable")
    try:
        with pq.ParquetFile(folder / f"{name}.parquet") as file:
            table = pa.concat_tables(_take_groups(file, asked[order], list(columns)))
    except (OSError, pa.ArrowException) as error:
        raise DamagedStudy(folder=folder, table=f"{name}.parquet") from error
    if set(table.column_names) != set(columns):
        raise DamagedStudy(folder=folder, table=f"{name}.parquet")
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return table.select(list(columns)).take(pa.array(back))


def _take_groups(
    file: pq.ParquetFile, places: NDArray[np.int64], columns: Sequence[str]
) -> Iterator[pa.Table]:
    """Yield the rows at places in ascending order, those of one group after those of another."""
    yield file.read_row_groups([], columns=columns)
    sizes = [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)]
    ends = np.cumsum(sizes)
    of_group = np.searchsorted(ends, places, side="right")
    for group in np.unique(of_group).tolist():
        own = places[of_group == group] - (ends[group] - sizes[group])
        yield file.read_row_group(group, columns=columns).take(pa.array(own))
