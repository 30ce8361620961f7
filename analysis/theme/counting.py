"""How often each term of a model stands in each article: what two selections are compared by."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.assembly import find_columns, take_columns
from analysis.theme.terms import count_terms
from analysis.theme.tokens import Cutter

# Characters of a passage: of whole articles it changes nothing.
_ANY = 150


def count_known(texts: Sequence[str], terms: Sequence[str], cutter: Cutter) -> sp.csr_array:
    """Return how often each of ``terms`` stands in each text, (n_texts, n_terms), int32.

    Examples
    --------
    >>> count_known(["工会服务职工，职工点赞"], ["工会", "职工"], Cutter()).toarray().tolist()
    [[1, 2]]
    """
    met = count_terms(texts, cutter, length=_ANY, whole=True)
    columns = find_columns(met, {term: column for column, term in enumerate(terms)})
    counts = take_columns(met, columns, whole=True, width=len(terms)).astype(np.int32)
    counts.sort_indices()
    return counts


def stack_counts(parts: Sequence[sp.csr_array], width: int) -> sp.csr_array:
    """Return the counts of batches as those of all their texts, (n_texts, width), in their order.

    Eight bytes for each term of each text.
    """
    nothing = sp.csr_array((0, width), dtype=np.int32)
    return sp.csr_array(sp.vstack([nothing, *parts], format="csr"))
