"""The terms of all batches of a corpus together: how often, in how many passages, where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from analysis.theme.batches import Counts, Terms
from analysis.theme.shapes import Array


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What is known of every term of a corpus.

    ``terms`` are in the order in which they are met. ``frequency`` (n_terms,) is in how many
    passages a term stands, ``places`` (n_terms,) how often, ``named`` (n_terms, 2) as ``Counts``
    has it. ``numbers`` are the places in ``terms`` of each batch's.
    """

    terms: tuple[str, ...]
    frequency: Array
    places: Array
    named: Array
    n_articles: int
    numbers: tuple[Array, ...]


def gather_vocabulary(parts: Iterable[Counts]) -> Vocabulary:
    """Return the terms of all batches, each read once; what is kept of it are its terms.

    Examples
    --------
    >>> from analysis.theme.terms import count_terms
    >>> from analysis.theme.tokens import Cutter
    >>> parts = [count_terms([text], Cutter(), length=150) for text in ("工会职工", "职工")]
    >>> found = gather_vocabulary(parts)
    >>> found.terms, found.frequency.tolist()
    (('工会', '职工'), [1, 2])
    """
    lines, measures, n_articles = [], [], 0
    for part in parts:
        lines.append(_list_terms(part.terms))
        # A row a measure: frequency, places, and the two of names.
        counted = (part.frequency, part.count_places(), *part.named.T)
        measures.append(np.stack([one.astype(np.int32) for one in counted]))
        n_articles += part.n_articles
    numbers, terms = _number_terms(lines)
    sums = np.zeros((4, len(terms)), dtype=np.int64)
    for mine, own in zip(numbers, measures, strict=True):
        sums[:, mine] += own
    frequency, places, *named = sums
    return Vocabulary(
        terms=terms,
        frequency=frequency,
        places=places,
        named=np.stack(named, axis=1),
        n_articles=n_articles,
        numbers=numbers,
    )


def _list_terms(terms: Sequence[str]) -> pa.Array:
    """Return terms as an array of strings; those of a file are made no strings of Python."""
    if not isinstance(terms, Terms) or not len(terms):
        return pa.array(terms, pa.string())
    data = np.append(terms.lines, np.uint8(ord("\n")))
    ends = np.flatnonzero(data == ord("\n"))
    # What stands between two terms is of neither.
    offsets = np.append(0, ends - np.arange(len(ends))).astype(np.int32)
    buffers = (pa.py_buffer(one) for one in (offsets, np.delete(data, ends)))
    return pa.StringArray.from_buffers(len(ends), *buffers)


def _number_terms(lines: Sequence[pa.Array]) -> tuple[tuple[Array, ...], tuple[str, ...]]:
    """Return the number of each term of each batch, and all terms in the order of their numbers.

    Compared as bytes, all at once, and not as strings of Python one by one.
    """
    every = pa.chunked_array(lines, pa.string()).dictionary_encode()
    if not every.num_chunks:
        return tuple(np.zeros(0, dtype=np.int32) for _ in lines), ()
    numbers = np.concatenate([chunk.indices.to_numpy() for chunk in every.chunks])
    # Chunks without a term may be gone.
    ends = np.cumsum([len(own) for own in lines])
    return tuple(np.split(numbers, ends[:-1])), tuple(every.chunk(0).dictionary.to_pylist())
