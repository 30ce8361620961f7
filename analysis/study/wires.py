"""One story in several papers: which articles are copies of each other, at any scale.

Texts alike to the letter are found by a table, the others by runs of characters they share: pairs
that share enough of their sampled runs are candidates, all runs of the two decide. What must not
count as a copy is what newspapers fill in anew: reports, notices and set phrases. A form
comes again week after week and its figures change; a copy is printed within days and keeps its
figures.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from analysis.study.shingles import Hashes, bare_text, hash_runs, measure_foreign, sample_runs

UNDATED = -1
"""The day of a text without a date."""
# A text below this is a caption or a line of a list: its words are anybody's.
_LEAST = 30
# A wire is printed on the day or the next two; weeklies reprint within the week, and copy closely.
_SOON, _DAYS = 2, 7
# A run that stands in the texts of three different weeks is a phrase or a form, no story's own.
_WEEKS = 3
# A run in many texts pairs each with the next ones only: the work grows with the texts and not with
# their square, and the members of a large group are still linked one to the next.
_NEIGHBOURS = 4
# One character in twenty changed leaves 0.74 (0.6 to 0.85) of the runs of six, and makes 0.03 (up
# to 0.08) of the text foreign.
_SHARED, _CANDIDATE, _FOREIGN = 0.58, 0.4, 0.08
# In short texts a form is most of the text; later ones may be the sequel in the same words.
_SHORT, _SHARED_IF_SHORT, _SHARED_IF_LATE = 100, 0.8, 0.9
# Little more than a quarter of the longer text is a brief, or a quotation in it.
_RESEMBLANCE = 0.27
# A text half as long again and two days younger tells more: a sequel, no copy.
_LONGER, _LATER = 1.5, 1
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_LEAST_FIGURES, _SAME_FIGURES = 3, 0.65


@dataclass(frozen=True, slots=True)
class Wire:
    """What is compared of a text: its runs, its figures, its length, the day it was printed."""

    bare: str
    runs: Hashes
    figures: frozenset[str]
    day: int


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
    bare = [bare_text(text) for text in texts]
    same: dict[str, int] = {}
    leaders = [
        same.setdefault(text, place) if len(text) >= _LEAST else place
        for place, text in enumerate(bare)
    ]
    kept = sorted(same.values())
    pairs = find_candidates([bare[place] for place in kept], [days[place] for place in kept])

    # Candidates come sorted by their first text: a small store saves most of the work.
    @lru_cache(maxsize=2048)
    def read(place: int) -> Wire:
        return read_wire(texts[place], days[place])

    for one, two in pairs:
        first, second = sorted((_lead(leaders, kept[one]), _lead(leaders, kept[two])))
        if first != second and are_copies(read(kept[one]), read(kept[two])):
            leaders[second] = first
    return [_lead(leaders, place) for place in range(len(texts))]


def _lead(leaders: Sequence[int], place: int) -> int:
    while leaders[place] != place:
        place = leaders[place]
    return place


def find_candidates(texts: Sequence[str], days: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of bare texts that share two fifths of the shorter one's sampled runs."""
    hashes, owners = sample_runs(texts)
    own = _are_own(hashes, np.array(days, dtype=np.int64)[owners])
    hashes, owners = hashes[own], owners[own]
    sizes = np.bincount(owners, minlength=len(texts))
    steps = range(1, 1 + min(_NEIGHBOURS, max(0, len(hashes) - 1)))
    alike = [hashes[step:] == hashes[:-step] for step in steps]
    keys = [
        owners[:-step][same].astype(np.int64) * len(texts) + owners[step:][same]
        for step, same in zip(steps, alike, strict=True)
    ]
    pairs, shared = np.unique(np.concatenate([np.zeros(0, np.int64), *keys]), return_counts=True)
    one, two = np.divmod(pairs, max(1, len(texts)))
    enough = shared >= _CANDIDATE * np.minimum(sizes[one], sizes[two])
    return list(zip(one[enough].tolist(), two[enough].tolist(), strict=True))


def _are_own(hashes: Hashes, days: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of the sorted runs are a story's own, shape ``(n_runs,)``."""
    _, numbers = np.unique(hashes, return_inverse=True)
    weeks = days // _DAYS
    weeks -= weeks.min(initial=0)
    span = int(weeks.max(initial=0)) + 1
    seen = np.unique(numbers * span + weeks) // span
    return np.asarray(np.bincount(seen, minlength=1)[numbers] < _WEEKS)


def read_wire(text: str, day: int) -> Wire:
    """Read what is compared of a text."""
    bare = bare_text(text)
    figures = frozenset(_FIGURE.findall(unicodedata.normalize("NFKC", text)))
    return Wire(bare, hash_runs(bare), figures, day)


def are_copies(one: Wire, two: Wire) -> bool:
    """Whether two texts are one, cut or edited a little."""
    short, long = sorted((one, two), key=lambda wire: len(wire.runs))
    shared = len(np.intersect1d(short.runs, long.runs, assume_unique=True))
    return (
        shared >= _require_share(short, long) * max(1, len(short.runs))
        and shared >= _RESEMBLANCE * (len(short.runs) + len(long.runs) - shared)
        and _keeps_figures(short, long)
        and _is_in_time(short, long)
        and measure_foreign(short.bare, long.bare) <= _FOREIGN
    )


def _require_share(short: Wire, long: Wire) -> float:
    if UNDATED not in (short.day, long.day) and abs(short.day - long.day) > _SOON:
        return _SHARED_IF_LATE
    return _SHARED if len(short.bare) >= _SHORT else _SHARED_IF_SHORT


def _keeps_figures(short: Wire, long: Wire) -> bool:
    kept = len(short.figures & long.figures)
    return len(short.figures) < _LEAST_FIGURES or kept >= _SAME_FIGURES * len(short.figures)


def _is_in_time(short: Wire, long: Wire) -> bool:
    if UNDATED in (short.day, long.day):
        return True
    longer = len(long.bare) >= _LONGER * len(short.bare)
    return abs(long.day - short.day) <= _DAYS and not (longer and long.day - short.day > _LATER)
