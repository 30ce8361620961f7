"""The sidebar: language, study, and the filters. Every choice stands in the address bar."""

import streamlit as st

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection, Study
from analysis.study.select import Mask, leave_out
from analysis.ui import address, cached
from analysis.ui.controls import choose_key, choose_many, switch, type_text
from analysis.ui.filters.chosen import name_selection, read_selection
from analysis.ui.parts import escape
from analysis.ui.server import mark_of
from analysis.ui.studies import shelf
from analysis.view.frames import name_newspaper, name_themes
from analysis.view.source import theme_colours

_LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def choose_language() -> str:
    """Return "zh" or "en"; Chinese first."""
    with st.sidebar:
        return choose_key("语言 / Language", _LANGUAGE_NAMES, parameter="lang", shown=False)


def choose_study(language: str) -> Study:
    """Return the study of the link, of an upload, or of the seed pages."""
    with st.sidebar:
        return shelf.choose_study(language)


def choose_selection(catalogue: Catalogue, language: str) -> Selection:
    """Draw the filters and return what the address selects; counts follow the other filters."""
    selection = read_selection(catalogue)
    with st.sidebar:
        _choose_themes(catalogue, selection, language)
        papers = {name: name_newspaper(name, language) for name in catalogue.facets.paper_names}
        hint = say("filter.newspapers.all", language)
        choose_many(say("filter.newspapers", language), papers, parameter="paper", hint=hint)
        hint = say("filter.search.hint", language)
        type_text(say("filter.search", language), parameter="q", hint=hint)
        # A study without copies has nothing to ask.
        if (catalogue.groups >= 0).any():
            more = say("filter.copies.hint", language)
            switch(say("filter.copies", language), parameter="once", more=more)
    return selection


def _choose_themes(catalogue: Catalogue, selection: Selection, language: str) -> None:
    st.markdown(f"**{say('filter.themes', language)}**")
    others = cached.rows_of(catalogue, leave_out(selection, "themes", "topics"))
    names = name_themes(catalogue.study, language)
    colours = theme_colours(catalogue.study, language)
    for number, theme in enumerate(catalogue.themes):
        count = int((others & (catalogue.main == number)).sum())
        label = f"{mark_of(colours[names[theme]])} {escape(names[theme])} · {count}"
        key = f"theme.{theme}"
        st.session_state[key] = theme in selection.themes
        st.checkbox(label, key=key, on_change=_toggle_theme, args=(selection, theme))


def _toggle_theme(selection: Selection, theme: str) -> None:
    others = tuple(one for one in selection.themes if one != theme)
    added = (theme,) if st.session_state[f"theme.{theme}"] else ()
    address.put("theme", *others, *added)


def tell_selection(catalogue: Catalogue, rows: Mask, selection: Selection, language: str) -> None:
    """Say how much is selected; offer to clear the filters where there are any."""
    # How copies count is no filter: it changes what there is to select from.
    unfiltered = Selection(copies=selection.copies)
    everything = int(cached.rows_of(catalogue, unfiltered).sum())
    with st.sidebar:
        st.caption(say("filter.selected", language, selected=int(rows.sum()), all=everything))
        if selection != unfiltered:
            st.button(
                say("filter.reset", language),
                icon=":material/filter_alt_off:",
                on_click=_clear_filters,
                args=(unfiltered,),
                key="reset",
            )


def _clear_filters(unfiltered: Selection) -> None:
    """Take every filter back; a callback, run before the controls are drawn again."""
    for name, values in name_selection(unfiltered).items():
        address.put(name, *values)
