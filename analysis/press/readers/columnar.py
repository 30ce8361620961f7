"""Parquet to rows, a few records at a time."""

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
from pyarrow import parquet

from analysis.errors import InputError
from analysis.press.errors import DamagedInput
from analysis.press.readers.fields import ANYTHING, Wanted
from analysis.press.readers.rows import Knows, Row

_BATCH = 256


def read_parquet(
    source: str, file: BinaryIO, _knows: Knows, wanted: Wanted = ANYTHING
) -> Iterator[Row | InputError]:
    """Yield the records of a Parquet file.

    Raises
    ------
    DamagedInput
        When the file is no Parquet, or cut short.
    """
    number = 0
    try:
        found = parquet.ParquetFile(file)
        wanted.limits.require("columns", found.metadata.num_columns, source)
        for group in range(found.metadata.num_row_groups):
            size = found.metadata.row_group(group).total_byte_size
            wanted.limits.require("unpacked_bytes", size, source)
        for batch in found.iter_batches(_BATCH):
            for cells in batch.to_pylist():
                number += 1
                yield Row(number, cells)
    except (pa.ArrowException, OSError) as error:
        raise DamagedInput(source=source, fault=error) from error
