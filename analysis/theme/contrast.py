"""Words that set two collections apart: log-odds ratios with a prior, and how sure they are.

Monroe, Colaresi and Quinn 2008, "Fightin' Words", doi:10.1093/pan/mpn018. Plain ratios of shares
are led by words that stand once or twice; a prior draws what is rarely seen towards what is known
of the whole, and the z-score divides by what is left in doubt.
"""

from dataclasses import dataclass

import numpy as np

from analysis.theme.shapes import Array, freeze_arrays

SURE = 1.96
"""From this z-score on a difference is rarely chance: 95 % of the normal distribution lie below."""

# A word that one article repeats tells of that article and not of the side it is on.
_LEAST_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Contrast:
    """How two sides differ in each term; all arrays are (n_terms,).

    ``first`` and ``second`` are counts, ``log_odds`` above 0 where the first side has more of a
    term than the second, ``scores`` the same in standard errors (z).
    """

    first: Array
    second: Array
    log_odds: Array
    scores: Array

    def __post_init__(self) -> None:
        shape = np.shape(self.first)
        names = ("first", "second", "log_odds", "scores")
        freeze_arrays(self, dict.fromkeys(names, shape))


def contrast_counts(first: Array, second: Array, background: Array) -> Contrast:
    """Return the log-odds ratio of each term between two sides, and its z-score.

    The prior is the share of each term in ``background``, the counts of the whole study, which
    holds both sides. It weighs as many words as the smaller side has: less, and a word that a side
    lacks has a variance that nothing outweighs; more, and the whole study drowns a small side.

    Examples
    --------
    >>> first, second = np.array([30, 10, 5]), np.array([2, 10, 33])
    >>> found = contrast_counts(first, second, first + second)
    >>> found.scores.round(1).tolist()
    [5.1, 0.0, -5.4]
    """
    weight = min(first.sum(), second.sum())
    # A term that stands nowhere, and the only term there is, set nothing apart.
    usable = (background > 0) & (background < background.sum()) & (weight > 0)
    prior = background[usable] / max(background.sum(), 1) * weight
    odds, doubt = np.zeros(len(prior)), np.zeros(len(prior))
    for counts, sign in ((first, 1), (second, -1)):
        raised = counts[usable] + prior
        odds += sign * np.log(raised / (counts.sum() + weight - raised))
        doubt += 1 / raised
    log_odds, scores = np.zeros(len(first)), np.zeros(len(first))
    log_odds[usable], scores[usable] = odds, odds / np.sqrt(doubt)
    return Contrast(first, second, log_odds, scores)


def rank_terms(scores: Array, articles: Array, *, most: int) -> Array:
    """Return the columns of the terms that mark a side, the surest first.

    Parameters
    ----------
    scores : (n_terms,)
        z-scores, above 0 where the side has more.
    articles : (n_terms,)
        How many articles of the side hold each term.
    """
    order = np.argsort(-scores, kind="stable")
    marking = order[(scores[order] >= SURE) & (articles[order] >= _LEAST_ARTICLES)]
    return marking[:most]
