"""What became of topics from one fit to the next: which is which, what split, what moved."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.theme.matching import match_best
from analysis.theme.shapes import Array

# Below this cosine two topics share words, but no subject.
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """The topics of one fit: ``components`` (n_topics, n_terms), rows of length one."""

    terms: tuple[str, ...]
    components: Array


def compare_topics(first: Fitted, second: Fitted) -> Array:
    """Return the cosine of every topic of one fit with every topic of another.

    A term that only one of the fits knows counts as one that the other's topics do not hold.

    Returns
    -------
    (n_first, n_second)
    """
    columns = {term: column for column, term in enumerate(second.terms)}
    common = [(mine, columns[t]) for mine, t in enumerate(first.terms) if t in columns]
    mine = np.array([one for one, _ in common], dtype=np.int64)
    yours = np.array([one for _, one in common], dtype=np.int64)
    return np.asarray(first.components[:, mine] @ second.components[:, yours].T)


def match_topics(old: Fitted, new: Fitted, *, least: float = SAME) -> tuple[int | None, ...]:
    """Return which old topic each new one is, None for a new one; no old topic is given twice.

    The assignment with the largest sum of cosines (Hungarian method), pairs below ``least`` left
    out.

    Examples
    --------
    >>> old = Fitted(("养老", "工会", "职工"), np.array([[1.0, 0, 0], [0, 0.8, 0.6]]))
    >>> new = Fitted(("工会", "职工", "芦苇"), np.array([[0, 0, 1.0], [0.6, 0.8, 0]]))
    >>> match_topics(old, new)
    (None, 1)
    """
    near = compare_topics(old, new)
    pairs = zip(*match_best(near), strict=True)
    found = {int(b): int(a) for a, b in pairs if near[a, b] >= least}
    return tuple(found.get(topic) for topic in range(len(new.components)))


def give_ids(
    matched: Sequence[int | None], old_ids: Sequence[int], *, first_free: int
) -> tuple[int, ...]:
    """Return the id of each new topic: that of the old one it is, or one never given before.

    Examples
    --------
    >>> give_ids((None, 1, 0), (3, 5), first_free=9)
    (9, 5, 3)
    """
    free = iter(range(first_free, first_free + len(matched)))
    return tuple(next(free) if one is None else old_ids[one] for one in matched)
