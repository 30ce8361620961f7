"""Tables that one part of a build leaves to another: as they lie in memory, packed in no way.

They are read once and thrown away: packing them takes six times as long as writing them.
"""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

_SUFFIX = ".arrow"


def write_draft(table: pa.Table, folder: Path, name: str) -> None:
    """Write a table that another part of a build reads."""
    # In one piece: what reads it goes over it column by column.
    whole = table.combine_chunks()
    with (
        pa.OSFile(str(folder / f"{name}{_SUFFIX}"), "wb") as sink,
        pa.ipc.new_file(sink, whole.schema) as writer,
    ):
        writer.write_table(whole)


def read_draft(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table that ``write_draft`` wrote, or some columns of it; its bytes stay on disk."""
    with pa.memory_map(str(folder / f"{name}{_SUFFIX}")) as source:
        table = pa.ipc.open_file(source).read_all()
    return table if columns is None else table.select(list(columns))
