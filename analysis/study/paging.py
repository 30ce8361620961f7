"""The pages of a study to choose from, held as arrays: there may be a million of them."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.records import Study
from analysis.study.select import Mask
from analysis.study.tables import read_table

_SORTED = ("newspaper", "date", "edition")


@dataclass(frozen=True, slots=True, eq=False)
class PageList:
    """The pages of a study by newspaper, date and edition.

    Parameters
    ----------
    pages : pyarrow.Table
        page_id, source, newspaper, date, edition, in this order of the pages.
    articles : ndarray of shape (n_pages,)
        How many articles begin on each.
    unsure : ndarray of shape (n_pages,)
        How many of these are cut so that it is not sure.
    owners : ndarray of shape (n_articles,)
        On which page each article of the study begins, in the order of its table.
    """

    pages: pa.Table
    articles: NDArray[np.int64]
    unsure: NDArray[np.int64]
    owners: NDArray[np.int64]


def list_pages(study: Study, *, sure: float) -> PageList:
    """Return the pages of a study; a cut with a score below ``sure``, 0-1, counts as unsure."""
    pages = read_table(study.folder, "pages", ["page_id", "source", *_SORTED])
    pages = pages.take(np.lexsort([_rank(pages[name]) for name in reversed(_SORTED)]))
    articles = read_table(study.folder, "articles", ["page_id", "score"])
    owners = pc.index_in(articles["page_id"], pages["page_id"]).to_numpy().astype(np.int64)
    unsure = owners[articles["score"].to_numpy() < sure]
    counts, doubts = (np.bincount(one, minlength=len(pages)) for one in (owners, unsure))
    return PageList(pages, counts, doubts, owners)


def _rank(column: pa.ChunkedArray) -> NDArray[np.int64]:
    """Return where each value comes in their order; what is not known comes last."""
    coded = column.combine_chunks().dictionary_encode()
    names = coded.dictionary.to_pylist()
    ranks = np.full(len(names) + 1, len(names))
    for rank, place in enumerate(sorted(range(len(names)), key=lambda one: _sort_key(names[one]))):
        ranks[place] = rank
    return np.asarray(ranks[pc.fill_null(coded.indices, len(names)).to_numpy()])


def _sort_key(value: str) -> tuple[int, str]:
    """Order numbers by size."""
    return int(value) if value.isascii() and value.isdigit() else 0, value


def choose_pages(
    listed: PageList, rows: Mask | None, linked: str | None, *, most: int
) -> NDArray[np.int64]:
    """Return ``most`` pages at most, by their places, of ``rows`` those that their articles are on.

    The linked one is among them. Where there are more, those with the most unsure cuts are kept, in
    the order they had.
    """
    kept = np.ones(len(listed.pages), dtype=np.bool_)
    if rows is not None:
        kept[:] = False
        kept[listed.owners[rows]] = True
    ranks = -listed.unsure
    at = int(listed.pages["page_id"].index(linked).as_py()) if linked else -1
    if at >= 0:
        kept[at], ranks[at] = True, ranks.min() - 1
    places = np.flatnonzero(kept)
    return np.sort(places[np.argsort(ranks[places], kind="stable")[:most]])
