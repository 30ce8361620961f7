"""The Parquet tables of a study: their columns, written the same way every time, read by column."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from analysis.errors import DamagedStudy
from analysis.study.folder import digest_file
from analysis.study.schemas import SCHEMAS

_GROUP, _FEWEST = 16_000_000, 1_000
"""A group of rows: so many bytes before compression, or so many rows."""


Made = TypeVar("Made")
_SIDE_BY_SIDE = 2

_SEARCHED = ("text",)
"""Read whole at each search: packed so, it takes a third more room and half the time."""


def make_table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Return rows as the table ``name``; a key that is no column of it is a ``KeyError``."""
    rows = list(rows)
    known = set(SCHEMAS[name].names)
    strange = {key for row in rows for key in row} - known
    if strange:
        raise KeyError(f"table {name} has no columns {sorted(strange)}")
    return pa.Table.from_pylist(rows, schema=SCHEMAS[name])


def make_columns(name: str, columns: Mapping[str, Any]) -> pa.Table:
    """Return whole columns (arrays or sequences of equal length) as the table ``name``."""
    return pa.table(dict(columns), schema=SCHEMAS[name])


def write_table(table: pa.Table, folder: Path, name: str) -> str:
    """Write a table as ``folder/name.parquet`` and return the digest of its bytes."""
    return _stream([table], folder / f"{name}.parquet", table.schema)


def stream_table(pieces: Iterable[pa.Table], folder: Path, name: str) -> str:
    """Write a table as its pieces come, and return the digest of its bytes.

    The same pieces give the same bytes; what is held is a group of rows and a piece.
    """
    return _stream(pieces, folder / f"{name}.parquet", SCHEMAS[name])


def _stream(pieces: Iterable[pa.Table], path: Path, schema: pa.Schema) -> str:
    leaves = [leaf for field in schema for leaf in _list_leaves(field.name, field.type)]
    with pq.ParquetWriter(
        path,
        schema,
        compression={leaf: "lz4" if leaf in _SEARCHED else "zstd" for leaf in leaves},
        use_dictionary=[leaf for leaf in leaves if leaf not in _SEARCHED],
    ) as writer:
        for group in _group_rows(pieces):
            writer.write_table(group, row_group_size=len(group))
    return digest_file(path)


def _group_rows(pieces: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Yield groups of some megabytes: they are read side by side, one by one, or not at all."""
    held, size, rows = list[pa.Table](), 0, 0
    for piece in pieces:
        for start in range(0, len(piece), _FEWEST):
            part = piece.slice(start, _FEWEST)
            held.append(part)
            size, rows = size + part.nbytes, rows + len(part)
            if size >= _GROUP and rows >= _FEWEST:
                yield pa.concat_tables(held)
                held, size, rows = [], 0, 0
    if held:
        yield pa.concat_tables(held)


def write_draft(table: pa.Table, folder: Path, name: str) -> None:
    """Write a table that another part of a build reads once: packed to be fast, not small."""
    pq.write_table(table, folder / f"{name}.parquet", compression="lz4", use_dictionary=False)


def read_draft(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table that ``write_draft`` wrote, or some columns of it."""
    # By one thread: those who read drafts work side by side.
    file = pq.ParquetFile(folder / f"{name}.parquet")
    return file.read(columns=None if columns is None else list(columns), use_threads=False)


def _list_leaves(path: str, kind: pa.DataType) -> Iterator[str]:
    """Yield what Parquet calls the columns that a column of lists or structures is stored as."""
    if pa.types.is_list(kind):
        yield from _list_leaves(f"{path}.list.element", kind.value_type)
    elif pa.types.is_struct(kind):
        for field in kind:
            yield from _list_leaves(f"{path}.{field.name}", field.type)
    else:
        yield path


def count_rows(folder: Path, name: str) -> int:
    """Return how many rows a table of a study has, from its footer alone.

    Raises
    ------
    DamagedStudy
        When the file is missing or cut short.
    """
    try:
        return int(pq.read_metadata(folder / f"{name}.parquet").num_rows)
    except (OSError, pa.ArrowException) as error:
        raise DamagedStudy(folder=folder, table=f"{name}.parquet") from error


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


def read_table(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Read a table of a study, or some columns of it.

    Raises
    ------
    DamagedStudy
        When the file is missing, cut short, or lacks a column.
    """
    wanted = list(columns or SCHEMAS[name].names)
    try:
        with pq.ParquetFile(folder / f"{name}.parquet") as file:
            table = file.read(columns=wanted)
    except (OSError, pa.ArrowException) as error:
        raise DamagedStudy(folder=folder, table=f"{name}.parquet") from error
    if set(table.column_names) != set(wanted):
        raise DamagedStudy(folder=folder, table=f"{name}.parquet")
    return table.select(wanted)
