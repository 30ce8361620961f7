"""When and where a theme or topic stands; and the topics that make up a theme."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import Mask
from analysis.ui import badges, parts
from analysis.ui.held import keep_days, open_held
from analysis.ui.opening import Opens
from analysis.ui.subjects.choosing import target_subject
from analysis.ui.visit import Visit
from analysis.view.drawing.figures import Figure
from analysis.view.exhibits.subjects import show_subject_newspapers
from analysis.view.exhibits.themes import show_topics
from analysis.view.exhibits.trends import show_trend
from analysis.view.export.files import bear_selection
from analysis.view.topics.badges import topic_badges
from analysis.view.topics.subjects import Subject

_Show = Callable[[Catalogue, Mask, Subject, str], Figure]


def show_numbers(visit: Visit, subject: Subject) -> None:
    """Draw the trend and the newspapers, and the topics of a theme with their stability."""
    _show_trend(visit, subject)
    if subject.topic is not None:
        _show_newspapers(visit, subject)
        return
    left, right = st.columns(2, gap="medium")
    with right:
        topics = _show_topics(visit, subject)
    with left:
        _show_newspapers(visit, subject)
        _show_stability(visit, topics)


def _show_trend(visit: Visit, subject: Subject) -> None:
    opens = open_period(visit.catalogue, visit.selection, subject)
    _draw(visit, subject, show_trend, opens, none="subject.trend.none")


def _show_newspapers(visit: Visit, subject: Subject) -> None:
    opens = open_newspaper(visit.catalogue, visit.selection, subject)
    _draw(visit, subject, show_subject_newspapers, opens, none="subject.facts.none")


def _draw(visit: Visit, subject: Subject, show: _Show, opens: Opens, *, none: str) -> None:
    """Draw a chart of the selected articles, or say by the text ``none`` that there is none."""
    try:
        figure = show(visit.catalogue, visit.rows, subject, visit.language)
    except NothingToDraw:
        st.caption(say(none, visit.language))
        return
    figure = bear_selection(figure, visit.narrowed)
    parts.show_chart(figure, visit.catalogue.study.name, opens=opens)


def open_period(catalogue: Catalogue, selection: Selection, subject: Subject) -> Opens:
    """Return what a dot opens: articles of its days selected whose main subject this is."""
    return lambda period, _series: open_held(
        catalogue, keep_days(selection, period), subject.theme, topic=subject.topic
    )


def open_newspaper(catalogue: Catalogue, selection: Selection, subject: Subject) -> Opens:
    """Return what a bar opens: the articles of that newspaper whose main subject this is."""
    return lambda paper, _series: open_held(
        catalogue, replace(selection, newspapers=(paper,)), subject.theme, topic=subject.topic
    )


def _show_topics(visit: Visit, subject: Subject) -> list[int]:
    """Draw the topics of a theme, each of which opens; return them."""
    catalogue, language = visit.catalogue, visit.language
    figure = show_topics(catalogue, subject.theme, language)
    parts.show_chart(
        figure,
        catalogue.study.name,
        opens=lambda topic, _series: target_subject(Subject(subject.theme, int(topic))),
    )
    topics: list[int] = figure.frame["topic_id"].tolist()
    return topics


def _show_stability(visit: Visit, topics: list[int]) -> None:
    catalogue, language = visit.catalogue, visit.language
    with st.expander(say("themes.stability", language), expanded=True):
        judged = badges.find_judged(catalogue.study, language)
        listed = topic_badges(catalogue.study, judged, language)
        badges.show_badges(listed[topic] for topic in topics)
        badges.offer_judging(catalogue.study, judged, language)
