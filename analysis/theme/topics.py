"""Weights to topics: NMF with a fixed seed, and the place of each article among the topics."""

import math
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp
from threadpoolctl import threadpool_limits

from analysis.errors import TooFewWords
from analysis.theme.settings import Settings
from analysis.theme.shapes import Array

if TYPE_CHECKING:
    from sklearn.decomposition import NMF

# From here on topics are found in a sample, and a few passes over all rows polish them: within
# 0.05 % of the loss of NMF to convergence on 75,806 texts, in a fifth of its time.
_MANY_ROWS = 20_000
_SAMPLE, _ROWS_A_TOPIC = 10_000, 250
_ROUGH, _POLISH = 40, 5
# What each row holds of each topic before the first pass: little, for it is found at once.
_START = 1e-3
# Full passes over a small corpus, which cost nothing, and over one in between.
_PASSES = 200
_FEW_ROWS = 3_000
_FEWER_PASSES = 60
# Of a component of length one.
_TRACE = 1e-9
LEAST_RULE, MOST_RULE = 2, 40


def choose_count(settings: Settings, *, n_rows: int, n_terms: int) -> int:
    """Return how many topics to fit.

    Without a wish: the square root of the passages, between 2 and 40, so that a topic has at
    least as many passages as there are topics.

    Raises
    ------
    TooFewWords
        When more topics are asked for than there are terms or passages.

    Examples
    --------
    >>> choose_count(Settings(), n_rows=190, n_terms=900)
    14
    """
    most = min(n_rows, n_terms)
    if settings.topics is None:
        return min(most, max(LEAST_RULE, min(MOST_RULE, round(math.sqrt(n_rows)))))
    if settings.topics > most:
        raise TooFewWords(terms=n_terms, passages=n_rows, topics=settings.topics, most=most)
    return settings.topics


def one_thread() -> AbstractContextManager[object]:
    """Keep the linear algebra to one thread.

    The arrays are narrow: threads wait for each other longer than they work, sixty times as long on
    a busy machine. And sums do not depend on how many cores there are.
    """
    limits: AbstractContextManager[object] = threadpool_limits(limits=1, user_api="blas")
    return limits


def fit_components(rows: sp.csr_array, count: int, *, seed: int) -> Array:
    """Return the NMF components of non-negative rows, (at most count, n_columns).

    Of many rows the first are taken for a fair sample of all. A component that died in the fit
    (possible where rows repeat each other) is left out.
    """
    # Where the fit is exact, scikit-learn takes the root of a loss a hair below 0.
    with np.errstate(invalid="ignore"), one_thread():
        if rows.shape[0] >= _MANY_ROWS:
            components = _fit_sample(rows, count, seed=seed)
        else:
            passes = _PASSES if rows.shape[0] <= _FEW_ROWS else _FEWER_PASSES
            model = _make_nmf(count, "nndsvda", passes, seed)
            components = model.fit(rows).components_
    return np.asarray(components[components.any(axis=1)])


def _make_nmf(count: int, init: str, passes: int, seed: int | None = None) -> "NMF":
    # Slow to load, and of the processes of a build only one fits.
    from sklearn.decomposition import NMF  # noqa: PLC0415

    # No tolerance but a fixed number of passes: cheap here, and nothing to warn about.
    return NMF(count, init=init, random_state=seed, tol=0, max_iter=passes)


def _fit_sample(rows: sp.csr_array, count: int, *, seed: int) -> Array:
    """Return the components of many rows: found in the first of them, polished over all."""
    size = max(_SAMPLE, _ROWS_A_TOPIC * count)
    rough = _make_nmf(count, "nndsvda", _ROUGH, seed)
    found = np.ascontiguousarray(rough.fit(sp.csr_array(rows[:size])).components_)
    weights = np.full((rows.shape[0], count), _START, dtype=rows.dtype)
    polish = _make_nmf(count, "custom", _POLISH)
    polish.fit_transform(rows, W=weights, H=found)
    return np.asarray(polish.components_)


def scale_components(components: Array) -> Array:
    """Return the components at length one, without those that hold nothing.

    What a fit leaves below a billionth is no weight but an iteration's remainder, and another
    processor leaves another.
    """
    lengths = np.linalg.norm(components, axis=1, keepdims=True)
    alive = lengths[:, 0] > 0
    scaled = components[alive] / lengths[alive]
    return np.where(scaled >= _TRACE, scaled, 0.0)
