"""Which texts may be copies of each other: pairs that share enough of their sampled runs.

Equal hashes fall into one range of values, so ranges are gone through one after the other, and
never is more than one of them sorted: what is held does not grow with the articles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.study.copies.runs import Hashes
from analysis.study.copies.samples import Sample, sort_hashes

Places = NDArray[np.int64]

UNDATED = -1
"""The day of a text without a date."""
DAYS = 7
"""A wire is printed on the day or the next two; weeklies reprint within the week."""
# A run in many texts pairs each with the next ones only: the work grows with the texts and not with
# their square, and the members of a large group are still linked one to the next.
_NEIGHBOURS = 4
_CANDIDATE = 0.4
# Hashes to a range: working on them takes about 225 MB.
_RANGE = 1 << 22
_LOW = np.int64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Printed:
    """The texts in the order of printing.

    Attributes
    ----------
    places : ndarray of int64, shape (n_texts,)
        The place in that order of each text as the samples have them, -1 where it is not compared.
    days : ndarray of int64, shape (n_texts,)
        The day at each place, ``UNDATED`` where none is known.
    """

    places: Places
    days: NDArray[np.int64]


def find_pairs(samples: Sequence[Sample], printed: Printed) -> tuple[Places, Places]:
    """Return the places of all pairs that share two fifths of the shorter one's sampled runs.

    The first of each pair is printed first; pairs come sorted. Samples are looked up in order,
    once for each range, so that a sequence can open each from its file and hold none.
    """
    sizes = np.zeros(len(printed.days), dtype=np.int64)
    weeks = printed.days // DAYS
    counted: list[tuple[Places, Places]] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    bounds = _divide(sum(len(sample.hashes) for sample in samples))
    for number in range(len(bounds)):
        hashes, owners = _gather(samples, printed.places, bounds[number : number + 2])
        runs, places = _keep_shared(hashes, owners, sizes)
        own = _are_own(runs, weeks[places])
        runs, places = runs[own], places[own]
        sizes += np.bincount(places, minlength=len(sizes))
        counted.append(_count_neighbours(runs, places))
        # Summed when as much has come as is there, so that each count is moved a few times only.
        if sum(len(keys) for keys, _ in counted[1:]) >= len(counted[0][0]):
            counted = [_add_up(counted)]
    keys, shared = _add_up(counted)
    one, two = keys >> 32, keys & _LOW
    enough = shared >= _CANDIDATE * np.minimum(sizes[one], sizes[two])
    dated = (printed.days[one] != UNDATED) & (printed.days[two] != UNDATED)
    enough &= ~(dated & (np.abs(printed.days[one] - printed.days[two]) > DAYS))
    return one[enough], two[enough]


def _divide(total: int) -> Hashes:
    """Return the least hash of each range."""
    bits = max(0, (total - 1) // _RANGE).bit_length()
    return np.arange(1 << bits, dtype=np.uint64) << np.uint64(min(63, 64 - bits))


def _gather(samples: Sequence[Sample], places: Places, bounds: Hashes) -> tuple[Hashes, Places]:
    """Return the runs of a range that are compared, and the places of their owners."""
    hashes, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    first = 0
    for sample in samples:
        after = np.append(np.searchsorted(sample.hashes, bounds), len(sample.hashes))
        inside = slice(after[0], after[1])
        placed = places[first : first + len(sample.sizes)][sample.owners[inside]]
        compared = placed >= 0
        hashes.append(sample.hashes[inside][compared])
        owners.append(placed[compared])
        first += len(sample.sizes)
    return np.concatenate(hashes), np.concatenate(owners)


def _keep_shared(hashes: Hashes, owners: Places, sizes: Places) -> tuple[Places, Places]:
    """Return the runs that several texts have, numbered, and whose they are, sorted by both.

    The others are counted to the ``sizes`` of their texts.
    """
    hashes, order = sort_hashes(hashes)
    owners = owners[order]
    new = np.ones(len(hashes) + 1, dtype=np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=new[1:-1])
    alone = new[1:] & new[:-1]
    sizes += np.bincount(owners[alone], minlength=len(sizes))
    keys = np.cumsum(new[:-1])[~alone] << 32
    keys |= owners[~alone]
    keys.sort()
    return keys >> 32, keys & _LOW


def _are_own(runs: Places, weeks: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of the sorted runs are a story's own, shape ``(n_runs,)``.

    A run that stands in the texts of three different weeks is a phrase or a form, no story's own:
    one is then neither the first week of the run nor its last.
    """
    starts = np.flatnonzero(np.diff(runs, prepend=-1))
    counts = np.diff(starts, append=len(runs))
    first, last = (
        np.repeat(edge.reduceat(weeks, starts), counts) for edge in (np.minimum, np.maximum)
    )
    between = np.logical_or.reduceat((weeks != first) & (weeks != last), starts)
    return np.repeat(~between, counts)


def _count_neighbours(runs: Places, places: Places) -> tuple[Places, Places]:
    """Return the pairs of places that have runs in common, as keys, and how many."""
    keys = [np.zeros(0, np.int64)]
    for step in range(1, _NEIGHBOURS + 1):
        same = runs[step:] == runs[:-step]
        keys.append(places[:-step][same] << 32 | places[step:][same])
    pairs, shared = np.unique(np.concatenate(keys), return_counts=True)
    return pairs, shared


def _add_up(counted: Sequence[tuple[Places, Places]]) -> tuple[Places, Places]:
    """Return all keys, sorted, each once with the sum of its counts."""
    keys, counts = (np.concatenate(column) for column in zip(*counted, strict=True))
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[starts], np.add.reduceat(counts, starts)
