"""Texts to counts to TF-IDF weights: sparse rows of passages, columns in sorted order of terms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from analysis.theme.dictionary import middle_background, read_background
from analysis.theme.names import Places, cue_words
from analysis.theme.passages import cut_passages
from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter

# Texts between two reports of progress.
_REPORT_EVERY = 500

Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each term stands in each passage.

    ``terms`` are sorted; ``counts`` is a csr array (n_passages, n_terms); ``articles``
    (n_passages,) is each passage's text; ``spans`` (n_passages, 2) its range there; ``n_articles``
    counts texts without any passage too. ``named`` (n_terms, 2) is how often a term stands like a
    name, and like a given name behind a surname.
    """

    terms: tuple[str, ...]
    counts: sp.csr_array
    articles: Array
    spans: Array
    n_articles: int
    named: Array

    def by_article(self) -> sp.csr_array:
        """Return the counts summed over the passages of each article, (n_articles, n_terms)."""
        n_passages = len(self.articles)
        ones = np.ones(n_passages, dtype=self.counts.dtype)
        members = sp.csr_array(
            (ones, (self.articles, np.arange(n_passages))), shape=(self.n_articles, n_passages)
        )
        return sp.csr_array(members @ self.counts)

    def keep(self, columns: Sequence[int]) -> "Counts":
        """Return the counts of some columns only, in the order given."""
        return Counts(
            terms=tuple(self.terms[column] for column in columns),
            counts=sp.csr_array(self.counts[:, list(columns)]),
            articles=self.articles,
            spans=self.spans,
            n_articles=self.n_articles,
            named=self.named[list(columns)],
        )


def is_wordlike(term: str) -> bool:
    """Tell whether a token can be a term at all: two characters or more, no digits or marks.

    Examples
    --------
    >>> [is_wordlike(term) for term in ("职工", "工", "2024", "5g", "+", "3.5%")]
    [True, False, False, True, False, False]
    """
    return len(term) > 1 and term.isalnum() and any(map(str.isalpha, term))


class _Columns(dict[str, int]):
    """The column of each word as it is met; -1 for what can never be a term.

    ``cues`` come first, wordlike or not: names are told by them.
    """

    def __init__(self, cues: Sequence[str]) -> None:
        self.terms = {cue: column for column, cue in enumerate(cues)}
        self.update(self.terms)

    def __missing__(self, word: str) -> int:
        # Each distinct word is looked at once: a corpus has a hundred times as many tokens.
        term = word.lower()
        column = self.terms.setdefault(term, len(self.terms)) if is_wordlike(term) else -1
        self[word] = column
        return column


class _Cut(NamedTuple):
    """A text in numbers: its passages, and column and passage of each word that has a column."""

    passages: Array
    columns: Array
    rows: Array
    names: Array
    given: Array


def count_terms(
    texts: Sequence[str], cutter: Cutter, *, length: int, report: Report | None = None
) -> Counts:
    """Count every wordlike term in every passage of about ``length`` characters of every text."""
    columns = _Columns(cue_words())
    places = Places(columns.terms)
    cuts = []
    for article, text in enumerate(texts):
        passages = np.array(cut_passages(text, length), dtype=np.int64).reshape(-1, 2)
        cuts.append(_number_words(cutter.words(text), passages, columns, places))
        if report and article % _REPORT_EVERY == 0:
            report("tokens", article, len(texts))
    sizes = [len(cut.passages) for cut in cuts]
    firsts = np.cumsum([0, *sizes])
    rows = _join([cut.rows + first for cut, first in zip(cuts, firsts, strict=False)])
    shape = (firsts[-1], len(columns.terms))
    counts = _count_entries(rows, _join([cut.columns for cut in cuts]), shape)
    names, given = (_join(part) for part in ([c.names for c in cuts], [c.given for c in cuts]))
    met = counts.sum(axis=0) > 0
    terms = sorted(t for t, column in columns.terms.items() if met[column] and is_wordlike(t))
    order = [columns.terms[term] for term in terms]
    return Counts(
        terms=tuple(terms),
        counts=sp.csr_array(counts[:, order]),
        articles=np.repeat(np.arange(len(texts)), sizes),
        spans=np.concatenate([np.zeros((0, 2), dtype=np.int64), *(cut.passages for cut in cuts)]),
        n_articles=len(texts),
        named=np.stack([np.bincount(p, minlength=shape[1]) for p in (names, given)], axis=1)[order],
    )


def _number_words(words: Sequence[str], passages: Array, columns: _Columns, places: Places) -> _Cut:
    """Return the words of a text in numbers; a word is in the passage where it begins."""
    if not len(passages):
        nothing = np.zeros(0, dtype=np.int64)
        return _Cut(passages, nothing, nothing, nothing, nothing)
    found = np.fromiter(map(columns.__getitem__, words), dtype=np.int64, count=len(words))
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    rows = np.searchsorted(passages[:, 1], np.cumsum(lengths) - lengths, side="right")
    like_name, like_given = places.mark(found)
    known = found >= 0
    return _Cut(
        passages,
        found[known],
        rows[known],
        found[known & like_name],
        found[known & like_given],
    )


def _join(arrays: Sequence[Array]) -> Array:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])


def _count_entries(rows: Array, columns: Array, shape: tuple[int, int]) -> sp.csr_array:
    entries = sp.coo_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    counts = sp.csr_array(entries)
    counts.sum_duplicates()
    return counts


def measure_idf(terms: Sequence[str], rows: sp.csr_array, *, background: int) -> Array:
    """Return the inverse document frequency of each term, (n_terms,).

    In a small corpus every word of its few subjects looks common and every turn of phrase rare, so
    the frequencies of the rows are mixed with those that jieba ships, which weigh as much as
    ``background`` rows and are brought to the same mean.
    """
    n_rows, frequency = rows.shape[0], rows.count_nonzero(axis=0)
    idf = np.log((1 + n_rows) / (1 + frequency)) + 1
    found, unknown = read_background(terms), middle_background()
    general = np.array([found.get(term, unknown) for term in terms])
    general *= idf.mean() / general.mean()
    mixed: Array = (n_rows * idf + background * general) / (n_rows + background)
    return mixed


def weigh_counts(counts: sp.csr_array, idf: Array) -> sp.csr_array:
    """Return TF-IDF weights of counts; a word said twice counts less than double.

    ``(1 + log count) * idf``: Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0.
    """
    weights = counts.copy()
    weights.data = (1 + np.log(counts.data)) * idf[counts.indices]
    return weights


def scale_rows(weights: sp.csr_array) -> sp.csr_array:
    """Return the rows at length one; empty rows stay empty."""
    squares = weights.power(2).sum(axis=1)
    lengths = np.sqrt(np.where(squares > 0, squares, 1))
    return sp.csr_array(sp.diags_array(1 / lengths) @ weights)
