"""Where the topics of a study lie: near each other where they are made of the same words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.study.matrices import spread_long
from analysis.study.records import Study
from analysis.study.tables import read_table
from analysis.theme.distances import measure_distances
from analysis.theme.scaling import scale_distances

LEAST_TOPICS = 3
"""Two topics have one distance and no map."""


@dataclass(frozen=True, slots=True, eq=False)
class TopicMap:
    """The topics that are not hidden, on two axes.

    ``topics`` are their ids, ``distances`` (n_topics, n_topics) their Jensen-Shannon distances,
    0-1, ``places`` (n_topics, 2) where they lie, ``explained`` how much the two axes hold, 0-1.
    """

    topics: tuple[int, ...]
    distances: NDArray[np.float64]
    places: NDArray[np.float64]
    explained: float


def map_topics(study: Study) -> TopicMap | None:
    """Return the map of a study's topics, None where there are fewer than ``LEAST_TOPICS``."""
    table = read_table(study.folder, "topics", ["topic_id", "hidden"]).to_pylist()
    topics = tuple(int(row["topic_id"]) for row in table if not row["hidden"])
    if len(topics) < LEAST_TOPICS:
        return None
    long = read_table(study.folder, "topic_terms")
    terms = long["term"].unique()
    seen = [row["topic_id"] for row in table]
    weights = spread_long(long, seen, terms.to_pylist())
    distances = measure_distances(weights[[seen.index(topic) for topic in topics]])
    scaling = scale_distances(distances)
    return TopicMap(topics, distances, scaling.places, scaling.explained)
