"""From one number of topics to the next: which topics split, which merged, which articles moved."""

from dataclasses import dataclass

import numpy as np

from analysis.theme.exploring import Fit
from analysis.theme.lineage import SAME, Fitted, compare_topics, match_topics
from analysis.theme.shapes import Array


@dataclass(frozen=True, slots=True)
class Step:
    """What became of topics and articles between two fits of one corpus.

    Topics are numbered from 0 in their fit. ``splits`` are a topic and the two or more that came of
    it; ``merges`` a topic and the two or more that went into it; ``new`` the topics that come of
    none, ``gone`` those that nothing came of. ``moved`` are the rows of articles whose main topic
    is not what their main topic before became.
    """

    splits: tuple[tuple[int, tuple[int, ...]], ...]
    merges: tuple[tuple[int, tuple[int, ...]], ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    moved: tuple[int, ...]


def compare_fits(first: tuple[Fit, Fitted], second: tuple[Fit, Fitted]) -> Step:
    """Return what became of the topics of one fit in another, as ``fit_count`` gives them.

    A topic comes of the one nearest to it (cosine at least ``SAME``): two that come of one are what
    it split into. Seen from the other side, two whose nearest is one topic went into it.
    """
    (before, old), (after, new) = first, second
    near = compare_topics(old, new)
    of_second, of_first = _find_nearest(near.T), _find_nearest(near)
    return Step(
        splits=_gather(of_second),
        merges=_gather(of_first),
        new=tuple(np.flatnonzero(of_second < 0).tolist()),
        gone=tuple(np.flatnonzero(of_first < 0).tolist()),
        moved=_find_moved(before.main, after.main, match_topics(old, new)),
    )


def _find_nearest(near: Array) -> Array:
    """Return the nearest column of each row, -1 where none is near enough."""
    return np.where(near.max(axis=1, initial=0) >= SAME, near.argmax(axis=1), -1)


def _gather(parents: Array) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return each parent of two or more with its children."""
    found = (
        (int(parent), tuple(np.flatnonzero(parents == parent).tolist()))
        for parent in np.unique(parents[parents >= 0])
    )
    return tuple((parent, children) for parent, children in found if len(children) > 1)


def _find_moved(before: Array, after: Array, matched: tuple[int | None, ...]) -> tuple[int, ...]:
    """Return the articles whose main topic is not the one that theirs became.

    One that had none of the words of any topic and has now, or the other way round, moved too.
    """
    became = np.array([-2 if one is None else one for one in matched], dtype=np.int64)
    counted = (before >= 0) & (after >= 0)
    moved = np.where(counted, became[after] != before, (before >= 0) != (after >= 0))
    return tuple(np.flatnonzero(moved).tolist())
