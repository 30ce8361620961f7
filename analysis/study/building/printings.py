"""Which articles are copies: among the batches of a build, or of new ones among those there.

A copy is printed within days (``study.copies.wires``), or is alike to the letter: of a large study
only the articles printed about the days of the new ones are compared, those whose day nobody knows,
and those that say just what a new one says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.building.exchanging import PAGE_ID, Old
from analysis.study.building.tallying import SAMPLE, Source, Tally, read_bodies
from analysis.study.building.workshop import Workshop, name_batch
from analysis.study.copies.files import SampleFiles, write_sample
from analysis.study.copies.pairs import DAYS, UNDATED
from analysis.study.copies.samples import sample_texts
from analysis.study.drafts import read_draft, write_draft
from analysis.study.reprints import name_copies, read_days
from analysis.study.tables import read_table

_BATCHES_HELD = 32
_BATCH = 4_096
_LIGHT = ("article_id", "page_id", "date", "copy_group")
_OF_COPIES = ("article_id", "date", "copy_group")
_HEAVY = ("text", "plain", "body")


@dataclass(frozen=True, slots=True)
class Printed:
    """Some articles that are compared: where they lie, where their sample lies."""

    source: Source
    sample: Path

    def read(self) -> pa.Table:
        """Return ids and groups of the articles, and the days that they were printed."""
        articles = self.source.read(_LIGHT)
        pages = read_draft(self.source.folder, "pages", ["page_id", "date"])
        return _date_articles(articles, pages)


def _date_articles(articles: pa.Table, pages: pa.Table) -> pa.Table:
    """Return ids, days and groups: the day of the page, else that of the article itself."""
    at = pc.index_in(articles["page_id"], pages["page_id"].combine_chunks())
    dates = pc.coalesce(pages["date"].take(at), articles["date"])
    return articles.set_column(articles.column_names.index("date"), "date", dates).select(
        _OF_COPIES
    )


def find_copies(tallies: Sequence[Tally]) -> pa.Array:
    """Return the group of each article that has a copy, null for the others."""
    return _compare([Printed(tally.source, tally.folder / SAMPLE) for tally in tallies])


def _compare(printed: Sequence[Printed]) -> pa.Array:
    tables = [one.read() for one in printed]
    firsts = np.cumsum([0, *map(len, tables)])
    read = partial(_read_rows, tuple(one.source for one in printed), firsts)
    return name_copies(pa.concat_tables(tables), SampleFiles([p.sample for p in printed]), read)


def _read_rows(
    sources: tuple[Source, ...], firsts: NDArray[np.int64], rows: NDArray[np.int64]
) -> list[str]:
    """Return the bodies of some articles, in the order asked for."""
    batches = np.searchsorted(firsts, rows, side="right") - 1
    bodies = np.empty(len(rows), dtype=object)
    for batch in np.unique(batches).tolist():
        mine = np.flatnonzero(batches == batch)
        table = _read_texts(sources[batch]).take(pa.array(rows[mine] - firsts[batch]))
        bodies[mine] = read_bodies(table)
    return list(bodies)


@lru_cache(maxsize=_BATCHES_HELD)
def _read_texts(source: Source) -> pa.Table:
    return source.read(_HEAVY)


def find_groups(workshop: Workshop, old: Old, tallies: Sequence[Tally]) -> pa.Array:
    """Return the groups of the articles of a study and of what is added to it, in that order.

    What stands in the study stays in the groups that it is in, but for those that a changed page
    had a part in.
    """
    pages = read_table(old.folder, "pages", ["page_id", "date"])
    light = _date_articles(pa.concat_tables(old.read("articles", _LIGHT)), pages)
    new = [Printed(tally.source, tally.folder / SAMPLE) for tally in tallies]
    changed, broken = _find_changed(old, light)
    fresh = [light.filter(changed), *(one.read() for one in new)]
    near = _find_near(light["date"], pa.concat_tables(fresh)["date"])
    drawn, near = _draw(workshop, old, light, near | changed, _list_bodies(old, tallies))
    printed = [*drawn, *new]
    found = _compare(printed) if printed else pa.array([], pa.string())
    mine = np.flatnonzero(near)
    touched = _find_touched(found, changed[mine])
    groups = light["copy_group"].to_pylist()
    for place, group in zip(mine.tolist(), found.slice(0, len(mine)).to_pylist(), strict=True):
        if group in touched or groups[place] in broken:
            groups[place] = group
    return pa.concat_arrays([pa.array(groups, pa.string()), found.slice(len(mine))])


def _list_bodies(old: Old, tallies: Sequence[Tally]) -> pa.Array:
    """Return the bodies of new articles and of those of changed pages, each once."""
    changed = (table for table in old.fresh.get("articles", {}).values() if table is not None)
    bodies = [table["body"] for table in changed]
    bodies += [tally.source.read(["body"])["body"] for tally in tallies]
    chunks = [chunk for column in bodies for chunk in column.chunks]
    return pc.unique(pa.chunked_array(chunks, pa.string()))


def _find_changed(old: Old, light: pa.Table) -> tuple[NDArray[np.bool_], set[str]]:
    """Return which articles are of changed pages, and the groups that such pages had a part in."""
    pages = pa.array(sorted(old.changed), type=pa.string())
    before = read_table(old.folder, "articles", ["page_id", "copy_group"])
    mine = before.filter(pc.is_in(before["page_id"], pages))
    broken = {group for group in pc.unique(mine["copy_group"]).to_pylist() if group}
    owners = pc.utf8_slice_codeunits(light["article_id"], 0, PAGE_ID)
    return np.asarray(pc.is_in(owners, pages), dtype=np.bool_), broken


def _find_near(dates: pa.ChunkedArray, new: pa.ChunkedArray) -> NDArray[np.bool_]:
    """Return which articles were printed so near to some new one that they can be its copies."""
    days, others = read_days(dates), np.unique(read_days(new))
    if UNDATED in others:
        return np.ones(len(days), dtype=np.bool_)
    if not len(others):
        return np.zeros(len(days), dtype=np.bool_)
    after = np.minimum(np.searchsorted(others, days), len(others) - 1)
    before = np.maximum(after - 1, 0)
    gap = np.minimum(np.abs(days - others[after]), np.abs(days - others[before]))
    return np.asarray((gap <= DAYS) | (days == UNDATED))


def _draw(
    workshop: Workshop, old: Old, light: pa.Table, near: NDArray[np.bool_], bodies: pa.Array
) -> tuple[list[Printed], NDArray[np.bool_]]:
    """Return some articles of a study in batches of their own, and which these are.

    They are those that are ``near``, and those that have one of some ``bodies``.
    """
    first, drawn, chosen = 0, list[Printed](), near.copy()
    for number, piece in enumerate(old.read("articles", [*_LIGHT, *_HEAVY])):
        own = slice(first, first + len(piece))
        chosen[own] |= np.asarray(pc.is_in(piece["body"], value_set=bodies), dtype=np.bool_)
        mine = np.flatnonzero(chosen[own])
        for start in range(0, len(mine), _BATCH):
            at = mine[start : start + _BATCH]
            dates = light["date"].take(pa.array(at + first))
            table = piece.take(pa.array(at))
            table = table.set_column(table.column_names.index("date"), "date", dates)
            drawn.append(_keep(workshop, f"{number}/{start}", table))
        first += len(piece)
    return drawn, chosen


def _keep(workshop: Workshop, name: str, table: pa.Table) -> Printed:
    def fill(folder: Path) -> None:
        write_draft(table, folder, "articles")
        # The day of the page, where it has one, is that of the article already.
        pages = pa.table({"page_id": pc.unique(table["page_id"])})
        none = pa.nulls(len(pages), pa.string())
        write_draft(pages.append_column("date", none), folder, "pages")
        write_sample(sample_texts(read_bodies(table)), folder / SAMPLE)

    folder = workshop.fill(name_batch("drawn", name, table["article_id"].to_pylist()), fill)
    return Printed(Source(folder, folder.name), folder / SAMPLE)


def _find_touched(found: pa.Array, changed: NDArray[np.bool_]) -> set[str]:
    """Return the groups that an article has a part in which is new or of a changed page."""
    new = np.concatenate([changed, np.ones(len(found) - len(changed), dtype=np.bool_)])
    return {group for group in pc.unique(found.filter(pa.array(new))).to_pylist() if group}
