"""Word lists against topics: how near each theme's words are to each topic, and by which words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.theme.shapes import Array

Part = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Match:
    """How near a theme is to a topic (their columns): the cosine of their terms, 0-1.

    ``own`` are the terms of the theme's word list that carry it, ``widened`` those that the list
    was widened to, each with its part; all parts, those not listed too, add up to the cosine.
    """

    theme: int
    topic: int
    cosine: float
    own: tuple[Part, ...]
    widened: tuple[Part, ...]


def match_themes(
    components: Array,
    vectors: Array,
    terms: Sequence[str],
    *,
    own: Sequence[Collection[str]],
    most: int = 10,
) -> tuple[Match, ...]:
    """Return the match of every theme with every topic, theme by theme.

    Parameters
    ----------
    components : (n_topics, n_terms)
        Rows of any length.
    vectors : (n_themes, n_terms)
        The widened themes, rows of any length; a theme of which no word occurs is 0.
    own : sequence of collections of str
        The terms that each theme's word list is cut into.
    most : int
        How many terms to list of each kind.

    Examples
    --------
    >>> topic, theme = np.array([[3.0, 4.0]]), np.array([[1.0, 0.0]])
    >>> match_themes(topic, theme, ["养老", "助餐"], own=[{"养老"}])[0].own
    (('养老', 0.6),)
    """
    first, second = _scale(vectors), _scale(components)
    matches = []
    for theme, vector in enumerate(first):
        for topic, parts in enumerate(vector * second):
            listed = [(terms[n], float(parts[n])) for n in np.argsort(-parts, kind="stable")]
            listed = [one for one in listed[: 20 * most] if one[1] > 0]
            kinds = (
                [p for p in listed if (p[0] in own[theme]) == is_own] for is_own in (True, False)
            )
            spoken, widened = (tuple(kind[:most]) for kind in kinds)
            matches.append(Match(theme, topic, float(parts.sum()), spoken, widened))
    return tuple(matches)


def _scale(rows: Array) -> Array:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1))
