"""The articles that hold most of a theme or topic, page by page; one that is chosen opens."""

import streamlit as st

from analysis.resources import say
from analysis.ui import address, lists, parts
from analysis.ui.reading.listing import turn_pages
from analysis.ui.visit import Visit
from analysis.view.frames import article_frame
from analysis.view.reading.windows import open_window
from analysis.view.topics.subjects import (
    Subject,
    call_subject,
    find_holding,
    rank_articles,
    share_subject,
)

_ROWS = 20


def show_strongest(visit: Visit, subject: Subject) -> None:
    """Draw the table of the selected articles by their share; open the one that is chosen."""
    catalogue, language = visit.catalogue, visit.language
    called = call_subject(catalogue.study, subject, language)
    st.subheader(parts.escape(say("themes.articles", language, theme=called)), anchor=False)
    whole = len(find_holding(catalogue, visit.rows, subject))
    if not whole:
        st.caption(say("subject.articles.none", language))
        return
    st.caption(say("themes.articles.note", language))
    window = open_window(whole, address.read(address.PAGE), size=_ROWS)
    shown = rank_articles(catalogue, visit.rows, subject, most=window.stop)[window.start :]
    shares = share_subject(catalogue, subject)[shown]
    frame = article_frame(catalogue, shown, language).assign(of_subject=shares)
    lists.open_article(frame, language, key="strongest", more={"of_subject": called})
    turn_pages(window, language)
