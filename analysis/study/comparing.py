"""How two sides of a study differ: the words that set them apart, the shares of the themes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.study.catalogue import Catalogue
from analysis.study.counting import WordCounts
from analysis.study.sides import Sides
from analysis.theme.contrast import Contrast, contrast_counts, rank_terms
from analysis.theme.resampling import LEAST, drop_guesses, resample_means, span_means

_SHOWN = 15


@dataclass(frozen=True, slots=True)
class WordContrast:
    """The words of two sides; arrays are (n_terms,) but for ``leading``.

    ``articles`` (2, n_terms) is how many articles of each side hold a term; ``leading`` are the
    columns of the words that mark the first side and of those that mark the second, surest first.
    """

    terms: tuple[str, ...]
    contrast: Contrast
    articles: NDArray[np.int64]
    leading: tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class ShareContrast:
    """The shares of the themes on two sides.

    ``means`` (2, n_themes) and ``spans`` (2, 2, n_themes: side, low and high end), the
    ``difference``, the second less the first (n_themes,), and its ``span`` (2, n_themes).
    ``counted`` articles of each side have a word that counts. The ends are not numbers where no
    interval can be told: all articles of a side are alike (``resampling.drop_guesses``).
    """

    means: NDArray[np.float64]
    spans: NDArray[np.float64]
    difference: NDArray[np.float64]
    span: NDArray[np.float64]
    counted: tuple[int, int]


def compare_words(counts: WordCounts, sides: Sides) -> WordContrast:
    """Return how the sides differ in their words; what is known of the whole study is the prior."""
    summed = counts.sum_rows(sides.first, sides.second)
    (first, first_articles), (second, second_articles) = summed
    contrast = contrast_counts(first, second, counts.totals)
    leading = (
        rank_terms(contrast.scores, first_articles, most=_SHOWN),
        rank_terms(-contrast.scores, second_articles, most=_SHOWN),
    )
    articles = np.stack([first_articles, second_articles])
    return WordContrast(counts.terms, contrast, articles, leading)


def compare_shares(catalogue: Catalogue, sides: Sides) -> ShareContrast | None:
    """Return the shares of the themes on both sides with 95 % intervals, None where few articles.

    Articles are drawn, one as good as another, with the study's own seed: where copies count once
    a story is drawn once. Articles without a word that counts have no shares and are left out.
    """
    seed, usable = catalogue.study.recipe.settings.seed, catalogue.main >= 0
    shares = [catalogue.theme_shares[side & usable] for side in (sides.first, sides.second)]
    counted = count_usable(catalogue, sides)
    if min(counted) < LEAST:
        return None
    means = np.stack([values.mean(axis=0) for values in shares])
    drawn = [resample_means(values, seed=(seed, side)) for side, values in enumerate(shares)]
    spans = [span_means(one, mean) for one, mean in zip(drawn, means, strict=True)]
    difference = means[1] - means[0]
    span = span_means(drawn[1] - drawn[0], difference)
    both = np.stack(
        [
            drop_guesses(np.clip(one, 0, 1), np.array(n))
            for one, n in zip(spans, counted, strict=True)
        ]
    )
    # How far two sides differ is no surer than either of them.
    span = np.where(np.isnan(both).any(axis=(0, 1)), np.nan, span)
    return ShareContrast(means, both, difference, span, counted)


def count_usable(catalogue: Catalogue, sides: Sides) -> tuple[int, int]:
    """Return how many articles of each side have a word that counts."""
    first, second = (int((catalogue.main[side] >= 0).sum()) for side in (sides.first, sides.second))
    return first, second


def find_typical(
    counts: WordCounts, words: WordContrast, sides: Sides, *, most: int
) -> tuple[list[int], list[int]]:
    """Return the rows of the articles most typical of each side, most typical first.

    An article's rank is the sum of the z-scores of the side's leading words in it, each word once,
    so that length counts only as far as it holds other words.
    """
    found = []
    for side, columns in zip((sides.first, sides.second), words.leading, strict=True):
        weights = np.zeros(len(words.terms))
        weights[columns] = np.abs(words.contrast.scores[columns])
        scores = np.where(side, counts.score_rows(weights), -1.0)
        order = np.argsort(-scores, kind="stable")[:most]
        found.append([int(row) for row in order if scores[row] > 0])
    return found[0], found[1]


def is_open(low: float, high: float) -> bool:
    """Tell whether an interval of a difference leaves open which side has more; none leaves it so.

    Examples
    --------
    >>> is_open(-0.02, 0.1), is_open(0.02, 0.1), is_open(float("nan"), float("nan"))
    (True, False, True)
    """
    return not (low > 0 or high < 0)
