"""The quotations of a theme or of one of its topics, on the page 主题."""

import streamlit as st

from analysis.resources import say
from analysis.ui import address, parts
from analysis.ui.visit import Visit
from analysis.view.frames import name_themes
from analysis.view.naming import name_topics
from analysis.view.reading.quoting import draw_quotes, list_quotes
from analysis.view.source import theme_colours

_WHOLE = 0


def show_quotations(visit: Visit, theme: str) -> None:
    """Show the strongest sentences of a theme, or of a topic of it that the reader chooses."""
    study, language = visit.catalogue.study, visit.language
    called = name_themes(study, language)[theme]
    st.subheader(parts.escape(say("quotes.title", language, theme=called)), anchor=False)
    st.caption(say("quotes.note", language))
    labels = {_WHOLE: say("quotes.whole", language, theme=called)}
    labels |= name_topics(visit.catalogue, theme, language)
    topic = st.selectbox(
        say("quotes.choose", language),
        list(labels),
        format_func=lambda one: labels[one],
        key=f"quotes-{theme}",
    )
    asked = {"theme": theme} if topic == _WHOLE else {"topic": topic}
    quotes = list_quotes(study, language, **asked)
    if not quotes:
        st.info(say("quotes.none", language))
        return
    colour = theme_colours(study, language)[called]
    st.html(draw_quotes(quotes, address.carry(filters=False), colour=colour, language=language))
