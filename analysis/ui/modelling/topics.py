"""议题: every topic of the study with what is known of its quality."""

import streamlit as st

from analysis.resources import say
from analysis.ui import parts, tables
from analysis.ui.visit import Visit
from analysis.view.modelling import list_alarms, quality_frame


def show_section(visit: Visit) -> None:
    """List all topics of the study, largest first."""
    frame = quality_frame(visit.catalogue, visit.language)
    st.subheader(say("model.topics", visit.language, n=len(frame)), anchor=False)
    st.caption(say("model.topics.note", visit.language))
    tables.show_topics(frame, visit.language)
    parts.show_alarms(list_alarms(visit.catalogue, visit.language), visit.language)
