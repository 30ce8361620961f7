"""The words of a study counted article by article, in batches."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.study.engine import FEW, LOCAL, start_engine
from analysis.study.explain import load_model
from analysis.study.groups import count_groups, list_plain, read_group
from analysis.study.records import Report, Study
from analysis.study.select import Mask
from analysis.study.tables import count_rows
from analysis.theme.counting import count_known, stack_counts
from analysis.theme.tokens import make_cutter

# Counts that are summed at once.
_BLOCK = 1_000_000
_THREADS = 2


@dataclass(frozen=True, slots=True, eq=False)
class WordCounts:
    """How often each term of a model stands in each article, kept term by term.

    Five bytes for each term of each article, where none stands more than 255 times in one: of a
    million articles some 250 MB, and a sum over any of them reads each byte once.

    Parameters
    ----------
    terms : tuple of str
        Those of the model, so that stop words, newsroom words, names and bylines are left out here
        as they are there.
    starts : ndarray of shape (n_terms + 1,)
        Where in the two below each term begins, and the last one ends.
    rows : ndarray of shape (n_held,)
        The articles that hold the term, ascending.
    times : ndarray of shape (n_held,)
        How often they do.
    totals : ndarray of shape (n_terms,)
        How often each term stands in all articles.
    n_articles : int
        How many articles there are.
    """

    terms: tuple[str, ...]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    times: NDArray[np.unsignedinteger]
    totals: NDArray[np.int64]
    n_articles: int

    def sum_rows(self, *masks: Mask) -> NDArray[np.int64]:
        """Return how often each term stands in the rows of each mask, and in how many of them.

        Of shape (n_masks, 2, n_terms); all masks in one walk through the counts, some blocks of it
        at a time: numpy lets other threads work while it takes and adds.
        """
        sums = np.zeros((len(masks), 2, len(self.terms)), dtype=np.int64)

        def fill(block: tuple[int, int]) -> None:
            first, last = block
            start, end = self.starts[first], self.starts[last]
            places = self.rows[start:end].astype(np.intp)
            runs = self.starts[first : last + 1] - start
            for mask, own in zip(masks, sums[:, :, first:last], strict=True):
                held = mask.take(places)
                own[0] = _sum_runs(self.times[start:end] * held, runs)
                own[1] = _sum_runs(held, runs)

        with ThreadPoolExecutor(_THREADS) as pool:
            # Asked for, so that an error of one is not lost.
            list(pool.map(fill, self._cut_blocks()))
        return sums

    def _cut_blocks(self) -> Iterator[tuple[int, int]]:
        """Yield half-open ranges of terms whose counts fit into the cache of a processor."""
        first = 0
        while first < len(self.terms):
            last = int(np.searchsorted(self.starts, self.starts[first] + _BLOCK, side="right")) - 1
            last = max(last, first + 1)
            yield first, last
            first = last

    def score_rows(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the weights (n_terms,) of the terms that each article holds, each once, summed."""
        scores = np.zeros(self.n_articles)
        for column in np.flatnonzero(weights).tolist():
            scores[self._find_rows(column)] += weights[column]
        return scores

    def find_held(self, row: int, columns: Sequence[int]) -> list[int]:
        """Return which of the terms in these columns an article holds, in their order."""
        return [column for column in columns if self._holds(column, row)]

    def _holds(self, column: int, row: int) -> bool:
        own = self._find_rows(column)
        place = int(np.searchsorted(own, row))
        return place < len(own) and int(own[place]) == row

    def _find_rows(self, column: int) -> NDArray[np.int32]:
        return self.rows[self.starts[column] : self.starts[column + 1]]


def _sum_runs(values: NDArray[Any], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the sum of each run of values, which begin and end at ``starts``."""
    sums = np.zeros(len(starts) - 1, dtype=np.int64)
    # A run without values has nothing that reduceat could begin with.
    met = np.flatnonzero(np.diff(starts))
    if len(met):
        sums[met] = np.add.reduceat(values, starts[met], dtype=np.int64)
    return sums


def count_study(study: Study, report: Report) -> WordCounts:
    """Count the terms of a study's model in each of its articles, in the order of the table.

    The same words as the model counts, cut by the same cutter. Nothing is written; of the texts a
    group of rows is in memory at a time.

    Raises
    ------
    DamagedStudy
        When the model or the table of articles cannot be read.
    """
    terms = load_model(study).terms
    groups = count_groups(study.folder, "articles")
    orders = (
        _Order(study.folder, group, study.recipe.words.user, terms) for group in range(groups)
    )
    parts: list[_Part] = []
    few = count_rows(study.folder, "articles") <= FEW
    with start_engine(LOCAL, few=few) as runner:
        for part in runner.map(_count_group, orders):
            parts.append(part)
            report("counting", len(parts), groups)
    return index_counts(terms, parts)


def count_small(study: Study) -> Any:  # noqa: ANN401 - a sparse array, scipy's
    """Count as ``count_study`` does, article by article, (n_articles, n_terms)."""
    user, terms = study.recipe.words.user, load_model(study).terms
    groups = range(count_groups(study.folder, "articles"))
    orders = [_Order(study.folder, group, user, terms) for group in groups]
    return stack_counts(list(map(_count, orders)), len(terms))


@dataclass(frozen=True, slots=True)
class _Order:
    """The order to count some terms in a group of rows of a study. It travels to a worker."""

    folder: Path
    group: int
    user: tuple[str, ...]
    terms: tuple[str, ...]


def _count(order: _Order) -> Any:  # noqa: ANN401 - a sparse array, scipy's
    table = read_group(order.folder, "articles", order.group, ["text", "plain"])
    return count_known(list_plain(table), order.terms, make_cutter(order.user))


def _count_group(order: _Order) -> "_Part":
    return _Part.pack(_count(order))


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """The counts of one batch term by term, in numbers as small as they can be."""

    n_articles: int
    held: NDArray[np.int64]
    rows: NDArray[np.int32]
    times: NDArray[np.unsignedinteger]

    @classmethod
    def pack(cls, counts: Any) -> "_Part":  # noqa: ANN401 - a csr array, scipy's
        """Return the counts of articles, (n_articles, n_terms), term by term."""
        turned = counts.tocsc()
        least = np.min_scalar_type(int(turned.data.max(initial=0)))
        rows = turned.indices.astype(np.int32)
        return cls(counts.shape[0], np.diff(turned.indptr), rows, turned.data.astype(least))


def index_counts(terms: Sequence[str], parts: Sequence[_Part]) -> WordCounts:
    """Return the counts of batches as those of all their texts, in the same order."""
    held = sum((part.held for part in parts), np.zeros(len(terms), dtype=np.int64))
    starts = np.concatenate([[0], np.cumsum(held)])
    kind = np.result_type(np.uint8, *(part.times.dtype for part in parts))
    rows, times = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1], dtype=kind)
    free, before = starts[:-1].copy(), 0
    for part in parts:
        # Each term's articles go behind those of the batches before.
        moved = np.repeat(free - (np.cumsum(part.held) - part.held), part.held)
        places = moved + np.arange(len(moved))
        rows[places], times[places] = part.rows + before, part.times
        free, before = free + part.held, before + part.n_articles
    return WordCounts(tuple(terms), starts, rows, times, _sum_runs(times, starts), before)
