"""The two sides of a comparison: which articles each means, and what to compare to begin with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from analysis.study.catalogue import UNNAMED, Catalogue
from analysis.study.records import Selection
from analysis.study.select import Mask, follow_others, select_rows
from analysis.theme.records import OTHER
from analysis.theme.resampling import LEAST

Pair = tuple[Selection, Selection]
Name = TypeVar("Name", str, int)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two masks of articles without a common one, (n_articles,) each.

    ``shared`` articles were meant by both. ``rule`` says what became of them: "none" there were,
    "both" sides lost them, or they stay with the "first" or the "second" side, which lies wholly in
    the other: the part against the rest.
    """

    first: Mask
    second: Mask
    shared: int
    rule: Literal["none", "both", "first", "second"]

    @property
    def sizes(self) -> tuple[int, int]:
        """How many articles each side has."""
        return int(self.first.sum()), int(self.second.sum())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to compare where nobody has said it: "newspapers", "themes", "periods" or "nothing"."""

    by: Literal["newspapers", "themes", "periods", "nothing"]
    sides: Pair


def split_sides(first: Mask, second: Mask) -> Sides:
    """Return two sides that share no article.

    Of an article that is on both sides nothing can be learnt about their difference, and counted
    twice it would make the sides look more alike and the intervals falsely narrow.

    Examples
    --------
    >>> split_sides(np.array([True, True, False]), np.array([False, True, True])).sizes
    (1, 1)
    >>> split_sides(np.array([True, False]), np.array([True, True])).rule
    'first'
    """
    shared = first & second
    count = int(shared.sum())
    if not count:
        return Sides(first, second, 0, "none")
    inside = (count == first.sum(), count == second.sum())
    if inside == (True, False):
        return Sides(first, second & ~shared, count, "first")
    if inside == (False, True):
        return Sides(first & ~shared, second, count, "second")
    return Sides(first & ~shared, second & ~shared, count, "both")


def find_sides(
    catalogue: Catalogue,
    selection: Selection,
    pair: Pair,
    *,
    find: Callable[[Selection], Mask] | None = None,
) -> Sides:
    """Return the articles of each side of a pair among those that are selected for both.

    ``find`` gives the rows of a selection, where the caller knows them already.
    """
    find = find or partial(select_rows, catalogue)
    common = find(replace(selection, copies="each"))
    first, second = (
        find_side(
            catalogue,
            common,
            find(replace(own, kinds=selection.kinds, copies="each")),
            once=selection.copies == "once",
        )
        for own in pair
    )
    return split_sides(first, second)


def find_side(catalogue: Catalogue, common: Mask, own: Mask, *, once: bool) -> Mask:
    """Return the articles of a side among those that are selected for both.

    ``once`` says that copies count once: on each side, or a story that two newspapers print would
    be missing from one of them.
    """
    rows = common & own
    return rows & ~follow_others(catalogue, rows) if once else rows


def combine_selections(common: Selection, own: Selection) -> Selection:
    """Return what a side means of what is selected, as one selection: for a link to its articles.

    Where both name newspapers, themes or topics, what both name is meant; where they share none, no
    article is on the side, and its own choice stands.

    Examples
    --------
    >>> combine_selections(Selection(search="工会"), Selection(since="2024-04-04")).search
    '工会'
    """
    return replace(
        common,
        themes=_meet(common.themes, own.themes),
        topics=_meet(common.topics, own.topics),
        newspapers=_meet(common.newspapers, own.newspapers),
        since=max(common.since, own.since),
        until=min(filter(None, (common.until, own.until)), default=""),
        search=" ".join(filter(None, (common.search, own.search))),
    )


def _meet(common: tuple[Name, ...], own: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in own if name in common) or own or common


def suggest_sides(catalogue: Catalogue, rows: Mask) -> Suggestion:
    """Return what can be compared among some articles: the first of three that has enough of them.

    The two newspapers with most articles; the two largest themes; the earlier and the later half of
    the days. A side needs as many articles as an interval.
    """
    facets = catalogue.facets
    papers = _find_largest(facets.papers[rows], facets.paper_names, without=UNNAMED)
    if papers:
        first, second = (Selection(newspapers=(name,)) for name in papers)
        return Suggestion("newspapers", (first, second))
    themes = _find_largest(catalogue.main[rows], catalogue.themes, without=OTHER)
    if themes:
        first, second = (Selection(themes=(name,)) for name in themes)
        return Suggestion("themes", (first, second))
    if halves := _halve_days(facets.days[rows]):
        return Suggestion("periods", halves)
    return Suggestion("nothing", (Selection(), Selection()))


def _find_largest(
    codes: NDArray[np.integer], names: Sequence[str], *, without: str
) -> tuple[str, ...]:
    """Return the two names with most articles, none where the second has too few."""
    counts = np.bincount(codes[codes >= 0], minlength=len(names))
    counts[[place for place, name in enumerate(names) if name == without]] = 0
    two = np.argsort(-counts, kind="stable")[:2].tolist()
    enough = len(two) == 2 and counts[two[1]] >= LEAST
    return tuple(names[place] for place in two) if enough else ()


def _halve_days(days: NDArray[np.datetime64]) -> Pair | None:
    known = np.sort(days[~np.isnat(days)])
    if len(known) < 2 * LEAST or known[0] == known[-1]:
        return None
    # A day is whole on one side: the later half begins with a day that the earlier lacks.
    middle = known[len(known) // 2]
    cut = middle if middle > known[0] else known[known > middle][0]
    return Selection(until=str(cut - np.timedelta64(1, "D"))), Selection(since=str(cut))
