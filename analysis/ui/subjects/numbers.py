"""Where a theme or topic stands: its newspapers, and the topics that make up a theme."""

import streamlit as st

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.ui import badges, parts
from analysis.ui.opening import Opens, Target
from analysis.ui.subjects.choosing import target_subject
from analysis.ui.visit import Visit
from analysis.view.exhibits.subjects import show_subject_newspapers
from analysis.view.exhibits.themes import show_topics
from analysis.view.topics.badges import topic_badges
from analysis.view.topics.subjects import Subject


def show_numbers(visit: Visit, subject: Subject) -> None:
    """Draw the newspapers, and beside them the topics of a theme with their stability."""
    if subject.topic is not None:
        _show_newspapers(visit, subject)
        return
    left, right = st.columns(2, gap="medium")
    with left:
        _show_newspapers(visit, subject)
    with right:
        _show_topics(visit, subject)


def _show_newspapers(visit: Visit, subject: Subject) -> None:
    try:
        figure = show_subject_newspapers(visit.catalogue, visit.rows, subject, visit.language)
    except NothingToDraw:
        st.caption(say("subject.facts.none", visit.language))
        return
    parts.show_chart(figure, visit.catalogue.study.name, opens=_open_newspaper(subject))


def _open_newspaper(subject: Subject) -> Opens:
    """Return what a bar opens: the articles of that newspaper whose main subject this is."""
    topic = [] if subject.topic is None else [str(subject.topic)]
    theme = [] if topic else [subject.theme]
    return lambda paper, _series: Target(
        "articles", {"paper": [paper], "theme": theme, "topic": topic}
    )


def _show_topics(visit: Visit, subject: Subject) -> None:
    catalogue, language = visit.catalogue, visit.language
    figure = show_topics(catalogue, subject.theme, language)
    parts.show_chart(
        figure,
        catalogue.study.name,
        opens=lambda topic, _series: target_subject(Subject(subject.theme, int(topic))),
    )
    with st.expander(say("themes.stability", language)):
        judged = badges.find_judged(catalogue.study, language)
        listed = topic_badges(catalogue.study, judged, language)
        badges.show_badges(listed[topic] for topic in figure.frame["topic_id"])
