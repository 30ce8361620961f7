"""Whether two texts are one, cut or edited a little: all their runs decide.

What must not count as a copy is what newspapers fill in anew: reports, notices and set phrases. A
form comes again week after week and its figures change; a copy is printed within days and keeps its
figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.study.copies.bare import Codes, bare_texts
from analysis.study.copies.figures import read_figures
from analysis.study.copies.pairs import DAYS, UNDATED
from analysis.study.copies.runs import (
    RUN,
    Hashes,
    count_shared,
    hash_windows,
    measure_foreign,
    sort_once,
)

# Days: what is printed later is copied closely or is a form.
_SOON = 2
# One character in twenty changed leaves 0.74 (0.6 to 0.85) of the runs of six, and makes 0.03 (up
# to 0.08) of the text foreign.
_SHARED, _FOREIGN = 0.58, 0.08
# In short texts a form is most of the text; later ones may be the sequel in the same words.
_SHORT, _SHARED_IF_SHORT, _SHARED_IF_LATE = 100, 0.8, 0.9
# Little more than a quarter of the longer text is a brief, or a quotation in it.
_RESEMBLANCE = 0.27
# A text half as long again and two days younger tells more: a sequel, no copy.
_LONGER, _LATER = 1.5, 1
_LEAST_FIGURES, _SAME_FIGURES = 3, 0.65


@dataclass(frozen=True, slots=True)
class Wire:
    """What is compared of a text: its letters, their runs, the day it was printed."""

    text: str
    bare: Codes
    runs: Hashes
    day: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Texts of which some may be copies of others: what a worker decides by itself.

    Attributes
    ----------
    texts : sequence of str
        Bodies in simplified characters.
    days : ndarray of int64, shape (n_texts,)
        When each was printed, ``UNDATED`` where that is not known.
    pairs : ndarray of int64, shape (n_pairs, 2)
        Which may be copies of which, by place among ``texts``.
    """

    texts: Sequence[str]
    days: NDArray[np.int64]
    pairs: NDArray[np.int64]


def decide_pairs(doubt: Doubt) -> NDArray[np.bool_]:
    """Return which pairs are copies, shape ``(n_pairs,)``.

    Two texts that pairs before have joined already, through others, are not compared again.
    """
    wires = read_wires(doubt.texts, doubt.days)
    leaders = list(range(len(doubt.texts)))
    decided = np.zeros(len(doubt.pairs), dtype=np.bool_)
    for number, (one, two) in enumerate(doubt.pairs.tolist()):
        first, second = sorted((_lead(leaders, one), _lead(leaders, two)))
        if first != second and are_copies(wires[one], wires[two]):
            leaders[second] = first
            decided[number] = True
    return decided


def _lead(leaders: Sequence[int], place: int) -> int:
    while leaders[place] != place:
        place = leaders[place]
    return place


def read_wires(texts: Sequence[str], days: NDArray[np.int64]) -> list[Wire]:
    """Read what is compared of texts."""
    bare = bare_texts(texts)
    windows = hash_windows(bare.codes, RUN)
    ends = np.cumsum(bare.sizes).tolist()
    wires = []
    for text, day, start, end in zip(texts, days.tolist(), [0, *ends[:-1]], ends, strict=True):
        runs = sort_once(windows[start : max(start, end - RUN + 1)])
        wires.append(Wire(text, bare.codes[start:end], runs, day))
    return wires


def are_copies(one: Wire, two: Wire) -> bool:
    """Whether two texts are one, cut or edited a little."""
    short, long = sorted((one, two), key=lambda wire: len(wire.runs))
    if not _is_in_time(short, long):
        return False
    shared = count_shared(short.runs, long.runs)
    return (
        shared >= _require_share(short, long) * max(1, len(short.runs))
        and shared >= _RESEMBLANCE * (len(short.runs) + len(long.runs) - shared)
        and _keeps_figures(short, long)
        and measure_foreign(short.bare, long.bare) <= _FOREIGN
    )


def _require_share(short: Wire, long: Wire) -> float:
    if UNDATED not in (short.day, long.day) and abs(short.day - long.day) > _SOON:
        return _SHARED_IF_LATE
    return _SHARED if len(short.bare) >= _SHORT else _SHARED_IF_SHORT


def _keeps_figures(short: Wire, long: Wire) -> bool:
    figures, others = read_figures(short.text), read_figures(long.text)
    kept = len(figures & others)
    return len(figures) < _LEAST_FIGURES or kept >= _SAME_FIGURES * len(figures)


def _is_in_time(short: Wire, long: Wire) -> bool:
    if UNDATED in (short.day, long.day):
        return True
    longer = len(long.bare) >= _LONGER * len(short.bare)
    return abs(long.day - short.day) <= DAYS and not (longer and long.day - short.day > _LATER)
