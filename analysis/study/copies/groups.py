"""The first printing of each text: texts alike to the letter by a table, the others by pairs."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analysis.study.copies.pairs import Places, Printed, find_pairs
from analysis.study.copies.samples import LEAST, Sample, sample_texts
from analysis.study.copies.wires import Doubt, decide_pairs

Read = Callable[[Places], Sequence[str]]
"""Gives the bodies of rows, in the order asked for; no row is asked for twice at once."""
Flags = NDArray[np.bool_]
Run = Callable[[Callable[[Doubt], Flags], Sequence[Doubt]], Iterable[Flags]]
"""Gives what a function makes of each item, in order, as ``map`` does."""

# Texts to a sample, where the texts are at hand.
_BATCH = 4096
# Pairs whose texts are read at once: at most twice as many texts.
_READ = 1 << 15
# Pairs that a worker decides at a time.
_TASK = 1 << 11


def find_groups(texts: Sequence[str], days: Sequence[int]) -> list[int]:
    """Return for each text the first one of its group, itself where it is alone.

    ``days`` count from any day, ``UNDATED`` where none is known; "first" is by place, so that
    texts given in the order of printing are led by the earliest.

    Examples
    --------
    >>> story = "国务院办公厅日前印发意见，部署推进基本养老服务体系建设，要求各地制定清单。"
    >>> other = "山里的茶园今年来了不少新人，他们学采茶，也学着把茶叶卖到网上去。"
    >>> find_groups([story, other, story], [1, 1, 2])
    [0, 1, 0]
    """
    starts = range(0, len(texts), _BATCH)
    samples = [sample_texts(texts[start : start + _BATCH]) for start in starts]
    order = np.arange(len(texts))
    leaders = find_leaders(
        samples, np.array(days, np.int64), order, lambda rows: [texts[row] for row in rows.tolist()]
    )
    return [int(leader) for leader in leaders]


def find_leaders(
    samples: Sequence[Sample],
    days: NDArray[np.int64],
    order: Places,
    read: Read,
    *,
    run: Run = map,
) -> Places:
    """Return for each text the first one of its group, itself where it is alone, ``(n_texts,)``.

    Parameters
    ----------
    samples : sequence of Sample
        All texts, batch after batch. Gone through several times: it may open each when asked.
    days : ndarray of int64, shape (n_texts,)
        When each was printed, counted from any day, ``UNDATED`` where that is not known.
    order : ndarray of int64, shape (n_texts,)
        The texts in the order of printing: what stands before is "first".
    read : callable
        Gives bodies, in simplified characters as they were sampled.
    run : callable
        Decides in other processes, where it is not ``map``: what it is given can be pickled.
    """
    sizes, digests = (
        np.concatenate([none, *(getattr(sample, name) for sample in samples)])[order]
        for name, none in (("sizes", np.zeros(0, int)), ("digests", np.zeros((0, 2), np.uint64)))
    )
    same = _find_same(sizes, digests)
    compared = np.flatnonzero((same == np.arange(len(same))) & (sizes >= LEAST))
    places = np.full(len(order), -1)
    places[order[compared]] = compared
    one, two = find_pairs(samples, Printed(places, days[order]))
    # Pairs that hang together are decided together, so that each text is read once.
    near = np.argsort(_join(one, two, len(order))[one], kind="stable")
    pairs = np.stack([one[near], two[near]], axis=1)
    decided = [np.zeros((0, 2), np.int64)]
    for start in range(0, len(pairs), _READ):
        part = pairs[start : start + _READ]
        flags = run(decide_pairs, list(_divide(order[part], days, read)))
        decided.append(part[np.concatenate(list(flags))])
    one, two = np.concatenate([*decided, np.stack([same, np.arange(len(same))], axis=1)]).T
    leaders = np.empty_like(order)
    leaders[order] = order[_join(one, two, len(order))]
    return leaders


def _find_same(sizes: NDArray[np.int64], digests: NDArray[np.uint64]) -> Places:
    """Return the first text that is alike to the letter, of those that are long enough."""
    same = np.arange(len(sizes))
    long = np.flatnonzero(sizes >= LEAST)
    by_digest = long[np.lexsort(digests[long].T)]
    new = np.ones(len(by_digest), dtype=np.bool_)
    new[1:] = (digests[by_digest[1:]] != digests[by_digest[:-1]]).any(axis=1)
    same[by_digest] = by_digest[new][np.cumsum(new) - 1]
    return same


def _join(one: Places, two: Places, count: int) -> Places:
    """Return for each of so many places the first one that pairs join it to."""
    graph = coo_array((np.ones(len(one), np.int8), (one, two)), shape=(count, count))
    _, labels = connected_components(graph, directed=False)
    _, firsts = np.unique(labels, return_index=True)
    return np.asarray(firsts[labels])


def _divide(pairs: Places, days: NDArray[np.int64], read: Read) -> Iterator[Doubt]:
    """Yield pairs of rows with the texts to decide them by, so many that a worker is busy."""
    rows = np.unique(pairs)
    texts = read(rows)
    for start in range(0, len(pairs), _TASK):
        part = pairs[start : start + _TASK]
        used = np.unique(part)
        own = [texts[place] for place in np.searchsorted(rows, used).tolist()]
        yield Doubt(own, days[used], np.searchsorted(used, part))
