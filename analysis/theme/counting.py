"""How often each term of a model stands in each article: what two selections are compared by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter


@dataclass(frozen=True, slots=True)
class TermCounts:
    """Counts of terms by article.

    ``terms`` are those of the model, so that stop words, newsroom words, names and bylines are left
    out here as they are there; ``counts`` is a csr array (n_articles, n_terms) of int32 without
    zeros: eight bytes for each term of each article. ``totals`` (n_terms,) are its sums.
    """

    terms: tuple[str, ...]
    counts: sp.csr_array
    totals: Array

    def sum_rows(self, rows: Array) -> tuple[Array, Array]:
        """Return how often each term stands in the rows of a mask, and in how many of them."""
        entries = np.repeat(rows, np.diff(self.counts.indptr))
        found = self.counts.indices[entries]
        width = len(self.terms)
        times = np.bincount(found, self.counts.data[entries], minlength=width)
        return times.astype(np.int64), np.bincount(found, minlength=width)

    def score_rows(self, weights: Array) -> Array:
        """Return the weights (n_terms,) of the terms that each article holds, each once, summed."""
        places = np.flatnonzero((weights != 0)[self.counts.indices])
        rows = np.searchsorted(self.counts.indptr, places, side="right") - 1
        found = weights[self.counts.indices[places]]
        return np.bincount(rows, found, minlength=self.counts.shape[0])

    def list_terms(self, row: int) -> Array:
        """Return the columns of the terms that an article holds."""
        start, end = self.counts.indptr[row : row + 2]
        return self.counts.indices[start:end]


class TermColumns(dict[str, int]):
    """The column of each word as it is met; -1 for what is no term."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = {term: column for column, term in enumerate(terms)}

    def __missing__(self, word: str) -> int:
        # Each distinct word is made small once: a corpus has a hundred times as many tokens.
        self[word] = column = self.terms.get(word.lower(), -1)
        return column


def count_batches(
    batches: Iterable[Sequence[str]], terms: Sequence[str], cutter: Cutter
) -> Iterator[sp.csr_array]:
    """Yield the counts of ``terms`` in each batch of texts; only one batch is held as tokens.

    Examples
    --------
    >>> (counts,) = count_batches([["工会服务职工，职工点赞"]], ["工会", "职工"], Cutter())
    >>> counts.toarray().tolist()
    [[1, 2]]
    """
    columns = TermColumns(terms)
    for texts in batches:
        yield _count_texts(texts, columns, cutter)


def _count_texts(texts: Sequence[str], columns: TermColumns, cutter: Cutter) -> sp.csr_array:
    found = [_find_columns(cutter.words(text), columns) for text in texts]
    entries = np.concatenate([np.zeros(0, dtype=np.int32), *found])
    rows = np.repeat(np.arange(len(texts), dtype=np.int32), [len(one) for one in found])
    ones = np.ones(len(entries), dtype=np.int32)
    shape = (len(texts), len(columns.terms))
    counts = sp.csr_array(sp.coo_array((ones, (rows, entries)), shape=shape))
    counts.sum_duplicates()
    return counts


def _find_columns(words: Sequence[str], columns: TermColumns) -> Array:
    found = np.fromiter(map(columns.__getitem__, words), dtype=np.int32, count=len(words))
    return found[found >= 0]


def stack_counts(terms: Sequence[str], parts: Sequence[sp.csr_array]) -> TermCounts:
    """Return the counts of batches as those of all their texts, in the same order."""
    nothing = sp.csr_array((0, len(terms)), dtype=np.int32)
    counts = sp.csr_array(sp.vstack([nothing, *parts], format="csr"))
    totals = np.bincount(counts.indices, counts.data, minlength=len(terms)).astype(np.int64)
    return TermCounts(tuple(terms), counts, totals)
