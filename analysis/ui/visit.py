"""One visitor's view: the study, what is selected of it, and in which language. Pages read it."""

from dataclasses import dataclass

import streamlit as st

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection, Study
from analysis.study.select import Mask
from analysis.study.tables import count_rows
from analysis.ui import address, cached, parts
from analysis.ui.editing import refits
from analysis.ui.filters import sidebar
from analysis.ui.studies import building
from analysis.view.selected import tell_selection

_KEY = "visit"
# Articles of a study that is read in less than a second.
_MANY = 100_000


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page shows: ``rows`` are the selected rows of the catalogue."""

    language: str
    catalogue: Catalogue
    selection: Selection
    rows: Mask

    @property
    def narrowed(self) -> str:
        """What narrows the study, in words; "" where nothing does."""
        return tell_selection(self.catalogue, self.selection, self.language)


def prepare_visit(language: str, page: str) -> None:
    """Draw the sidebar and keep the visit for the page; stop here when nothing is selected.

    An article that a link names is read all the same: only ``page`` "articles" goes on then.
    """
    with st.sidebar:
        building.follow_build(language)
        refits.follow_refit(language)
    study = sidebar.choose_study(language)
    catalogue = open_catalogue(study, language)
    selection, rows = sidebar.choose_selection(catalogue, language)
    sidebar.tell_narrowed(catalogue, rows, selection, language)
    st.session_state[_KEY] = Visit(language, catalogue, selection, rows)
    if not rows.any():
        parts.show_empty(language)
        # On a telephone the sidebar is folded.
        sidebar.offer_reset(selection, language, key="reset-empty")
        if page != "articles" or catalogue.find_place(address.read("article")) < 0:
            st.stop()


def open_catalogue(study: Study, language: str) -> Catalogue:
    """Return the catalogue of a study; of a large one it is shown how far it is read."""
    if cached.is_open(study) or count_rows(study.folder, "articles") < _MANY:
        return cached.catalogue_of(study)
    with parts.show_stages(say("visit.opening", language), language) as report:
        return cached.catalogue_of(study, report)


def current_visit() -> Visit:
    """Return the visit that ``app.py`` prepared in this run."""
    visit = st.session_state[_KEY]
    assert isinstance(visit, Visit)  # noqa: S101 - tells the type checker what only we put there
    return visit
