"""议题: every topic of the study with what is known of its quality."""

import streamlit as st

from analysis.resources import say
from analysis.ui import badges, parts, tables
from analysis.ui.visit import Visit
from analysis.view.topics.badges import theme_badges
from analysis.view.topics.modelling import list_alarms, quality_frame


def show_section(visit: Visit) -> None:
    """List all topics of the study, largest first, and its themes."""
    language, study = visit.language, visit.catalogue.study
    judged = badges.find_judged(study, language)
    frame = quality_frame(visit.catalogue, language, judged)
    st.subheader(say("model.topics", language, n=len(frame)), anchor=False)
    st.caption(say("model.topics.note", language))
    tables.show_topics(frame, language)
    parts.show_alarms(list_alarms(visit.catalogue, language), language)
    st.subheader(say("model.themes", language), anchor=False)
    st.caption(say("model.themes.note", language))
    badges.show_badges(theme_badges(study, judged, language).values())
    badges.offer_judging(study, judged, language)
