"""Topics as they are in use: the parts of each taken together."""

import numpy as np

from analysis.theme.parts import FOUND, find_rows
from analysis.theme.records import Model
from analysis.theme.shapes import Array
from analysis.theme.topics import scale_components


def combine_topics(model: Model, sizes: Array) -> tuple[Array, Array]:
    """Return the terms and the affinity of each topic in use.

    A topic of several parts is their sum, each by its size; one part is as it is.

    Parameters
    ----------
    sizes : (n_parts,)
        The sum of the articles' shares of each part.

    Returns
    -------
    components : (n_topics, n_terms), rows of length one
    affinity : (n_topics, n_themes + 1), rows that sum to 1
    """
    terms, themes = [], []
    for topic in model.topics:
        rows = find_rows(model.parts, topic)
        if len(rows) == 1:
            terms.append(model.components[rows[0]])
            themes.append(model.affinity[rows[0]])
            continue
        # Parts that no article holds weigh the same: they have to be called something.
        weights = sizes[rows] if sizes[rows].any() else np.ones(len(rows))
        terms.append(scale_components(weights[np.newaxis] @ model.components[rows])[0])
        themes.append(weights @ model.affinity[rows] / weights.sum())
    return np.array(terms), np.array(themes)


def list_altered(model: Model) -> frozenset[int]:
    """Return the topics in use that are not just one topic of the fit."""
    parts = {topic: find_rows(model.parts, topic) for topic in model.topics}
    return frozenset(
        topic
        for topic, rows in parts.items()
        if len(rows) > 1 or model.parts[rows[0]].made != FOUND
    )
