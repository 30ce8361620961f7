"""Batches to the tables of a study, written a batch at a time; which of them are copies is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.building.exchanging import exchange_pages
from analysis.study.building.tallying import SAMPLE, Tally, read_bodies
from analysis.study.copies.files import SampleFiles
from analysis.study.reprints import name_copies
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import count_groups, read_draft, read_group, stream_table

AS_THEY_ARE = ("pages", "notes", "furniture", "cuts", "passages")
"""The tables that are the batches' one after the other."""

_BATCHES_HELD = 32
_OF_COPIES = ("article_id", "date", "copy_group")


@dataclass(frozen=True, slots=True)
class Old:
    """A study that batches are added to: its folder, its pages in their order, those that change.

    ``fresh`` are the new rows of each page that changes, by table and page.
    """

    folder: Path
    order: pa.Array
    fresh: Mapping[str, Mapping[str, pa.Table | None]]

    def read(self, name: str) -> Iterator[pa.Table]:
        """Yield a table of the study, a group of rows at a time, with what changes exchanged."""
        columns = SCHEMAS[name].names
        groups = (
            read_group(self.folder, name, group, columns)
            for group in range(count_groups(self.folder, name))
        )
        fresh = self.fresh.get(name, {})
        return exchange_pages(groups, name, self.order, fresh) if fresh else groups


@dataclass(frozen=True, slots=True)
class Writing:
    """The order to write one table of a study. It travels to a worker.

    ``folders`` hold the drafts of the batches; ``old`` is the study that they are added to.
    """

    target: Path
    name: str
    folders: tuple[Path, ...]
    old: Old | None = None


def write_batches(order: Writing) -> tuple[str, str]:
    """Write the drafts of a table one after the other; return its name and digest."""
    drafts = (read_draft(folder, order.name) for folder in order.folders)
    old = order.old.read(order.name) if order.old else ()
    return order.name, stream_table(chain(old, drafts), order.target, order.name)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The order to write the articles of a study with the copies among them told."""

    target: Path
    tallies: tuple[Tally, ...]


def write_articles(order: Grouping) -> tuple[str, str]:
    """Write the table of articles, each copy with the name of its group; return name and digest."""
    groups = find_copies(order.tallies)
    return "articles", stream_table(_put_groups(order.tallies, groups), order.target, "articles")


def find_copies(tallies: Sequence[Tally]) -> pa.Array:
    """Return the group of each article that has a copy, null for the others."""
    articles = pa.concat_tables([_read_printings(tally) for tally in tallies])
    samples = SampleFiles([tally.folder / SAMPLE for tally in tallies])
    firsts = np.cumsum([0, *(tally.articles for tally in tallies)])
    read = partial(_read_rows, tuple(tallies), firsts)
    return name_copies(articles, samples, read)


def _read_printings(tally: Tally) -> pa.Table:
    """Return ids and groups of the articles of a batch, and the days that they were printed."""
    columns = ["article_id", "page_id", "date", "copy_group"]
    articles = tally.source.read(columns)
    pages = read_draft(tally.source.folder, "pages", ["page_id", "date"])
    at = pc.index_in(articles["page_id"], pages["page_id"].combine_chunks())
    dates = pc.coalesce(pages["date"].take(at), articles["date"])
    return articles.set_column(2, "date", dates).select(_OF_COPIES)


def _read_rows(
    tallies: tuple[Tally, ...], firsts: NDArray[np.int64], rows: NDArray[np.int64]
) -> list[str]:
    """Return the bodies of some articles, in the order asked for."""
    batches = np.searchsorted(firsts, rows, side="right") - 1
    bodies = np.empty(len(rows), dtype=object)
    for batch in np.unique(batches).tolist():
        mine = np.flatnonzero(batches == batch)
        table = _read_texts(tallies[batch]).take(pa.array(rows[mine] - firsts[batch]))
        bodies[mine] = read_bodies(table)
    return list(bodies)


@lru_cache(maxsize=_BATCHES_HELD)
def _read_texts(tally: Tally) -> pa.Table:
    return tally.source.read(["text", "plain", "body"])


def _put_groups(tallies: Sequence[Tally], groups: pa.Array) -> Iterator[pa.Table]:
    schema = SCHEMAS["articles"]
    at, first = schema.get_field_index("copy_group"), 0
    for tally in tallies:
        table = tally.source.read(schema.names)
        own = groups.slice(first, len(table))
        yield table.set_column(at, schema.field(at), own)
        first += len(table)
