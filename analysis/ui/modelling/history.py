"""修改记录: all edits of topics and of pages in one place; each can be undone."""

import streamlit as st

from analysis.resources import say
from analysis.study.records import Study
from analysis.study.topics import find_topic_misfits, list_topic_edits, needs_refit
from analysis.ui import parts
from analysis.ui.editing import mending, saving, workshop
from analysis.view.topics.edits import name_topic_edits


def show_history(study: Study, language: str) -> None:
    """List the edits of a study, those that misfit with why, and offer to save them."""
    _show_topic_edits(study, language)
    with st.container(border=True):
        n = len(study.recipe.edits)
        st.subheader(say("changes.edits.pages", language, n=n), anchor=False)
        mending.list_edits(study, language)
    saving.offer_saving(study, language)


def _show_topic_edits(study: Study, language: str) -> None:
    edits = list_topic_edits(study)
    with st.container(border=True):
        st.subheader(say("changes.edits", language, n=len(edits)), anchor=False)
        if not edits:
            st.caption(say("mend.none", language))
        told = name_topic_edits(study, language)
        why = {one.edit: one.error.tell(language) for one in find_topic_misfits(study)}
        for number, edit in enumerate(edits, 1):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(f"{number}. {told[number - 1]}")
                left = [*edits[: number - 1], *edits[number:]]
                undo = "changes.undo.refit" if needs_refit(study, left) else "changes.undo"
                if st.button(say(undo, language, n=number), key=f"undo-topic-{number}"):
                    workshop.keep_topic_edits(study, left, language)
            if edit in why:
                st.caption(parts.escape(say("mend.misfit", language, why=why[edit])))
