"""How many articles each choice of a filter would leave, counted under all the other filters."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.press.records import KINDS
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import EDITIONS, Mask, leave_out

Select = Callable[[Selection], Mask]
"""Gives the rows that a selection means: ``select_rows``, or what remembers its searches."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Articles by what they would be filtered by; each filter aside from itself.

    ``themes`` and ``topics`` are by name and id, of the main theme and the main topic.
    ``newspapers`` come with the most articles first, those without any left out. ``undated`` are
    the articles that any range of days leaves out.
    """

    themes: dict[str, int]
    topics: dict[int, int]
    newspapers: dict[str, int]
    editions: dict[str, int]
    kinds: dict[str, int]
    undated: int


def count_choices(catalogue: Catalogue, selection: Selection, select: Select) -> Counts:
    """Return how many articles each choice would leave, other filters as they are."""
    facets = catalogue.facets
    of_tree = select(leave_out(selection, "themes", "topics"))
    themes = _count(catalogue.main, of_tree, len(catalogue.themes))
    topics = _count(catalogue.main_topic, of_tree, len(catalogue.topics))
    of_papers = select(leave_out(selection, "newspapers"))
    papers = _count(facets.papers, of_papers, len(facets.paper_names))
    order = [int(place) for place in np.argsort(-papers, kind="stable") if papers[place]]
    fronts = facets.fronts[select(leave_out(selection, "editions"))]
    # Without this filter there would still be the usual kind.
    kinds = _count(facets.kinds, select(replace(selection, kinds=KINDS)), len(KINDS))
    of_days = select(leave_out(selection, "since", "until"))
    return Counts(
        themes=dict(zip(catalogue.themes, themes.tolist(), strict=True)),
        topics=dict(zip(catalogue.topics, topics.tolist(), strict=True)),
        newspapers={facets.paper_names[place]: int(papers[place]) for place in order},
        editions={name: int((fronts == code).sum()) for name, code in EDITIONS.items()},
        kinds=dict(zip(KINDS, kinds.tolist(), strict=True)),
        undated=int(np.isnat(facets.days[of_days]).sum()),
    )


def _count(codes: NDArray[np.integer], rows: Mask, kinds: int) -> NDArray[np.int64]:
    """Return how many of the rows have each code, 0 and up; those below have none."""
    kept = codes[rows & (codes >= 0)]
    return np.bincount(kept, minlength=kinds)
