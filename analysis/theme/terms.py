"""Texts to counts, a batch at a time: how often each term stands in each passage or article."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from analysis.theme.batches import Counts
from analysis.theme.lengths import measure_words
from analysis.theme.matrix import Report
from analysis.theme.names import mark_names
from analysis.theme.passages import cut_many
from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter
from analysis.theme.words import Words, number_words


def count_terms(
    texts: Sequence[str],
    cutter: Cutter,
    *,
    length: int,
    whole: bool = False,
    report: Report | None = None,
) -> Counts:
    """Count every wordlike term in every passage of about ``length`` characters of every text.

    What a text gives does not depend on the texts beside it, nor on those counted before.

    Parameters
    ----------
    whole : bool
        Whether the rows are to be whole articles: a third of the numbers, where passages are not
        fitted.
    """
    found = measure_words(texts, cutter, report)
    words = number_words(found.text, found.sizes)
    return _count_words(words, _lay_passages(texts, found.starts, length), whole=whole)


class _Passages(NamedTuple):
    """The passages of a batch: where each begins among all characters, and in its own text."""

    starts: Array
    owners: Array
    spans: Array
    marks: Array


def _lay_passages(texts: Sequence[str], firsts: Array, length: int) -> _Passages:
    owners, spans = cut_many(texts, length)
    starts = spans[:, 0] + firsts[owners]
    digests = b"".join(map(_digest, texts))
    marks = np.frombuffer(digests, dtype=">u8").astype(np.uint64).reshape(-1, 2)
    return _Passages(starts, owners, spans, marks)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _count_words(words: Words, passages: _Passages, *, whole: bool) -> Counts:
    # A word is in the passage where it begins; a text without passages has no terms.
    begins = np.searchsorted(words.starts, passages.starts)
    sizes = np.diff(begins, append=len(words.starts))
    first = begins[0] if len(begins) else len(words.starts)
    known = np.flatnonzero(words.columns[first:] >= 0)
    found = words.columns[first:][known]
    within = np.repeat(np.arange(len(sizes)), sizes)[known]
    owners = passages.owners if whole else np.arange(len(sizes))
    n_rows, width = len(passages.marks) if whole else len(sizes), len(words.terms)
    rows, frequency = _count_entries(found, within, owners, shape=(n_rows, width))
    named = [
        np.bincount(found[like[first:][known]], minlength=width) for like in mark_names(words.cues)
    ]
    return Counts(
        terms=words.terms,
        rows=rows,
        frequency=frequency.astype(np.int32),
        owners=passages.owners,
        spans=passages.spans,
        n_articles=len(passages.marks),
        named=np.stack(named, axis=1).astype(np.int32),
        marks=passages.marks,
        whole=whole,
    )


def _count_entries(
    found: Array, within: Array, owners: Array, *, shape: tuple[int, int]
) -> tuple[sp.csr_array, Array]:
    """Return how often each term stands in each row, and in how many passages, (n_terms,).

    Parameters
    ----------
    found, within : (n_tokens,)
        The term and the passage of each token.
    owners : (n_passages,)
        The row that each passage belongs to, in ascending order.
    """
    n_rows, width = shape
    places = np.arange(len(owners)) - np.searchsorted(owners, owners)
    depth = int(places.max(initial=0)) + 1
    # Sorted by row, term and passage: one sort of plain numbers tells all that is counted.
    keys = (owners[within].astype(np.int64) * width + found) * depth + places[within]
    keys.sort()
    heads = _find_heads(keys)
    cells = keys[heads] // depth
    frequency = np.bincount(cells % max(width, 1), minlength=width)
    first = _find_heads(cells)
    times = np.diff(heads[first], append=len(keys))
    cells = cells[first]
    indptr = np.searchsorted(cells, np.arange(n_rows + 1) * width)
    indices = cells - np.repeat(np.arange(n_rows) * width, np.diff(indptr))
    plain = (part.astype(np.int32) for part in (times, indices, indptr))
    return sp.csr_array(tuple(plain), shape=shape), frequency


def _find_heads(ordered: Array) -> Array:
    """Return where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(ordered, prepend=-1))
