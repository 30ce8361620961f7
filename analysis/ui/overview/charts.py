"""The charts of the overview, each with what a click on it opens, or why it cannot be drawn."""

from collections.abc import Callable

import numpy as np
import streamlit as st

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.study.facets import FRONT, INNER
from analysis.ui import cached, parts
from analysis.ui.controls import choose_key, choose_one
from analysis.ui.opening import Opens
from analysis.ui.overview import clicks
from analysis.ui.visit import Visit
from analysis.view.drawing.figures import Figure
from analysis.view.exhibits.fronts import show_fronts
from analysis.view.exhibits.maps import show_article_map, show_topic_map
from analysis.view.exhibits.newspapers import show_newspapers
from analysis.view.exhibits.themes import show_themes
from analysis.view.exhibits.timeline import VALUES, show_timeline, weigh_dated
from analysis.view.export.files import bear_selection
from analysis.view.measuring.periods import AUTOMATIC, choose_step, list_steps
from analysis.view.measuring.weighing import PER


def choose_denominator(visit: Visit) -> str:
    """Ask what the shares are shares of; front pages only where the study knows any."""
    language = visit.language
    known = (visit.catalogue.facets.fronts == FRONT).any()
    offered = [per for per in PER if per != "front" or known]
    names = {per: say(f"overview.per.{per}", language) for per in offered}
    chosen = choose_key(say("overview.per", language), names, parameter="per")
    st.caption(say("overview.per.note", language))
    return chosen


def draw_shares(visit: Visit, per: str) -> None:
    """Draw themes and newspapers beside each other, and front pages where there are any."""
    language, catalogue, rows = visit.language, visit.catalogue, visit.rows
    left, right = st.columns(2, gap="medium")
    with left:
        _draw(
            visit,
            "themes",
            lambda: show_themes(catalogue, rows, language, per=per),
            clicks.open_theme,
        )
        fronts = catalogue.facets.fronts
        if (fronts == FRONT).any() and (fronts == INNER).any():
            _draw(
                visit,
                "fronts",
                lambda: show_fronts(catalogue, rows, language, per=per),
                clicks.open_edition(catalogue, visit.selection, language),
            )
    with right:
        _draw(
            visit,
            "newspapers",
            lambda: show_newspapers(catalogue, rows, language, per=per),
            clicks.open_newspaper(catalogue, visit.selection, language),
        )


def draw_timeline(visit: Visit, per: str) -> None:
    """Draw the themes over time, and ask by which step and of what."""
    language, catalogue = visit.language, visit.catalogue
    asked = _choose_time(visit, per)
    _draw(
        visit,
        "timeline",
        lambda: show_timeline(catalogue, visit.rows, language, per=per, asked=asked),
        clicks.open_period(catalogue, visit.selection, per, language=language),
    )


def _choose_time(visit: Visit, per: str) -> tuple[str, str]:
    language = visit.language
    places = weigh_dated(visit.catalogue, visit.rows, per)[0].places
    if not len(places):
        return AUTOMATIC, VALUES[0]
    days = visit.catalogue.facets.days[places]
    ends = np.array([days.min(), days.max()])
    names = {step: say(f"time.{step}", language) for step in (AUTOMATIC, *list_steps(ends))}
    names[AUTOMATIC] += f" · {names.get(choose_step(days), '')}"
    values = {value: say(f"time.values.{value}", language) for value in VALUES}
    left, right = st.columns([1, 3], gap="medium")
    with left:
        step = choose_one(say("time.step", language), names, parameter="step")
    with right:
        return step, choose_key(say("time.values", language), values, parameter="as")


def draw_maps(visit: Visit) -> None:
    """Draw the map of topics beside that of articles."""
    language, catalogue, rows = visit.language, visit.catalogue, visit.rows
    lain = cached.map_of(catalogue.study)
    left, right = st.columns(2, gap="medium")
    with left:
        _draw(
            visit,
            "topic-map",
            lambda: show_topic_map(catalogue, rows, language, lain=lain),
            clicks.open_topic,
        )
    with right:
        _draw(
            visit,
            "article-map",
            lambda: show_article_map(catalogue, rows, language, lain=lain),
            clicks.open_article,
        )


def _draw(visit: Visit, name: str, make: Callable[[], Figure], opens: Opens) -> None:
    """Draw a chart, or say why there is nothing to draw."""
    try:
        figure = make()
    except NothingToDraw:
        why = say(f"overview.nothing.{name}", visit.language)
        title = say(f"chart.{name}", visit.language)
        st.info(say("overview.nothing", visit.language, title=title, why=why))
        return
    figure = bear_selection(figure, visit.narrowed)
    parts.show_chart(figure, visit.catalogue.study.name, opens=opens)
