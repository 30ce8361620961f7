"""How often each term of a model stands in each article: what two selections are compared by."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter


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


def stack_counts(parts: Sequence[sp.csr_array], width: int) -> sp.csr_array:
    """Return the counts of batches as those of all their texts, (n_texts, width), in their order.

    Eight bytes for each term of each text.
    """
    nothing = sp.csr_array((0, width), dtype=np.int32)
    return sp.csr_array(sp.vstack([nothing, *parts], format="csr"))
