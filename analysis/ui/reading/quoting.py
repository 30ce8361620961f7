"""The quotations of a theme or of one of its topics, on the page 主题."""

import streamlit as st

from analysis.resources import say
from analysis.ui import address, cached, parts
from analysis.ui.visit import Visit
from analysis.view.reading.quoting import draw_quotes
from analysis.view.topics.subjects import Subject, call_subject, colour_subject


def show_quotations(visit: Visit, subject: Subject) -> None:
    """Show the strongest sentences of a theme or topic."""
    study, language = visit.catalogue.study, visit.language
    called = call_subject(study, subject, language)
    st.subheader(parts.escape(say("quotes.title", language, theme=called)), anchor=False)
    st.caption(say("quotes.note", language))
    quotes = cached.quotes_of(study, subject, language)
    if not quotes:
        st.info(say("quotes.none", language))
        return
    colour = colour_subject(study, subject, language)
    st.html(draw_quotes(quotes, address.carry(filters=False), colour=colour, language=language))
