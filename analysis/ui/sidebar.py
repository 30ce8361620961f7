"""The sidebar: language, study, and the filters. Every choice stands in the address bar."""

from dataclasses import replace
from typing import Literal

import streamlit as st

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection, Study
from analysis.study.select import Mask, select_rows
from analysis.ui.linked import choose_key
from analysis.ui.parts import escape
from analysis.ui.server import mark_of
from analysis.ui.studies import shelf
from analysis.view.frames import name_newspaper, name_themes
from analysis.view.source import theme_colours

_LANGUAGE_NAMES = {"zh": "中文", "en": "English"}
_THEME_KEY = "theme."
_PAPER_KEY, _SEARCH_KEY = "paper", "q"


def choose_language() -> str:
    """Return "zh" or "en"; Chinese first."""
    with st.sidebar:
        return choose_key("语言 / Language", _LANGUAGE_NAMES, parameter="lang", shown=False)


def choose_study(language: str) -> Study:
    """Return the study of the link, of an upload, or of the seed pages."""
    with st.sidebar:
        return shelf.choose_study(language)


def choose_selection(catalogue: Catalogue, language: str) -> Selection:
    """Draw the filters and return what they select; the counts follow the other filters."""
    with st.sidebar:
        themes = st.container(gap="xsmall")
        newspapers = _choose_newspapers(catalogue, language)
        search = st.text_input(
            say("filter.search", language),
            key=_SEARCH_KEY,
            bind="query-params",
            placeholder=say("filter.search.hint", language),
        )
        copies = _choose_copies(catalogue, language)
    others = Selection(newspapers=newspapers, search=search, copies=copies)
    with themes:
        chosen = _choose_themes(catalogue, select_rows(catalogue, others), language)
    return replace(others, themes=chosen)


def _choose_themes(catalogue: Catalogue, others: Mask, language: str) -> tuple[str, ...]:
    st.markdown(f"**{say('filter.themes', language)}**")
    names = name_themes(catalogue.study, language)
    colours = theme_colours(catalogue.study, language)
    chosen = []
    for number, theme in enumerate(catalogue.themes):
        count = int((others & (catalogue.main == number)).sum())
        label = f"{mark_of(colours[names[theme]])} {escape(names[theme])} · {count}"
        # The key and not the label stands in the link: counts and language may change.
        if st.checkbox(label, key=_THEME_KEY + theme, bind="query-params"):
            chosen.append(theme)
    return tuple(chosen)


def _choose_newspapers(catalogue: Catalogue, language: str) -> tuple[str, ...]:
    papers = sorted(set(catalogue.articles["newspaper"].to_pylist()))
    chosen = st.multiselect(
        say("filter.newspapers", language),
        papers,
        format_func=lambda paper: name_newspaper(paper, language),
        key=_PAPER_KEY,
        bind="query-params",
        placeholder=say("filter.newspapers.all", language),
    )
    return tuple(chosen)


def _choose_copies(catalogue: Catalogue, language: str) -> Literal["each", "once"]:
    """Ask how the printings of one story count; a study without copies has nothing to ask."""
    if not (catalogue.groups >= 0).any():
        return "each"
    # No choice of two labels: they would stand in the link, and change with the language.
    once = st.toggle(
        say("filter.copies", language),
        key="once",
        bind="query-params",
        help=say("filter.copies.hint", language),
    )
    return "once" if once else "each"


def tell_selection(catalogue: Catalogue, rows: Mask, selection: Selection, language: str) -> None:
    """Say how much is selected; offer to clear the filters where there are any."""
    # How copies count is no filter: it changes what there is to select from.
    unfiltered = Selection(copies=selection.copies)
    everything = int(select_rows(catalogue, unfiltered).sum())
    with st.sidebar:
        st.caption(say("filter.selected", language, selected=int(rows.sum()), all=everything))
        if selection != unfiltered:
            st.button(
                say("filter.reset", language),
                icon=":material/filter_alt_off:",
                on_click=clear_filters,
                args=(catalogue.themes,),
                key="reset",
            )


def clear_filters(themes: tuple[str, ...]) -> None:
    """Take every filter back; a callback, run before the widgets are drawn again."""
    for theme in themes:
        st.session_state[_THEME_KEY + theme] = False
    st.session_state[_PAPER_KEY] = []
    st.session_state[_SEARCH_KEY] = ""
