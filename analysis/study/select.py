"""Which articles of a study a selection means."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from analysis.press.records import KINDS
from analysis.study.catalogue import Catalogue
from analysis.study.facets import FRONT, INNER, UNKNOWN
from analysis.study.records import Selection
from analysis.study.search import find_texts, parse_search

Mask = NDArray[np.bool_]

EDITIONS = {"front": FRONT, "inner": INNER, "unknown": UNKNOWN}
"""What a selection calls the pages of a newspaper, and what the facets do."""


def select_rows(catalogue: Catalogue, selection: Selection, *, found: Mask | None = None) -> Mask:
    """Return which rows of the catalogue a selection means, shape ``(n_articles,)``.

    Where copies count once, the earliest of those that the other filters leave stands for its
    story; themes and topics are asked of it, so that their counts add up. ``found`` are the rows
    that hold what is searched for, where the caller knows them.
    """
    keep = _select_facets(catalogue, selection)
    if parse_search(selection.search):
        keep &= find_texts(catalogue.study, selection.search) if found is None else found
    if selection.copies == "once":
        keep &= ~follow_others(catalogue, keep)
    if selection.themes or selection.topics:
        keep &= _belong(catalogue, selection)
    return keep


def leave_out(selection: Selection, *names: str) -> Selection:
    """Return a selection without some of its filters: what their own counts are counted on.

    Examples
    --------
    >>> leave_out(Selection(themes=("工会",), search="职工"), "themes").search
    '职工'
    """
    return replace(selection, **{name: getattr(Selection(), name) for name in names})


def _select_facets(catalogue: Catalogue, selection: Selection) -> Mask:
    facets = catalogue.facets
    keep = _have_names(facets.kinds, KINDS, selection.kinds)
    if selection.newspapers:
        keep &= _have_names(facets.papers, facets.paper_names, selection.newspapers)
    if selection.editions:
        keep &= np.isin(facets.fronts, [EDITIONS[name] for name in selection.editions])
    # What has no day is never between two days.
    if selection.since:
        keep &= facets.days >= np.datetime64(selection.since, "D")
    if selection.until:
        keep &= facets.days <= np.datetime64(selection.until, "D")
    return keep


def _belong(catalogue: Catalogue, selection: Selection) -> Mask:
    """Return whose main theme, or whose main topic, is among the chosen."""
    of_theme = _have_names(catalogue.main, catalogue.themes, selection.themes)
    return of_theme | _have_names(catalogue.main_topic, catalogue.topics, selection.topics)


def _have_names(
    codes: NDArray[np.integer], names: tuple[object, ...], wanted: Collection[object]
) -> Mask:
    # Codes begin at -1, which no name has: the last place is theirs.
    chosen = np.array([*(name in wanted for name in names), False])
    return np.asarray(chosen[codes], dtype=np.bool_)


def follow_others(catalogue: Catalogue, rows: Mask) -> Mask:
    """Return which of the rows are copies of an earlier one among them."""
    members = np.flatnonzero(rows & (catalogue.groups >= 0))
    members = members[np.argsort(catalogue.printed[members], kind="stable")]
    _, first = np.unique(catalogue.groups[members], return_index=True)
    later = np.zeros_like(rows)
    later[np.delete(members, first)] = True
    return later
