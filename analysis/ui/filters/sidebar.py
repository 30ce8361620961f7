"""The sidebar: language, study, and the filters. Every choice stands in the address bar."""

from functools import partial

import streamlit as st

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.choices import count_choices
from analysis.study.records import Selection, Study
from analysis.study.select import Mask
from analysis.ui import cached
from analysis.ui.controls import choose_key
from analysis.ui.filters import choices, tree
from analysis.ui.filters.chosen import list_strange, put_selection, read_selection
from analysis.ui.parts import escape
from analysis.ui.studies import building, shelf, uploads
from analysis.view.selected import tell_selection

_LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def choose_language() -> str:
    """Return "zh" or "en"; Chinese first."""
    with st.sidebar:
        return choose_key("语言 / Language", _LANGUAGE_NAMES, parameter="lang", shown=False)


def choose_study(language: str) -> Study:
    """Return the study of the link, of an upload, or of the seed pages; offer an upload."""
    with st.sidebar:
        study = shelf.choose_study(language)
        building.tell_built(study, language)
        uploads.offer_upload(language)
    return study


def choose_selection(catalogue: Catalogue, language: str) -> tuple[Selection, Mask]:
    """Draw the filters; return what the address selects, and the rows that this means."""
    selection = read_selection(catalogue)
    rows = cached.rows_of(catalogue, selection)
    counts = count_choices(catalogue, selection, partial(cached.rows_of, catalogue))
    with st.sidebar, st.container(gap="small"):
        # What is used most stands first.
        tree.choose_topics(catalogue, selection, counts, language)
        choices.search_for(catalogue, selection, rows, language)
        choices.choose_newspapers(catalogue, selection, counts, language)
        choices.choose_days(catalogue, selection, counts, language)
        choices.choose_rest(catalogue, selection, counts, language)
        _tell(catalogue, rows, selection, language)
    return selection, rows


def tell_narrowed(catalogue: Catalogue, rows: Mask, selection: Selection, language: str) -> None:
    """Say at the head of a page what narrows it, and what cannot: the sidebar may be folded."""
    tell_strange(catalogue, language)
    if told := tell_selection(catalogue, selection, language):
        facts = {"told": told, **_count(catalogue, rows, selection)}
        st.caption(escape(say("filter.told", language, **facts)))


def tell_strange(catalogue: Catalogue, language: str, prefix: str = "") -> None:
    """Say what the address names, behind a prefix, that the study does not have."""
    if strange := list_strange(catalogue, prefix):
        listed = say("told.between", language).join(strange)
        st.warning(escape(say("filter.strange", language, listed=listed)))


def _tell(catalogue: Catalogue, rows: Mask, selection: Selection, language: str) -> None:
    """Say what is selected and how much that is; offer to clear the filters where there are any."""
    st.caption(say("filter.selected", language, **_count(catalogue, rows, selection)))
    if selection == _unfilter(selection):
        return
    st.caption(escape(tell_selection(catalogue, selection, language)))
    offer_reset(selection, language, key="reset")


def offer_reset(selection: Selection, language: str, *, key: str) -> None:
    """Draw the button that takes all filters away."""
    st.button(
        say("filter.reset", language),
        icon=":material/filter_alt_off:",
        help=say("filter.reset.help", language),
        on_click=put_selection,
        args=(_unfilter(selection),),
        key=key,
    )


def _count(catalogue: Catalogue, rows: Mask, selection: Selection) -> dict[str, str]:
    everything = cached.rows_of(catalogue, _unfilter(selection))
    return {"selected": f"{int(rows.sum()):,}", "all": f"{int(everything.sum()):,}"}


def _unfilter(selection: Selection) -> Selection:
    # How copies count is no filter: it changes what there is to select from.
    return Selection(copies=selection.copies)
