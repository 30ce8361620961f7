"""Batches to the tables of a study, written a batch at a time, behind those that are there."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pyarrow as pa

from analysis.study.building.exchanging import Old
from analysis.study.building.printings import find_copies, find_groups
from analysis.study.building.tallying import Tally
from analysis.study.building.workshop import Workshop
from analysis.study.drafts import read_draft
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import stream_table

AS_THEY_ARE = ("pages", "notes", "furniture", "cuts", "passages")
"""The tables that are the batches' one after the other."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The order to write one table of a study. It travels to a worker.

    ``folders`` hold the drafts of the batches; ``old`` is the study that they are added to.
    """

    target: Path
    name: str
    folders: tuple[Path, ...]
    old: Old | None = None

    def write(self) -> tuple[str, str]:
        """Write the drafts of the table one after the other; return its name and digest."""
        drafts = (read_draft(folder, self.name) for folder in self.folders)
        old = self.old.read(self.name) if self.old else ()
        return self.name, stream_table(chain(old, drafts), self.target, self.name)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The order to write the articles of a study with the copies among them told."""

    workshop: Workshop
    target: Path
    tallies: tuple[Tally, ...]
    old: Old | None = None

    def write(self) -> tuple[str, str]:
        """Write the table, each copy with the name of its group; return its name and digest."""
        if self.old is None:
            groups = find_copies(self.tallies)
        else:
            groups = find_groups(self.workshop, self.old, self.tallies)
        old = self.old.read("articles") if self.old else ()
        new = (tally.source.read(SCHEMAS["articles"].names) for tally in self.tallies)
        pieces = _put_groups(chain(old, new), groups)
        return "articles", stream_table(pieces, self.target, "articles")


def _put_groups(pieces: Iterator[pa.Table], groups: pa.Array) -> Iterator[pa.Table]:
    schema = SCHEMAS["articles"]
    at, first = schema.get_field_index("copy_group"), 0
    for table in pieces:
        yield table.set_column(at, schema.field(at), groups.slice(first, len(table)))
        first += len(table)
