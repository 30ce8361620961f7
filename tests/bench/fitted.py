"""A finished study asked how near its fit is to that of an exact solver.

What is compared: X are the rows that were fitted, term columns only, at length one; they are
counted and weighed again from the texts, terms and weights that the study keeps. H are topics. For
the study they are those of its model; for the exact solver those of scikit-learn's coordinate
descent (``NMF``, nndsvda, tol 1e-4, at most 400 passes, the same number of topics) on the very
matrix that was fitted, which has columns for the named themes beside those of the terms; these
columns are then left out. The model keeps topics at length one, without the columns of themes and
without W. So for both W is the best non-negative one for their H, and the loss is ``|X - W H|``,
Frobenius: how well the words of the texts are told by the topics, with nothing else to choose.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.decomposition import NMF

from analysis.study.explain import load_model
from analysis.study.folder import open_study
from analysis.study.refit import read_parts
from analysis.theme.corpus import guide_corpus
from analysis.theme.findings import say_nothing
from analysis.theme.mixing import place_rows
from analysis.theme.quality import measure_explained, rank_terms
from analysis.theme.recall import recall_corpus
from analysis.theme.shapes import Array
from analysis.theme.topics import one_thread, scale_components
from tests.bench.theme.measures import TOP

MOST_PASSES = 400


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a study was fitted on, and what came out.

    ``rows`` (n_rows, n_terms + n_guides) were fitted; ``components`` (n_topics, n_terms) are its
    topics at length one, ``words`` the strongest of each.
    """

    rows: sp.csr_array
    components: Array
    words: list[list[str]]

    @property
    def term_rows(self) -> sp.csr_array:
        """The columns of terms, (n_rows, n_terms)."""
        return sp.csr_array(self.rows[:, : self.components.shape[1]])


def read_words(folder: Path) -> list[list[str]]:
    """Return the strongest words of each topic of a study, as it shows them."""
    model = load_model(open_study(folder))
    return [[model.terms[at] for at in row] for row in rank_terms(model.components, TOP)]


def recall_fitted(folder: Path) -> Fitted:
    """Return the matrix that a study was fitted on, made again from what it keeps."""
    study = open_study(folder)
    model = load_model(study)
    parts = read_parts(study, study.recipe, say_nothing)
    corpus = recall_corpus(model, parts, study.recipe.basis)
    rows = guide_corpus(corpus, model.settings)
    return Fitted(rows, model.components, read_words(folder))


def fit_exactly(fitted: Fitted, count: int) -> Array:
    """Return the topics of an exact solver on the same matrix, (n_topics, n_terms)."""
    model = NMF(count, init="nndsvda", random_state=0, tol=1e-4, max_iter=MOST_PASSES)
    with one_thread():
        components = model.fit(fitted.rows).components_
    return scale_components(np.ascontiguousarray(components[:, : fitted.components.shape[1]]))


def measure_loss(rows: sp.csr_array, components: Array) -> float:
    """Return ``|X - W H|`` with the best non-negative W, rows (n_rows, n_terms)."""
    explained = measure_explained(rows, place_rows(rows, components), components)
    return float(np.sqrt((1 - explained) * rows.power(2).sum()))


def compare_losses(folder: Path, count: int) -> tuple[float, float]:
    """Return the loss of a study with ``count`` topics and that of the exact solver."""
    fitted = recall_fitted(folder)
    rows = fitted.term_rows
    exact = fit_exactly(fitted, count)
    return measure_loss(rows, fitted.components), measure_loss(rows, exact)
