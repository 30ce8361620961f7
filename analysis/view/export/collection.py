"""The charts that are taken away together: one list, which a new chart joins with one line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from analysis.errors import NothingToDraw
from analysis.study.catalogue import Catalogue
from analysis.study.comparing import (
    ShareContrast,
    WordContrast,
    compare_shares,
    compare_words,
)
from analysis.study.counting import WordCounts
from analysis.study.records import Selection
from analysis.study.select import Mask
from analysis.study.sides import Pair, find_sides
from analysis.theme.relevance import USUAL
from analysis.view.comparison import Compared, name_sides
from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.figures import Figure
from analysis.view.exhibits.comparison import show_differences, show_shares, show_words
from analysis.view.exhibits.fronts import show_fronts
from analysis.view.exhibits.maps import show_article_map, show_topic_map
from analysis.view.exhibits.newspapers import show_newspapers
from analysis.view.exhibits.subjects import draw_subject, show_relevance
from analysis.view.exhibits.themes import show_cloud, show_terms, show_themes, show_topics
from analysis.view.exhibits.timeline import show_timeline
from analysis.view.topics.subjects import Subject, term_frame

Chart = Figure | Cloud


@dataclass(frozen=True, slots=True, eq=False)
class Exhibit:
    """A chart, and whether the selection narrows it."""

    chart: Chart
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


@dataclass(frozen=True, slots=True, eq=False)
class Contrast:
    """Two sides that are taken away: what they are, their words, their shares where told."""

    compared: Compared
    words: WordContrast
    shares: ShareContrast | None

    @property
    def told_apart(self) -> bool:
        """Whether there is something on both sides; else every word would be as frequent."""
        return all(self.compared.sides.sizes)


def make_contrast(
    catalogue: Catalogue, selection: Selection, pair: Pair, counts: WordCounts, *, language: str
) -> Contrast:
    """Return how two sides of what is selected differ; ``counts`` are those of the whole study."""
    sides = find_sides(catalogue, selection, pair)
    names = name_sides(catalogue, pair, sides, language)
    return Contrast(
        Compared(catalogue, sides, names, language),
        compare_words(counts, sides),
        compare_shares(catalogue, sides),
    )


def list_of_selection(catalogue: Catalogue, rows: Mask, language: str) -> Iterator[Exhibit]:
    """Yield the charts of the selected articles that have something to show."""
    for show in OF_SELECTION:
        yield from _try(partial(show, catalogue, rows, language), narrowed=True)


def list_of_subject(catalogue: Catalogue, subject: Subject, language: str) -> Iterator[Exhibit]:
    """Yield the charts of one theme or topic that have something to show."""
    if subject.topic is None:
        for show in OF_THEME:
            yield from _try(partial(show, catalogue, subject.theme, language), narrowed=False)
        return
    terms = term_frame(catalogue.study, subject)
    for draw in (draw_subject, partial(show_relevance, weight=USUAL)):
        yield from _try(partial(draw, catalogue, subject, terms, language), narrowed=False)


def list_of_sides(contrast: Contrast) -> Iterator[Exhibit]:
    """Yield the charts of a comparison; none of shares where a side has too few articles."""
    compared, shares = contrast.compared, contrast.shares
    if not contrast.told_apart:
        return
    yield from _try(partial(show_words, compared, contrast.words), narrowed=True)
    if shares:
        yield from _try(partial(show_shares, compared, shares), narrowed=True)
        yield from _try(partial(show_differences, compared, shares), narrowed=True)


def _try(make: Callable[[], Chart], *, narrowed: bool) -> Iterator[Exhibit]:
    """Yield the chart, or nothing where there is nothing to draw: an absent theme has no words."""
    try:
        yield Exhibit(make(), narrowed)
    except NothingToDraw:
        return
