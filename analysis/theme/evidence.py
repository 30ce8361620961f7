"""Which words carried an article to its themes: contributions that add up to the shares."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
import scipy.sparse as sp

from analysis.theme.matrix import scale_rows, weigh_counts
from analysis.theme.parts import FOUND, gather_themes, gather_topics
from analysis.theme.passages import Range
from analysis.theme.records import Evidence, Model
from analysis.theme.shapes import Array
from analysis.theme.shares import part_entries
from analysis.theme.tokens import Cutter

# Texts placed at once: their entries times topics are some ten megabytes.
_AT_ONCE = 256


class TermColumns(dict[str, int]):
    """The column of each word as it is met; -1 for what is no term."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = {term: column for column, term in enumerate(terms)}

    def __missing__(self, word: str) -> int:
        # Each distinct word is made small once: a corpus has a hundred times as many tokens.
        self[word] = column = self.terms.get(word.lower(), -1)
        return column


def explain_article(model: Model, text: str, cutter: Cutter) -> Evidence:
    """Return what each counted word of a text gives to each topic and theme.

    The same factorisation as the shares: a term's responsibility at the level of the article,
    spread equally over its occurrences. Words that no topic of the article holds give 0 and are
    left out. The sums over the tokens are the article's rows of ``Findings``.
    """
    return next(explain_articles(model, [text], cutter))


def explain_articles(model: Model, texts: Iterable[str], cutter: Cutter) -> Iterator[Evidence]:
    """Yield the evidence of many texts, as ``explain_article`` gives it, at a fraction of its cost.

    So many are placed at once that memory stays bounded however many there are.
    """
    columns = TermColumns(model.terms)
    read = (_find_terms(cutter.words(text), columns) for text in texts)
    while articles := list(islice(read, _AT_ONCE)):
        yield from _explain_block(model, articles)


def _find_terms(words: Sequence[str], columns: TermColumns) -> tuple[Array, Array]:
    """Return the terms among the words of a text, by column, and their ranges in it."""
    found = np.fromiter(map(columns.__getitem__, words), dtype=np.int64, count=len(words))
    ends = np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))
    places = np.flatnonzero(found >= 0)
    lengths = [len(words[place]) for place in places.tolist()]
    spans = np.stack([ends[places] - lengths, ends[places]], axis=1)
    return found[places], spans.astype(np.int64)


def _explain_block(model: Model, articles: Sequence[tuple[Array, Array]]) -> Iterator[Evidence]:
    owners = np.repeat(np.arange(len(articles)), [len(terms) for terms, _ in articles])
    shape = (len(articles), len(model.terms))
    found = np.concatenate([terms for terms, _ in articles])
    counts = sp.csr_array(sp.coo_array((np.ones(len(owners)), (owners, found)), shape=shape))
    counts.sum_duplicates()
    parts = _share_terms(model, counts) / counts.data[:, np.newaxis]
    for row, (terms, spans) in enumerate(articles):
        start, end = counts.indptr[row : row + 2]
        own = parts[start:end][np.searchsorted(counts.indices[start:end], terms)]
        counted = np.flatnonzero(own.any(axis=1))
        yield Evidence(
            terms=tuple(model.terms[column] for column in terms[counted].tolist()),
            spans=spans[counted],
            topics=own[counted] @ gather_topics(model.parts),
            themes=own[counted] @ gather_themes(model.parts, model.affinity),
        )


def _share_terms(model: Model, counts: sp.csr_array) -> Array:
    """Return the share of its text that each entry gives to each part, (n_entries, n_parts)."""
    entries = part_entries(model, scale_rows(weigh_counts(counts, model.idf)))
    found = [part.made == FOUND for part in model.parts]
    owners = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    whole = np.bincount(owners, weights=entries[:, found].sum(axis=1), minlength=counts.shape[0])
    return np.asarray(entries / np.where(whole > 0, whole, 1)[owners][:, np.newaxis])


def sum_ranges(evidence: Evidence, ranges: Sequence[Range]) -> tuple[Array, Array]:
    """Return what sentences, passages or any ranges of the text give to the topics and themes.

    Parameters
    ----------
    ranges : sequence of (start, end)
        A token belongs to the range that it begins in.

    Returns
    -------
    topics : (n_ranges, n_topics)
    themes : (n_ranges, n_themes + 1)
        When the ranges cover the text without overlap, their sums are the article's shares.
    """
    starts = evidence.spans[:, 0]
    firsts, ends = np.array(ranges, dtype=np.int64).reshape(-1, 2).T[:, :, np.newaxis]
    inside = ((starts >= firsts) & (starts < ends)).astype(np.float64)
    return inside @ evidence.topics, inside @ evidence.themes
