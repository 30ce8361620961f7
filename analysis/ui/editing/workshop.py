"""Edits of a visitor: done to a study of their own, so that nobody else's view changes.

The studies of the seed pages, of a folder and of uploads are shared by all who open them; the first
edit, of pages or of topics, makes a copy with an address of its own, and further edits of this
visit go to that copy.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from analysis.errors import BaotiError
from analysis.press.edits import AnyEdit, read_edits
from analysis.resources import say
from analysis.study.changes import Changes, compare_snapshots, take_snapshot
from analysis.study.edits import replace_edits
from analysis.study.records import Built, Report, Study
from analysis.study.shelf import shelve_copy
from analysis.study.topics import list_topic_edits, needs_refit, replace_topic_edits
from analysis.theme.edits import TopicEdit
from analysis.ui import parts
from analysis.ui.editing import refits, saving
from analysis.ui.studies import shelf

# What the last edit of this visit told to misfit, by the name of the copy.
_MISFITS = "told_misfits"

Make = Callable[[Path | None, str | None], Built]
"""Writes an edited study to a folder under a name; None: to its own, under its own."""


def add_edits(study: Study, edits: Sequence[AnyEdit], language: str) -> None:
    """Do further edits to the visitor's own copy, and draw the page anew."""
    keep_edits(study, (*read_edits(study.recipe.edits), *edits), language)


def keep_edits(study: Study, edits: Sequence[AnyEdit], language: str) -> None:
    """Make these the edits of the visitor's own copy, and draw the page anew.

    Where they cannot be done, why not is said and the study stays.
    """

    def make(target: Path | None, name: str | None) -> Built:
        return replace_edits(study, edits, target=target, name=name)

    _keep(study, make, language)


def add_topic_edits(study: Study, edits: Sequence[TopicEdit], language: str) -> None:
    """Do further edits of topics to the visitor's own copy, and draw the page anew."""
    keep_topic_edits(study, (*list_topic_edits(study), *edits), language)


def keep_topic_edits(study: Study, edits: Sequence[TopicEdit], language: str) -> None:
    """Make these the edits of topics of the visitor's own copy, and draw the page anew.

    Themes, words and the number of topics need a refit: it goes on in the background, and its
    result is shown when it is there. Where the edits cannot be done, why not is said and the study
    stays.
    """

    def make(target: Path | None, name: str | None) -> Built:
        return replace_topic_edits(study, edits, target=target, name=name)

    if needs_refit(study, edits):
        _refit(study, edits, language)
    else:
        _keep(study, make, language)


def _refit(study: Study, edits: Sequence[TopicEdit], language: str) -> None:
    if refits.is_refitting(study):
        st.warning(say("changes.wait", language))
        return
    name = None if saving.is_own(study) else say("mend.name", language, name=study.name)

    def make(target: Path | None, report: Report) -> Built:
        return replace_topic_edits(study, edits, target=target, name=name, report=report)

    def work(report: Report) -> tuple[Built, Changes]:
        before = take_snapshot(study)
        built = shelve_copy(lambda to: make(to, report)) if name else make(None, report)
        return built, compare_snapshots(before, take_snapshot(built.study))

    refits.start_refit(study, work, lambda built: _show(study, built))
    st.rerun()


def _keep(study: Study, make: Make, language: str) -> None:
    if refits.is_refitting(study):
        # It began with the study as it is: what is done now would be lost.
        st.warning(say("changes.wait", language))
        return
    try:
        with st.spinner(say("mend.busy", language)):
            if saving.is_own(study):
                built = make(None, None)
            else:
                name = say("mend.name", language, name=study.name)
                built = shelve_copy(lambda target: make(target, name))
    except BaotiError as error:
        st.error(parts.escape(error.tell(language)))
        return
    _show(study, built)
    st.rerun()


def _show(study: Study, built: Built) -> None:
    """Show an edited study from now on: the visitor's own copy of ``study``."""
    _note_misfits(built)
    if not saving.is_own(study):
        saving.note_own(built.study, of=study)
        shelf.show_own(built.study)


def _note_misfits(built: Built) -> None:
    """Keep what misfits until the next edit: the page is drawn anew before it can be read."""
    st.session_state[_MISFITS] = {built.study.folder.name: built.misfits}


def warn_misfits(study: Study, language: str) -> None:
    """Warn of the edits of the visitor's own copy that the last edit left without their ground."""
    parts.warn_misfits(st.session_state.get(_MISFITS, {}).get(study.folder.name, ()), language)
