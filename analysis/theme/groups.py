"""What belongs to no named theme, sorted: topics that the same articles speak of are one group."""

from collections.abc import Sequence

import numpy as np

from analysis.theme.shapes import Array

# Topics of one group stand in the same articles more than by chance: the cosine of what articles
# hold of the two is this at least, on the average of the pairs of two groups that become one.
_TOGETHER = 0.2


def group_topics(shares: Array, sizes: Array) -> tuple[tuple[int, ...], ...]:
    """Group the columns of article shares; largest group first, largest topic of a group first.

    Average linkage (Sokal and Michener 1958) on the cosines of the columns. Topics of NMF share
    hardly any words, so that words cannot say which of them belong together; articles can.

    Parameters
    ----------
    shares : (n_articles, n_topics)
        Of the topics that are to be grouped, and no others.
    sizes : (n_topics,)
        How many articles' worth each holds.

    Examples
    --------
    >>> shares = np.array([[0.6, 0.4, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]])
    >>> group_topics(shares, shares.sum(axis=0))
    ((0, 1), (2,))
    """
    # Slow to load, and asked for on one screen.
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415

    n_topics = shares.shape[1]
    if n_topics < 2:
        return tuple((topic,) for topic in range(n_topics))
    lengths = np.linalg.norm(shares, axis=0)
    unit = shares / np.where(lengths > 0, lengths, 1)
    apart = np.clip(1 - unit.T @ unit, 0, 1)
    tree = linkage(apart[np.triu_indices(n_topics, 1)], method="average")
    marks = fcluster(tree, t=1 - _TOGETHER, criterion="distance")
    return _order_groups(marks.tolist(), sizes.tolist())


def _order_groups(marks: Sequence[int], sizes: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    groups: dict[int, list[int]] = {}
    for topic in sorted(range(len(marks)), key=lambda one: (-sizes[one], one)):
        groups.setdefault(marks[topic], []).append(topic)
    # Groups are met in the order of their largest topics; ties of the sums keep it.
    ordered = sorted(groups.values(), key=lambda group: -sum(sizes[one] for one in group))
    return tuple(map(tuple, ordered))
