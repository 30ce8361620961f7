"""One stream of plain jieba tokens that the words of every method are measured on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import scipy.sparse as sp

from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter

PLAIN = Cutter()
"""jieba's own cut, token for token, with no word of ours."""
_EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens of all documents, one after another, marks and white space left out.

    ``stream`` (n_tokens,) are numbers of words; document ``d`` is ``stream[starts[d]:starts[d+1]]``
    and ``order`` sorts the stream by word, so that ``bounds[w]:bounds[w+1]`` of it is where word
    ``w`` stands.
    """

    numbers: dict[str, int]
    stream: Array
    starts: Array
    order: Array
    bounds: Array

    @property
    def n_documents(self) -> int:
        """How many documents there are."""
        return len(self.starts) - 1


def make_reference(documents: Iterable[Sequence[str]]) -> Reference:
    """Return the reference of documents that are cut into words."""
    numbers: dict[str, int] = {}
    starts, stream = [0], []
    for words in documents:
        kept = (word.lower() for word in words if any(map(str.isalnum, word)))
        stream += [numbers.setdefault(word, len(numbers)) for word in kept]
        starts.append(len(stream))
    flat = np.array(stream, dtype=np.int64)
    order = np.argsort(flat, kind="stable")
    bounds = np.searchsorted(flat[order], np.arange(len(numbers) + 1))
    return Reference(numbers, flat, np.array(starts), order, bounds)


def find_places(reference: Reference, term: str) -> Array:
    """Return where a term begins in the stream.

    A term that jieba itself would cut (a method may know more words than jieba) stands where its
    pieces stand side by side.
    """
    pieces = [reference.numbers.get(piece.lower(), -1) for piece in PLAIN.words(term)]
    if term in reference.numbers:
        pieces = [reference.numbers[term]]
    if not pieces or min(pieces) < 0:
        return np.zeros(0, dtype=np.int64)
    first = pieces[0]
    places = reference.order[reference.bounds[first] : reference.bounds[first + 1]]
    for step, piece in enumerate(pieces[1:], 1):
        places = places[places + step < len(reference.stream)]
        places = places[reference.stream[places + step] == piece]
    return np.sort(places)


def hold_terms(reference: Reference, terms: Sequence[str]) -> sp.csr_array:
    """Return which document holds which term, (n_documents, n_terms), ones."""
    rows = [
        np.unique(np.searchsorted(reference.starts, find_places(reference, term), "right") - 1)
        for term in terms
    ]
    columns = np.repeat(np.arange(len(terms)), [len(row) for row in rows])
    flat = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
    shape = (reference.n_documents, len(terms))
    return sp.csr_array((np.ones(len(flat)), (flat, columns)), shape=shape)


def measure_windows(reference: Reference, terms: Sequence[str], *, width: int = 10) -> float:
    """Return C_NPMI of the terms of one topic: mean NPMI of all pairs over sliding windows.

    Windows of ``width`` tokens move by one token; a shorter document is one window. Röder et al.
    2015, doi:10.1145/2684822.2685324, as gensim's ``c_npmi`` computes it.
    """
    total = sum(max(1, int(end - start) - width + 1) for start, end in pairwise(reference.starts))
    held = [_find_windows(reference, term, width) for term in terms]
    columns = np.repeat(np.arange(len(terms)), [len(windows) for windows in held])
    matrix = sp.csc_array(
        (np.ones(len(columns)), (np.concatenate(held), columns)),
        shape=(len(reference.stream), len(terms)),
    )
    together = (matrix.T @ matrix).toarray() / total
    first, second = np.triu_indices(len(terms), 1)
    pair, alone = together[first, second], np.diag(together)
    chance = alone[first] * alone[second]
    known = chance > 0
    logs = np.log((pair[known] + _EPSILON) / chance[known])
    found = np.zeros(len(pair))
    found[known] = logs / -np.log(pair[known] + _EPSILON)
    return float(found.mean())


def _find_windows(reference: Reference, term: str, width: int) -> Array:
    """Return the windows that hold a term, each by the place of its first token."""
    places = find_places(reference, term)
    document = np.searchsorted(reference.starts, places, "right") - 1
    start, end = reference.starts[document], reference.starts[document + 1]
    first = np.maximum(places - width + 1, start)
    last = np.minimum(places, np.maximum(end - width, start))
    lengths = last - first + 1
    steps = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.unique(np.repeat(first, lengths) + steps)
