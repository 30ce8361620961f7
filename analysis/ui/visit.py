"""One visitor's view: the study, what is selected of it, and in which language. Pages read it."""

from dataclasses import dataclass

import streamlit as st

from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import Mask, select_rows
from analysis.ui import cached, parts, sidebar
from analysis.ui.editing import refits

_KEY = "visit"
_OF_PAGES = {
    "article": ("articles", "pages"),
    "page": ("pages",),
    "of": ("themes",),
    "section": ("model",),
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page shows: ``rows`` are the selected rows of the catalogue."""

    language: str
    catalogue: Catalogue
    selection: Selection
    rows: Mask


def prepare_visit(language: str, page: str) -> None:
    """Draw the sidebar and keep the visit for the page; stop here when nothing is selected."""
    # What only some pages understand does not travel on in links to the others.
    for name, pages in _OF_PAGES.items():
        if page not in pages:
            st.query_params.pop(name, None)
    with st.sidebar:
        refits.follow_refit(language)
    study = sidebar.choose_study(language)
    catalogue = cached.catalogue_of(study)
    selection = sidebar.choose_selection(catalogue, language)
    rows = select_rows(catalogue, selection)
    sidebar.tell_selection(catalogue, rows, selection, language)
    st.session_state[_KEY] = Visit(language, catalogue, selection, rows)
    if not rows.any():
        parts.show_empty(language)
        st.stop()


def current_visit() -> Visit:
    """Return the visit that ``app.py`` prepared in this run."""
    visit = st.session_state[_KEY]
    assert isinstance(visit, Visit)  # noqa: S101 - tells the type checker what only we put there
    return visit
