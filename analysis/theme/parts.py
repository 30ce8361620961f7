"""The parts that topics are made of: what was fitted, what was merged, what was divided.

A row of ``Model.components`` is a part. As found, each part is a topic. Parts merged count to one
topic; a topic that was divided counts by the parts that took its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.theme.shapes import Array

FOUND = -1


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the components.

    ``id`` is given when the part is made, and never to another. ``topic`` is the topic it counts
    to. ``made`` is the number of the division that made it, ``FOUND`` where the fit did;
    ``divided`` that of the division that took it apart, ``FOUND`` where it counts itself.
    """

    id: int
    topic: int
    made: int = FOUND
    divided: int = FOUND


@dataclass(frozen=True, slots=True)
class Gone:
    """A topic of an earlier fit that later ones did not find again, should it come back.

    ``terms`` are its strongest terms, ``weights`` theirs in a component of length one.
    """

    id: int
    terms: tuple[str, ...]
    weights: tuple[float, ...]


def number_parts(count: int) -> tuple[Part, ...]:
    """Return the parts of a first fit: topics from 1."""
    return name_parts(range(1, count + 1))


def name_parts(ids: Sequence[int]) -> tuple[Part, ...]:
    """Return the parts of a fit whose topics have these ids."""
    return tuple(Part(one, one) for one in ids)


def list_topics(parts: Sequence[Part]) -> tuple[int, ...]:
    """Return the topics in use, in the order in which they first appear.

    Examples
    --------
    >>> list_topics([Part(1, 1), Part(2, 1), Part(3, 3, divided=0), Part(4, 4, made=0)])
    (1, 4)
    """
    return tuple(dict.fromkeys(part.topic for part in parts if part.divided == FOUND))


def find_rows(parts: Sequence[Part], topic: int) -> list[int]:
    """Return the rows of the parts that count to a topic."""
    return [row for row, part in enumerate(parts) if (part.topic, part.divided) == (topic, FOUND)]


def gather_topics(parts: Sequence[Part]) -> Array:
    """Return which part counts to which topic, (n_parts, n_topics), 0 or 1."""
    topics = {topic: column for column, topic in enumerate(list_topics(parts))}
    counts = np.zeros((len(parts), len(topics)))
    for row, part in enumerate(parts):
        if part.divided == FOUND:
            counts[row, topics[part.topic]] = 1
    return counts


def gather_themes(parts: Sequence[Part], affinity: Array) -> Array:
    """Return the affinity of the parts that count themselves, 0 for those that were divided."""
    whole = np.array([part.divided == FOUND for part in parts], dtype=np.float64)
    return np.asarray(affinity * whole[:, np.newaxis])


def mix_columns(shares: Array, weights: Array) -> Array:
    """Return ``shares @ weights``, (n_rows, n_columns), added up part by part.

    A row's sums do not depend on the rows beside it to the last digit, as those of a matrix
    product do: an article placed alone gets the bytes that it got among all others.
    """
    mixed = np.zeros((len(shares), weights.shape[1]))
    for part, row in enumerate(weights):
        mixed += shares[:, part, np.newaxis] * row
    return mixed
