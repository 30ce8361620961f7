"""All of a study that filters and totals need, held once; bodies stay on disk."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.facets import Facets, make_facets
from analysis.study.matrices import spread_stored
from analysis.study.records import Report, Study
from analysis.study.tables import read_table

UNNAMED = ""
"""Stands for the newspaper of a page that does not name its own."""

_OF_ARTICLE = ("article_id", "page_id", "kind", "kicker", "headline", "opening", "byline", "date")
_OF_PAGE = ("page_id", "source", "newspaper", "date", "edition", "encoding")
# Rows whose shares fit into the cache of a processor.
_BLOCK = 4_096
# What is told while a catalogue is read.
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One row an article, in the order of the table ``articles``.

    Parameters
    ----------
    articles : pyarrow.Table
        article_id, page_id, kind, kicker, headline, opening, byline, date (its own, else the
        page's), characters, copy_group, source, newspaper (``UNNAMED`` where the page names none),
        edition, encoding.
    theme_shares : ndarray of shape (n_articles, n_themes)
        Shares of the article, 0-1; rows sum to 1, or to 0 where no word could be used.
    topic_shares : ndarray of shape (n_articles, n_topics)
        The same for topics, hidden ones too.
    topics : tuple of int
        The ids of the topics, in the order of the columns.
    themes : tuple of str
        The names of the themes, 其他 last.
    main : ndarray of shape (n_articles,)
        Which theme has the largest share (the first of equals), -1 where the row is 0.
    main_topic : ndarray of shape (n_articles,)
        The same for topics: a column of ``topic_shares``.
    facets : Facets
        What the articles are filtered by.
    groups : ndarray of shape (n_articles,)
        Articles with the same number are printings of one story; -1 for an article alone.
    printed : ndarray of shape (n_articles,)
        Which printing of a story came before which: by the page's date, then by id; 0 for an
        article alone.
    """

    study: Study
    articles: pa.Table
    theme_shares: NDArray[np.float64]
    topic_shares: NDArray[np.float64]
    topics: tuple[int, ...]
    themes: tuple[str, ...]
    main: NDArray[np.int64]
    main_topic: NDArray[np.int64]
    facets: Facets
    groups: NDArray[np.int64]
    printed: NDArray[np.int64]

    def count_printings(self) -> NDArray[np.int64]:
        """Return how many articles of the study print the story of each: ``(n_articles,)``."""
        # The number of those alone, -1, moves to 0.
        numbers = self.groups + 1
        return np.where(numbers > 0, np.bincount(numbers)[numbers], 1)

    def find_place(self, article_id: str) -> int:
        """Return the row of an article, -1 where the study has none of that id."""
        return int(self.articles["article_id"].index(article_id).as_py())


def load_catalogue(study: Study, report: Report | None = None) -> Catalogue:
    """Read what filters and totals need from the tables of a study; bodies are not read."""
    report = report or _tell_nobody
    report("open", 0, _STEPS)
    articles = read_table(study.folder, "articles", [*_OF_ARTICLE, "characters", "copy_group"])
    pages = read_table(study.folder, "pages", list(_OF_PAGE))
    groups = _number_groups(articles["copy_group"])
    printed = _order_printings(articles, pages, groups)
    articles = _with_page(articles, pages)
    report("open", 1, _STEPS)
    facets = make_facets(articles)
    report("open", 2, _STEPS)
    affinity = read_table(study.folder, "topic_themes")
    themes = tuple(dict.fromkeys(affinity["theme"].to_pylist()))
    topics = tuple(dict.fromkeys(affinity["topic_id"].to_pylist()))
    theme_shares = _matrix(study, "article_themes", articles["article_id"], themes)
    report("open", 3, _STEPS)
    topic_shares = _matrix(study, "article_topics", articles["article_id"], topics)
    report("open", 4, _STEPS)
    return Catalogue(
        study=study,
        articles=articles,
        theme_shares=theme_shares,
        topic_shares=topic_shares,
        topics=topics,
        themes=themes,
        main=find_main(theme_shares),
        main_topic=find_main(topic_shares),
        facets=facets,
        groups=groups,
        printed=printed,
    )


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


def _with_page(articles: pa.Table, pages: pa.Table) -> pa.Table:
    at = pc.index_in(articles["page_id"], pages["page_id"])
    own_date = pc.coalesce(articles["date"], pages["date"].take(at))
    articles = articles.set_column(articles.column_names.index("date"), "date", own_date)
    for name in ("source", "newspaper", "edition", "encoding"):
        column = pages[name].take(at)
        if name == "newspaper":
            column = pc.fill_null(column, UNNAMED)
        articles = articles.append_column(name, column)
    return articles


def find_main(shares: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the column of the largest share of each row, the first of equals; -1 where all are 0.

    Examples
    --------
    >>> find_main(np.array([[0.2, 0.4, 0.4], [0.0, 0.0, 0.0]])).tolist()
    [1, -1]
    """
    main = np.full(len(shares), -1, dtype=np.int64)
    # numpy's argmax of short rows takes five times as long.
    for start in range(0, len(shares), _BLOCK):
        block = shares[start : start + _BLOCK]
        own, best = main[start : start + _BLOCK], np.zeros(len(block))
        for column in range(shares.shape[1]):
            larger = block[:, column] > best
            own[larger], best[larger] = column, block[larger, column]
    return main


def _number_groups(groups: pa.ChunkedArray) -> NDArray[np.int64]:
    indices = groups.combine_chunks().dictionary_encode().indices
    return np.asarray(pc.fill_null(indices, -1), dtype=np.int64)


def _order_printings(
    articles: pa.Table, pages: pa.Table, groups: NDArray[np.int64]
) -> NDArray[np.int64]:
    printings = np.flatnonzero(groups >= 0)
    found = articles.select(["article_id", "page_id", "date"]).take(pa.array(printings))
    dates = pages["date"].take(pc.index_in(found["page_id"], pages["page_id"]))
    keys = pa.table({"date": pc.coalesce(dates, found["date"]), "id": found["article_id"]})
    # Undated printings come last.
    order = pc.sort_indices(keys, sort_keys=[("date", "ascending"), ("id", "ascending")])
    rank = np.zeros(len(articles), dtype=np.int64)
    rank[printings[order.to_numpy()]] = np.arange(len(printings))
    return rank


def _matrix(
    study: Study, name: str, ids: pa.ChunkedArray, labels: tuple[object, ...]
) -> NDArray[np.float64]:
    matrix = spread_stored(study.folder, name, ids, labels)
    matrix.flags.writeable = False
    return matrix
