"""Edits of a visitor: done to a study of their own, so that nobody else's view changes.

The studies of the seed pages, of a folder and of uploads are shared by all who open them; the first
edit makes a copy with an address of its own, and further edits of this visit go to that copy.
"""

import os
from collections.abc import Sequence

import streamlit as st

from analysis.errors import BaotiError
from analysis.press.edits import AnyEdit, read_edits
from analysis.resources import say
from analysis.study.edits import replace_edits
from analysis.study.folder import open_study
from analysis.study.records import Study
from analysis.study.shelf import shelve_edited
from analysis.ui import parts, shelf

# The copies that this visit made, and what each was made of.
_OWN = "own_studies"


def is_own(study: Study) -> bool:
    """Whether the study is a copy that this visit made."""
    return study.folder.name in st.session_state.get(_OWN, {})


def add_edits(study: Study, edits: Sequence[AnyEdit], language: str) -> None:
    """Do further edits to the visitor's own copy, and draw the page anew."""
    keep_edits(study, (*read_edits(study.recipe.edits), *edits), language)


def keep_edits(study: Study, edits: Sequence[AnyEdit], language: str) -> None:
    """Make these the edits of the visitor's own copy, and draw the page anew.

    Where they cannot be done, why not is said and the study stays.
    """
    try:
        with st.spinner(say("mend.busy", language)):
            _keep(study, edits, language)
    except BaotiError as error:
        st.error(parts.escape(error.tell(language)))
        return
    st.rerun()


def _keep(study: Study, edits: Sequence[AnyEdit], language: str) -> None:
    if is_own(study):
        replace_edits(study, edits)
        return
    name = say("mend.name", language, name=study.name)
    copy = shelve_edited(study, edits, name=name).study
    st.session_state.setdefault(_OWN, {})[copy.folder.name] = str(study.folder)
    shelf.show_own(copy)


def offer_saving(study: Study, language: str) -> None:
    """Offer to save the edits of a copy to the folder that the dashboard was opened on."""
    folder = os.environ.get("BAOTI_STUDY")
    if not folder or st.session_state.get(_OWN, {}).get(study.folder.name) != folder:
        return
    if st.button(say("mend.save", language), icon=":material/save:", key="mend-save"):
        replace_edits(open_study(folder), read_edits(study.recipe.edits))
        st.success(parts.escape(say("mend.saved", language, folder=open_study(folder).name)))
