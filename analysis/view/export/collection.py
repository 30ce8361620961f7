"""The charts that are taken away together: one list, which a new chart joins with one line."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial

from analysis.errors import NothingToDraw
from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask
from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.figures import Figure
from analysis.view.exhibits.maps import show_article_map, show_topic_map
from analysis.view.exhibits.newspapers import show_fronts, show_newspapers
from analysis.view.exhibits.themes import show_cloud, show_terms, show_themes, show_topics
from analysis.view.exhibits.timeline import show_timeline

Chart = Figure | Cloud


@dataclass(frozen=True, slots=True, eq=False)
class Exhibit:
    """A chart, the theme that it is about ("" for all), and whether the selection narrows it."""

    chart: Chart
    theme: str = ""
    narrowed: bool = True


OF_SELECTION: tuple[Callable[[Catalogue, Mask, str], Chart], ...] = (
    show_themes,
    show_newspapers,
    show_fronts,
    show_timeline,
    show_topic_map,
    show_article_map,
)
"""Charts of the selected articles, in the order of the pages."""

OF_THEME: tuple[Callable[[Catalogue, str, str], Chart], ...] = (
    show_cloud,
    show_topics,
    show_terms,
)
"""Charts of one theme in the whole study."""


def list_exhibits(
    catalogue: Catalogue, rows: Mask, language: str, *, themes: Collection[str] = ()
) -> Iterator[Exhibit]:
    """Yield each chart that has something to show: of the selection, then theme by theme.

    Parameters
    ----------
    themes : collection of str
        The themes that are wanted; empty for all.
    """
    yield from list_of_selection(catalogue, rows, language)
    for theme in catalogue.themes:
        if not themes or theme in themes:
            yield from list_of_theme(catalogue, theme, language)


def list_of_selection(catalogue: Catalogue, rows: Mask, language: str) -> Iterator[Exhibit]:
    """Yield the charts of the selected articles that have something to show."""
    for show in OF_SELECTION:
        yield from _try(partial(show, catalogue, rows, language), "", narrowed=True)


def list_of_theme(catalogue: Catalogue, theme: str, language: str) -> Iterator[Exhibit]:
    """Yield the charts of one theme that have something to show."""
    for show in OF_THEME:
        yield from _try(partial(show, catalogue, theme, language), theme, narrowed=False)


def _try(make: Callable[[], Chart], theme: str, *, narrowed: bool) -> Iterator[Exhibit]:
    """Yield the chart, or nothing where there is nothing to draw: an absent theme has no words."""
    try:
        yield Exhibit(make(), theme, narrowed)
    except NothingToDraw:
        return
