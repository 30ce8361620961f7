"""Counts to TF-IDF weights: sparse rows of passages or articles, a column for each term."""

from collections.abc import Callable, Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.blocks import own_rows
from analysis.theme.dictionary import middle_background, read_background
from analysis.theme.shapes import Array

Report = Callable[[str, int, int], None]


def measure_idf(terms: Sequence[str], frequency: Array, n_rows: int, *, background: int) -> Array:
    """Return the inverse document frequency of each term, (n_terms,).

    In a small corpus every word of its few subjects looks common and every turn of phrase rare, so
    the frequencies of the rows are mixed with those that jieba ships, which weigh as much as
    ``background`` rows and are brought to the same mean.

    Parameters
    ----------
    frequency : (n_terms,)
        In how many of the ``n_rows`` each term stands.
    """
    idf = np.log((1 + n_rows) / (1 + frequency)) + 1
    found, unknown = read_background(terms), middle_background()
    general = np.array([found.get(term, unknown) for term in terms])
    general *= idf.mean() / general.mean()
    mixed: Array = (n_rows * idf + background * general) / (n_rows + background)
    return mixed


def weigh_counts(counts: sp.csr_array, idf: Array) -> sp.csr_array:
    """Return TF-IDF weights of counts; a word said twice counts less than double.

    ``(1 + log count) * idf``: Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0.
    """
    weights = (1 + np.log(counts.data)) * idf[counts.indices]
    return sp.csr_array((weights, counts.indices, counts.indptr), shape=counts.shape)


def scale_rows(weights: sp.csr_array) -> sp.csr_array:
    """Return the rows at length one; empty rows stay empty.

    What a row gets does not depend on the rows beside it, to the last digit.
    """
    owners = own_rows(weights)
    # One after another, as they stand: other ways to add would depend on where a row begins.
    squares = np.bincount(owners, weights.data**2, minlength=weights.shape[0])
    lengths = np.sqrt(np.where(squares > 0, squares, 1))
    scaled = weights.data / lengths[owners]
    return sp.csr_array((scaled, weights.indices, weights.indptr), shape=weights.shape)
