"""The counts of one batch of texts: what is kept of texts for a fit, alone or among other batches.

A corpus is any number of batches; each is read from disk when it is its turn, and none is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

import numpy as np
import scipy.sparse as sp

from analysis.theme.shapes import Array

_PLAIN = ("frequency", "owners", "spans", "named", "marks")


class Terms(Sequence[str]):
    """Terms as they lie in a file, a line each: made strings when one is asked for.

    A corpus is gone over several times, and its terms are looked at once.
    """

    def __init__(self, lines: Array) -> None:
        self.lines = lines

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        return tuple(self.lines.tobytes().decode().split("\n")) if len(self.lines) else ()

    def __len__(self) -> int:
        return int(np.count_nonzero(self.lines == ord("\n"))) + 1 if len(self.lines) else 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._strings)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Return the term at a place, or those of a range."""
        return self._strings[at]


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How often each term stands in each passage, or in each article, of a batch of texts.

    ``terms`` are sorted; ``rows`` is a csr array (n_rows, n_terms) of int32: rows are passages, or
    all articles where ``whole``. ``frequency`` (n_terms,) is in how many passages a term stands,
    whatever the rows are. ``owners`` (n_passages,) is each passage's article, ``spans``
    (n_passages, 2) its range there; ``n_articles`` counts texts without any passage too. ``named``
    (n_terms, 2) is how often a term stands like a name, and like a given name behind a surname.
    ``marks`` (n_articles, 2) is 128 bits for each text: a fit has its articles in their order,
    which is neither that of the texts nor of anything they say.
    """

    terms: Sequence[str]
    rows: sp.csr_array
    frequency: Array
    owners: Array
    spans: Array
    n_articles: int
    named: Array
    marks: Array
    whole: bool = False

    def by_article(self) -> sp.csr_array:
        """Return the counts summed over the passages of each article, (n_articles, n_terms)."""
        if self.whole:
            return self.rows
        n_passages = len(self.owners)
        ones = np.ones(n_passages, dtype=self.rows.dtype)
        ends = np.searchsorted(self.owners, np.arange(self.n_articles + 1))
        members = sp.csr_array(
            (ones, np.arange(n_passages), ends), shape=(self.n_articles, n_passages)
        )
        summed = sp.csr_array(members @ self.rows)
        summed.sort_indices()
        return summed

    def count_places(self) -> Array:
        """Return how often each term stands in all texts together, (n_terms,)."""
        counted = np.bincount(self.rows.indices, self.rows.data, minlength=len(self.terms))
        return counted.astype(np.int64)


def counts_arrays(counts: Counts) -> dict[str, Array]:
    """Return counts as arrays that ``np.savez`` keeps without pickle."""
    # A term is letters and digits: no line can end in it.
    terms = np.frombuffer("\n".join(counts.terms).encode(), dtype=np.uint8)
    data = counts.rows.data
    return {
        "terms": terms,
        "data": data.astype(np.min_scalar_type(int(data.max(initial=0)))),
        "indices": counts.rows.indices,
        "indptr": counts.rows.indptr,
        "n_articles": np.array(counts.n_articles),
        "whole": np.array(counts.whole),
        **{name: getattr(counts, name) for name in _PLAIN},
    }


def counts_from_arrays(arrays: Mapping[str, Array]) -> Counts:
    """Return the counts that ``counts_arrays`` gave as arrays.

    Raises
    ------
    KeyError
        When an array is missing.
    """
    terms = Terms(arrays["terms"])
    plain: dict[str, Any] = {name: arrays[name] for name in _PLAIN}
    indptr = arrays["indptr"]
    rows = sp.csr_array(
        (arrays["data"].astype(np.int32), arrays["indices"], indptr),
        shape=(len(indptr) - 1, len(terms)),
    )
    return Counts(
        terms=terms,
        rows=rows,
        n_articles=int(arrays["n_articles"]),
        whole=bool(arrays["whole"]),
        **plain,
    )
