"""How well topics and themes come back when part of the texts is left out."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis.theme.matching import match_best
from analysis.theme.matrix import Report
from analysis.theme.quality import rank_terms
from analysis.theme.settings import Settings
from analysis.theme.shapes import Array
from analysis.theme.topics import one_thread

_DEEP = 20
_SAMPLE = 0.8
# Two rankings agree by 0.5 when two thirds of their terms are common at every depth, by 0.7 when
# more than four fifths are: a subject with other examples, and the same subject.
LEVELS = (("stable", 0.7), ("fair", 0.5), ("unstable", 0.0))


@dataclass(frozen=True, slots=True)
class Refit:
    """One fit: ``components`` (n_topics, n_terms), ``themes`` (n_themes + 1, n_terms).

    A theme's row is the sum of its topics by affinity and size; all 0 where no topic is of it.
    """

    components: Array
    themes: Array


@dataclass(frozen=True, slots=True)
class Stability:
    """How well each topic (n_topics,) and theme (n_themes + 1,) comes back, 0-1.

    A theme that the whole corpus does not hold is not a number. ``resamples`` is how many fits were
    asked, ``rows`` how many rows each of them saw.
    """

    topics: Array
    themes: Array
    resamples: int
    rows: int


def measure_stability(
    whole: Refit,
    refit: Callable[[Array], Refit],
    *,
    n_rows: int,
    settings: Settings,
    report: Report,
) -> Stability:
    """Return how well topics and themes come back from 80 % of the rows.

    Mean over the resamples of the average Jaccard of the twenty strongest terms; topics matched by
    the Hungarian method, themes by name. Greene, O'Callaghan and Cunningham 2014,
    doi:10.1007/978-3-662-44848-9_32. Of many rows a resample sees ``settings.resample_rows``: less
    than 80 %, so that the stability told is rather too low than too high.

    Parameters
    ----------
    refit : callable
        Fits the rows with these numbers, (n_sample,), sorted.
    report : callable
        Told the stage "quality" after each resample.
    """
    generator = np.random.default_rng(settings.seed)
    size = max(1, min(round(_SAMPLE * n_rows), settings.resample_rows))
    topics, themes = np.zeros(len(whole.components)), np.zeros(len(whole.themes))
    # Threads fight over matrices as small as these: on a busy machine one is ten times as fast.
    with one_thread():
        for done in range(settings.resamples):
            report("quality", done, settings.resamples)
            fit = refit(np.sort(generator.choice(n_rows, size, replace=False)))
            topics += _match_topics(whole.components, fit.components)
            themes += _compare_themes(whole.themes, fit.themes)
    return Stability(
        topics=topics / settings.resamples,
        themes=np.where(whole.themes.any(axis=1), themes / settings.resamples, np.nan),
        resamples=settings.resamples,
        rows=size,
    )


def _match_topics(whole: Array, found: Array) -> Array:
    agreement = compare_rankings(rank_terms(whole, _DEEP), rank_terms(found, _DEEP))
    matched, partner = match_best(agreement)
    result = np.zeros(len(whole))
    result[matched] = agreement[matched, partner]
    return result


def _compare_themes(whole: Array, found: Array) -> Array:
    agreement = compare_rankings(rank_terms(whole, _DEEP), rank_terms(found, _DEEP))
    # A row of 0 ranks nothing; its order is that of the alphabet and agrees by chance.
    return np.where(found.any(axis=1), np.diag(agreement), 0.0)


def compare_rankings(first: Array, second: Array) -> Array:
    """Return the average Jaccard of every pair of rankings, (n_first, n_second), 0-1.

    Examples
    --------
    >>> compare_rankings(np.array([[0, 1]]), np.array([[0, 2]])).round(3)
    array([[0.667]])
    """
    depth = min(first.shape[1], second.shape[1])
    agreement = np.zeros((len(first), len(second)))
    for depth_now in range(1, depth + 1):
        for row, mine in enumerate(first):
            common = np.isin(second[:, :depth_now], mine[:depth_now]).sum(axis=1)
            agreement[row] += common / (2 * depth_now - common)
    mean: Array = agreement / max(depth, 1)
    return mean


def name_level(stability: float) -> str:
    """Return "stable", "fair" or "unstable", by the two decimals that are shown.

    Examples
    --------
    >>> [name_level(value) for value in (0.82, 0.697, 0.55, 0.2)]
    ['stable', 'stable', 'fair', 'unstable']
    """
    return next(name for name, least in LEVELS if round(stability, 2) >= least)
