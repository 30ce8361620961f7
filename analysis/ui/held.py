"""The articles that a mark stands for: those of its theme, or those that hold most of it."""

from dataclasses import replace

from analysis.study.catalogue import Catalogue
from analysis.study.ordering import OF_THEME
from analysis.study.records import Selection
from analysis.ui import cached
from analysis.ui.filters.chosen import name_selection
from analysis.ui.opening import Target


def open_held(
    catalogue: Catalogue, selection: Selection, theme: str, *, topic: int | None = None
) -> Target:
    """Return the way to the articles of a selection whose main theme, or topic, this is.

    A share can be the sum of what articles on other themes hold besides. Where it is the main one
    of none, the way leads to all of the selection, those that hold most of the theme first.
    """
    own = replace(
        selection,
        themes=(theme,) if topic is None else (),
        topics=() if topic is None else (topic,),
    )
    if cached.rows_of(catalogue, own).any():
        return Target("articles", name_selection(own))
    return Target("articles", {**name_selection(selection), "sort": [f"{OF_THEME}{theme}"]})


def keep_days(selection: Selection, period: str) -> Selection:
    """Return a selection without the days outside of a period, ``first/last`` as charts name it.

    Examples
    --------
    >>> found = keep_days(Selection(until="2024-04-10"), "2024-04-01/2024-04-30")
    >>> found.since, found.until
    ('2024-04-01', '2024-04-10')
    """
    since, _, until = period.partition("/")
    return replace(
        selection,
        since=max(since, selection.since),
        until=min(until, selection.until or until),
    )
