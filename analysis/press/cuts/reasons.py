"""Why an article begins where it does: what spoke for the cut, the strongest first.

Each kind of signal is in turn set to what is usual on the page; how far the answer falls is what
that signal gave. So the reason named is the one that the decision rests on, not one found later.
"""

from collections.abc import Mapping, Sequence
from statistics import median_low

from analysis.press.cuts.looks import COUNT
from analysis.press.cuts.signals import BONDS, DISTANCES, NEIGHBOURS, PAGE, WORDS
from analysis.press.cuts.trees import Forest

FIRST, JOINED = "first", "joined"
"""Reasons that need no weighing: the page begins here; the pieces of a torn article were joined."""

_LOOKS: Mapping[str, tuple[int, ...]] = {
    "shape": (0, 1, 5, 8, 9, 16, 17, 19, 24, 25),
    "sentence": (2, 3, 4, 23),
    "opening": (6, 7, 13, 14),
    "credits": (11, 12, 15, 20, 26),
    "blank": (21,),
    "mark": (10,),
    "width": (18, 22),
}
# The distances to openings, short blocks, prose, marks and empty lines: before and behind.
_NEAREST = ("opening", "shape", "shape", "mark", "blank")
# Shared words: three of the gap, six of the headline and what takes it up.
_SHARED = ("words", "words", "words", *("headline",) * 6)
_LEAST = 0.5
_MOST = 3


def name_columns() -> dict[str, list[int]]:
    """Return the columns of a row of signals by the kind of signal; the rest is the page."""
    names: list[str] = []
    by_look = {place: name for name, places in _LOOKS.items() for place in places}
    names += [by_look[place] for place in range(COUNT)] * NEIGHBOURS
    names += _SHARED * (WORDS // len(_SHARED))
    names += [name for name in _NEAREST for _ in range(DISTANCES // len(_NEAREST))]
    names += ["page"] * PAGE + ["words"] * BONDS
    return {
        name: [at for at, own in enumerate(names) if own == name] for name in dict.fromkeys(names)
    }


_COLUMNS = name_columns()


def weigh_reasons(
    forest: Forest, rows: Sequence[tuple[float, ...]], starts: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """Return for each start the kinds of signals that spoke for it, the strongest first.

    ``rows`` are those that ``forest`` decided on, one a block; what the other decisions of the
    page say, behind the signals, is the kind "page".
    """
    if not rows:
        return {}
    usual = [median_low(column) for column in zip(*rows, strict=True)]
    known = sum(map(len, _COLUMNS.values()))
    columns = {**_COLUMNS, "page": [*_COLUMNS["page"], *range(known, len(usual))]}
    return {
        start: _rank(forest, rows[start], usual, columns) if start else (FIRST,) for start in starts
    }


def _rank(
    forest: Forest,
    row: tuple[float, ...],
    usual: Sequence[float],
    columns: Mapping[str, Sequence[int]],
) -> tuple[str, ...]:
    full = forest.add_up(row)
    falls: dict[str, float] = {}
    for name, places in columns.items():
        changed = list(row)
        for place in places:
            changed[place] = usual[place]
        falls[name] = full - forest.add_up(changed)
    ranked = sorted(falls, key=lambda name: -falls[name])
    return tuple(name for name in ranked[:_MOST] if falls[name] > _LEAST)
