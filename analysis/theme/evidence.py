"""Which words carried an article to its themes: contributions that add up to the shares."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.matrix import weigh_counts
from analysis.theme.parts import FOUND, gather_themes, gather_topics
from analysis.theme.passages import Range
from analysis.theme.records import Evidence, Model
from analysis.theme.shapes import Array
from analysis.theme.shares import part_entries
from analysis.theme.tokens import Cutter, Token


def explain_article(model: Model, text: str, cutter: Cutter) -> Evidence:
    """Return what each counted word of a text gives to each topic and theme.

    The same factorisation as the shares: a term's responsibility at the level of the article,
    spread equally over its occurrences. Words that no topic of the article holds give 0 and are
    left out. The sums over the tokens are the article's rows of ``Findings``.
    """
    columns = model.term_ids
    tokens = [token for token in cutter.cut(text) if token.term in columns]
    found = np.array([columns[token.term] for token in tokens], dtype=np.int64)
    terms, place, times = np.unique(found, return_inverse=True, return_counts=True)
    parts = (_share_terms(model, terms, times) / times[:, np.newaxis])[place]
    counted = np.flatnonzero(parts.any(axis=1))
    return _gather(model, [tokens[place] for place in counted], parts[counted])


def _gather(model: Model, tokens: Sequence[Token], parts: Array) -> Evidence:
    spans = np.array([(token.start, token.end) for token in tokens], dtype=np.int64)
    return Evidence(
        terms=tuple(token.term for token in tokens),
        spans=spans.reshape(-1, 2),
        topics=parts @ gather_topics(model.parts),
        themes=parts @ gather_themes(model.parts, model.affinity),
    )


def _share_terms(model: Model, terms: Array, times: Array) -> Array:
    """Return the share of the article that each distinct term gives to each part."""
    shape = (1, len(model.terms))
    counts = sp.csr_array((times.astype(np.float64), (np.zeros_like(terms), terms)), shape=shape)
    entries = part_entries(model, weigh_counts(counts, model.idf))
    whole = entries[:, [part.made == FOUND for part in model.parts]].sum()
    return np.asarray(entries / whole if whole > 0 else entries)


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
