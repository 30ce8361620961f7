"""What only all batches together tell: pages given twice, stories that jump from page to page."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.edits import read_edits
from analysis.press.errors import SamePage
from analysis.press.mending import apply_edits
from analysis.press.records import PageCut
from analysis.press.stories import Link
from analysis.study.building.batches import OF_PAGES, Batch, Edits, sort_edits
from analysis.study.building.dealing import word_error
from analysis.study.building.exchanging import exchange_pages
from analysis.study.building.workshop import Workshop, name_batch
from analysis.study.corpus import Corpus
from analysis.study.drafts import read_draft, write_draft
from analysis.study.filling import page_tables
from analysis.study.kept import load_cut, load_page
from analysis.study.records import Failure
from analysis.study.stories import find_linked, join_stories

# What an edit calls a page may be anything.
_ID = re.compile("[0-9a-f]{12}")
_STAYS = ("pages", "furniture", "cuts")
"""The tables that joining stories does not change."""

Failures = tuple[tuple[int, Failure], ...]
"""Failures, each with the number of the batch that it is about."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The batches as they go into the study.

    ``twins`` tell the pages that were there before; ``there`` are pages of the study itself whose
    stories change; ``misfits`` are edits of stories that fit nothing.
    """

    batches: tuple[Batch, ...]
    twins: Failures
    there: Mapping[str, PageCut]
    links: tuple[Link, ...]
    misfits: tuple[Mapping[str, Any], ...]


class Census:
    """The pages that have been met, so that one that is given twice counts once.

    ``known`` are those of the study already, id to source. Twelve hex digits are kept as a number:
    a million pages take some sixty megabytes.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._met = {int(page, 16) for page in known}
        self.twins: dict[int, list[str]] = {}

    def has(self, page: str) -> bool:
        """Tell whether a page was met."""
        return bool(_ID.fullmatch(page)) and int(page, 16) in self._met

    def count(self, number: int, batch: Batch) -> None:
        """Meet the pages of a batch."""
        ids = batch.read("pages", ["page_id"])["page_id"].to_pylist()
        for page in ids:
            value = int(page, 16)
            if value in self._met:
                self.twins.setdefault(number, []).append(page)
            self._met.add(value)

    def tell_twins(self, batches: Sequence[Batch]) -> Iterator[tuple[int, Failure]]:
        """Yield what is told of each page that was there before."""
        wanted = {page for pages in self.twins.values() for page in pages}
        first: dict[str, str] = {}
        for batch in reversed(batches if wanted else ()):
            first |= _read_sources(batch, wanted)
        first |= self._known
        for number, pages in self.twins.items():
            for page, source in _read_sources(batches[number], pages).items():
                yield number, word_error(SamePage(source=source, first=first[page]), source)


def _read_sources(batch: Batch, pages: Collection[str]) -> dict[str, str]:
    table = batch.read("pages", ["page_id", "source"])
    found = table.filter(pc.is_in(table["page_id"], pa.array(sorted(pages))))
    return dict(zip(*(column.to_pylist() for column in found.columns), strict=True))


def settle_batches(
    workshop: Workshop,
    batches: Sequence[Batch],
    edits: Sequence[Mapping[str, Any]],
    census: Census,
    there: Sequence[PageCut] = (),
) -> Settled:
    """Take out pages that were there before, and join the stories that jump.

    ``there`` are the pages of the study, as they stand, whose stories may go on in the new ones.
    Only batches with such pages are written anew.
    """
    gone = {number: set(pages) for number, pages in census.twins.items()}
    linked, of_pages = {*find_linked(read_edits(edits))}, sort_edits(edits)
    found = [
        (number, cut)
        for number, batch in enumerate(batches)
        for cut in _read_jumping(batch, linked, gone.get(number, set()), of_pages)
    ]
    before = [*there, *(cut for _, cut in found)]
    corpus = join_stories(Corpus(tuple(before)), edits)
    heads = {link.head for link in corpus.links}
    changed = {
        new.page.id: new
        for old, new in zip(before, corpus.cuts, strict=True)
        if old != new or not heads.isdisjoint(article.id for article in new.articles)
    }
    fresh: dict[int, dict[str, PageCut | None]] = {
        number: dict.fromkeys(pages) for number, pages in gone.items()
    }
    for number, cut in found:
        if cut.page.id in changed:
            fresh.setdefault(number, {})[cut.page.id] = changed[cut.page.id]
    settled = [
        _rewrite(workshop, batch, fresh[number], corpus.links) if number in fresh else batch
        for number, batch in enumerate(batches)
    ]
    return Settled(
        batches=tuple(settled),
        twins=tuple(census.tell_twins(batches)),
        there={one.page.id: changed[one.page.id] for one in there if one.page.id in changed},
        links=corpus.links,
        misfits=corpus.misfits,
    )


def _read_jumping(
    batch: Batch, linked: Collection[str], gone: Collection[str], edits: Edits
) -> Iterator[PageCut]:
    """Yield the pages of a batch whose stories jump or were linked, with their edits done."""
    wanted = {*batch.jumping}
    if linked:
        wanted |= {*linked} & {*batch.read("pages", ["page_id"])["page_id"].to_pylist()}
    wanted -= {*gone}
    if not wanted:
        return
    at = pa.array(sorted(wanted))
    pages, cuts = batch.read("pages"), batch.read("cuts")
    told = dict(zip(*(column.to_pylist() for column in _pick(cuts, at).columns), strict=True))
    for row in _pick(pages, at).to_pylist():
        page = load_page(row)
        cut = load_cut(page, told[row["page_id"]])
        yield apply_edits(cut, edits.get(page.id, ()))[0]


def _pick(table: pa.Table, pages: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table["page_id"], pages))


def _rewrite(
    workshop: Workshop,
    batch: Batch,
    fresh: Mapping[str, PageCut | None],
    links: tuple[Link, ...],
) -> Batch:
    """Return a batch with some pages as they are now, those without a cut taken out."""
    key = name_batch("settled", batch.folder.name, sorted(fresh.items()), links)
    new = {page: table_page(cut, links) for page, cut in fresh.items() if cut is not None}

    def fill(folder: Path) -> None:
        order = batch.read("pages", ["page_id"])["page_id"].combine_chunks()
        for name in OF_PAGES:
            own = {page: new[page][name] if page in new else None for page in fresh}
            if name in _STAYS:
                own = {page: None for page, cut in fresh.items() if cut is None}
            table = batch.read(name)
            pieces = exchange_pages([table], name, order, own)
            write_draft(pa.concat_tables(pieces), folder, name)

    folder = workshop.fill(key, fill)
    gone = sum(cut is None for cut in fresh.values())
    articles = len(read_draft(folder, "articles", ["article_id"]))
    return replace(batch, folder=folder, pages=batch.pages - gone, articles=articles)


def table_page(cut: PageCut, links: tuple[Link, ...]) -> dict[str, pa.Table]:
    """Return the tables of a page whose stories were joined."""
    return page_tables(Corpus((cut,), links=links))
