"""What articles are filtered by, as arrays: newspaper, day, kind, front page."""

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.press.jumps import name_edition
from analysis.press.readers.tables import ROW
from analysis.press.records import KINDS

FRONT, INNER, UNKNOWN = 1, 0, -1
_FIRST = re.compile("A?1")


@dataclass(frozen=True, slots=True)
class Facets:
    """One row an article, in the order of the catalogue.

    Parameters
    ----------
    papers : ndarray of shape (n_articles,)
        Which of ``paper_names`` printed it.
    paper_names : tuple of str
        The newspapers, in the order of their names; "" stands for pages that do not name theirs.
    days : ndarray of shape (n_articles,), datetime64[D]
        When it was printed, NaT where that is unknown.
    kinds : ndarray of shape (n_articles,)
        Which of ``press.records.KINDS`` it is.
    fronts : ndarray of shape (n_articles,)
        ``FRONT``, ``INNER``, or ``UNKNOWN`` where the page has no number.
    pages : ndarray of shape (n_articles,)
        A number for the page that each begins on, from 0; rows of a table that tell day and number
        of their page are of one page where both agree. A row that does not is no page: a number
        of its own, below 0.
    """

    papers: NDArray[np.int32]
    paper_names: tuple[str, ...]
    days: NDArray[np.datetime64]
    kinds: NDArray[np.int8]
    fronts: NDArray[np.int8]
    pages: NDArray[np.int32]


def make_facets(articles: pa.Table) -> Facets:
    """Return the facets of a table with page, source, newspaper, date, kind and edition."""
    papers, names = _number(articles["newspaper"])
    order = sorted(range(len(names)), key=lambda place: names[place])
    ranks = np.empty(len(names), dtype=np.int32)
    ranks[order] = np.arange(len(names), dtype=np.int32)
    kinds = pc.index_in(articles["kind"], pa.array(KINDS))
    editions, signs = _number(pc.fill_null(articles["edition"], ""))
    fronts = np.array([tell_front(sign) for sign in signs], dtype=np.int8)
    return Facets(
        papers=ranks[papers],
        paper_names=tuple(names[place] for place in order),
        days=_read_days(articles["date"]),
        kinds=np.asarray(pc.fill_null(kinds, -1), dtype=np.int8),
        fronts=fronts[editions],
        pages=_number_pages(articles),
    )


def _number_pages(articles: pa.Table) -> NDArray[np.int32]:
    rows = pc.fill_null(pc.match_substring_regex(articles["source"], ROW), fill_value=False)
    told = pc.and_kleene(articles["date"].is_valid(), pc.not_equal(articles["edition"], ""))
    printed = pc.and_(rows, pc.fill_null(told, fill_value=False))
    names = [pc.fill_null(articles[name], "") for name in ("newspaper", "date", "edition")]
    # A separator that no name holds keeps these apart from the ids of pages.
    page = pc.binary_join_element_wise(*names, "\x1f")
    numbers = _encode(pc.if_else(printed, page, articles["page_id"])).indices
    numbers = np.asarray(numbers, dtype=np.int32)
    alone = np.asarray(pc.and_not(rows, printed), dtype=np.bool_)
    return np.where(alone, -1 - numbers, numbers)


def tell_front(edition: str) -> int:
    """Return whether the number of a page says that it is the front page of the paper.

    The first page of a later section is none.

    Examples
    --------
    >>> [tell_front(sign) for sign in ("1", "A01", "一", "3", "B1", "")]
    [1, 1, 1, 0, 0, -1]
    """
    if not edition.strip():
        return UNKNOWN
    return FRONT if _FIRST.fullmatch(name_edition(edition)) else INNER


def _number(column: pa.ChunkedArray) -> tuple[NDArray[np.int32], list[str]]:
    coded = _encode(column)
    return np.asarray(coded.indices, dtype=np.int32), coded.dictionary.to_pylist()


def _encode(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return pa.chunked_array(column).combine_chunks().dictionary_encode()


def _read_days(dates: pa.ChunkedArray) -> NDArray[np.datetime64]:
    """Return days; what is no day of the calendar (a year alone) is unknown."""
    # A day is read once, however many articles it has.
    coded = _encode(dates)
    seconds = pc.strptime(coded.dictionary, format="%Y-%m-%d", unit="s", error_is_null=True)
    days = np.asarray(seconds.to_numpy(zero_copy_only=False), dtype="datetime64[D]")
    places = np.asarray(pc.fill_null(coded.indices, len(days)), dtype=np.int64)
    return np.append(days, np.datetime64("NaT", "D"))[places]
