"""Which words carried an article to its themes: contributions that add up to the shares."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
import scipy.sparse as sp

from analysis.theme.matrix import scale_rows, weigh_counts
from analysis.theme.parts import FOUND, gather_themes, gather_topics
from analysis.theme.passages import Range
from analysis.theme.records import Evidence, Model
from analysis.theme.shapes import Array
from analysis.theme.shares import part_entries
from analysis.theme.tokens import Cutter, Token

# Texts placed at once: their entries times topics are some ten megabytes.
_AT_ONCE = 256


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
    columns = model.term_ids
    cuts = ([one for one in cutter.cut(text) if one.term in columns] for text in texts)
    while tokens := list(islice(cuts, _AT_ONCE)):
        yield from _explain_block(model, tokens, columns)


def _explain_block(
    model: Model, articles: Sequence[Sequence[Token]], columns: Mapping[str, int]
) -> Iterator[Evidence]:
    found = [np.array([columns[t.term] for t in own], dtype=np.int64) for own in articles]
    owners = np.repeat(np.arange(len(articles)), [len(own) for own in found])
    shape = (len(articles), len(columns))
    ones = np.ones(len(owners))
    counts = sp.csr_array(sp.coo_array((ones, (owners, np.concatenate(found))), shape=shape))
    counts.sum_duplicates()
    parts = _share_terms(model, counts) / counts.data[:, np.newaxis]
    for row, (tokens, terms) in enumerate(zip(articles, found, strict=True)):
        start, end = counts.indptr[row : row + 2]
        own = parts[start:end][np.searchsorted(counts.indices[start:end], terms)]
        counted = np.flatnonzero(own.any(axis=1))
        yield _gather(model, [tokens[place] for place in counted.tolist()], own[counted])


def _gather(model: Model, tokens: Sequence[Token], parts: Array) -> Evidence:
    spans = np.array([(token.start, token.end) for token in tokens], dtype=np.int64)
    return Evidence(
        terms=tuple(token.term for token in tokens),
        spans=spans.reshape(-1, 2),
        topics=parts @ gather_topics(model.parts),
        themes=parts @ gather_themes(model.parts, model.affinity),
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
    inside = np.array([(starts >= start) & (starts < end) for start, end in ranges], dtype=float)
    inside = inside.reshape(len(ranges), len(starts))
    return inside @ evidence.topics, inside @ evidence.themes
