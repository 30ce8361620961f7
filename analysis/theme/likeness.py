"""How alike articles are: the cosine of what they say, by words or by topics."""

import numpy as np
import scipy.sparse as sp

from analysis.theme.matrix import scale_rows, weigh_counts
from analysis.theme.shapes import Array


def weigh_words(counts: sp.csr_array, idf: Array) -> sp.csr_array:
    """Return articles as TF-IDF weights of length one, (n_articles, n_terms), from their counts.

    An article without a term is a row of zeros.
    """
    return scale_rows(weigh_counts(counts.astype(np.float64), idf))


def measure_likeness(vectors: Array | sp.csr_array, at: int) -> Array:
    """Return the cosine of each row with row ``at``, (n_rows,), 0-1; 0 for a row of zeros.

    Parameters
    ----------
    vectors : array or csr array of shape (n_rows, n_columns)
        At least 0.

    Examples
    --------
    >>> measure_likeness(np.array([[1.0, 0.0], [2.0, 0.0], [0.0, 1.0], [0.0, 0.0]]), 0).tolist()
    [1.0, 1.0, 0.0, 0.0]
    """
    if isinstance(vectors, np.ndarray):
        # Summed where they are: the squares of a million articles would be as large as the shares.
        squares, products = np.einsum("ij,ij->i", vectors, vectors), vectors @ vectors[at]
    else:
        squares = vectors.power(2).sum(axis=1)
        products = vectors @ vectors[[at]].toarray()[0]
    norms = np.sqrt(squares * squares[at])
    found = np.divide(products, norms, out=np.zeros(len(norms)), where=norms > 0)
    return np.asarray(np.minimum(found, 1.0), dtype=np.float64)
