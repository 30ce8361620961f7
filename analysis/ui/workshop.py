"""Edits of a visitor: done to a study of their own, so that nobody else's view changes.

The studies of the seed pages, of a folder and of uploads are shared by all who open them; the first
edit makes a copy with an address of its own, and further edits of this visit go to that copy.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import streamlit as st

from analysis.errors import BaotiError
from analysis.press.edits import AnyEdit, read_edits
from analysis.resources import say
from analysis.study.edits import replace_edits
from analysis.study.folder import open_study
from analysis.study.records import Built, Failure, Study
from analysis.study.shelf import shelve_edited
from analysis.ui import parts, shelf

# The copies that this visit made, by name, and what each was made of.
_OWN = "own_studies"
# What the last edit of this visit told to misfit, by the name of the copy.
_MISFITS = "told_misfits"


@dataclass(frozen=True, slots=True)
class _Source:
    """The folder that a copy was made of, and its edits when it last agreed with the copy."""

    folder: str
    edits: tuple[AnyEdit, ...]


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
        _note_misfits(replace_edits(study, edits))
        return
    name = say("mend.name", language, name=study.name)
    built = shelve_edited(study, edits, name=name)
    source = _Source(str(study.folder), read_edits(study.recipe.edits))
    st.session_state.setdefault(_OWN, {})[built.study.folder.name] = source
    _note_misfits(built)
    shelf.show_own(built.study)


def _note_misfits(built: Built) -> None:
    """Keep what misfits until the next edit: the page is drawn anew before it can be read."""
    st.session_state[_MISFITS] = {built.study.folder.name: built.misfits}


def warn_misfits(study: Study, language: str) -> None:
    """Warn of the edits of the visitor's own copy that the last edit left without their ground."""
    _warn(st.session_state.get(_MISFITS, {}).get(study.folder.name, ()), language)


def _warn(misfits: Sequence[Failure], language: str) -> None:
    for one in misfits:
        why = one.zh if language == "zh" else one.en
        st.warning(parts.escape(say("mend.misfit", language, why=why)))


def offer_saving(study: Study, language: str) -> None:
    """Offer to save the edits of a copy to the folder that the dashboard was opened on.

    Edits that the folder got since the copy was made stay; only what was done since is saved.
    """
    folder = os.environ.get("BAOTI_STUDY")
    source: _Source | None = st.session_state.get(_OWN, {}).get(study.folder.name)
    if not folder or source is None or source.folder != folder:
        return
    if not st.button(say("mend.save", language), icon=":material/save:", key="mend-save"):
        return
    try:
        with st.spinner(say("mend.busy", language)):
            _save(study, source, language)
    except BaotiError as error:
        st.error(parts.escape(error.tell(language)))


def _save(study: Study, source: _Source, language: str) -> None:
    target = open_study(source.folder)
    own, saved = read_edits(study.recipe.edits), read_edits(target.recipe.edits)
    built = replace_edits(target, merge_edits(source.edits, own, saved))
    # What is saved once is not new the next time.
    st.session_state[_OWN][study.folder.name] = _Source(source.folder, own)
    st.success(parts.escape(say("mend.saved", language, folder=built.study.name)))
    if saved != source.edits:
        st.info(say("mend.merged", language))
    _warn(built.misfits, language)


def merge_edits(
    started: Sequence[AnyEdit], own: Sequence[AnyEdit], saved: Sequence[AnyEdit]
) -> tuple[AnyEdit, ...]:
    """Return the saved edits with what was done to a copy since: edits undone, and edits added.

    ``started`` are the edits that the copy began with, ``own`` those that it has now: what is left
    of the former, in their order, and then the new ones.

    Examples
    --------
    >>> from analysis.press.edits import StoryEdit
    >>> first, second, third = (StoryEdit("unlink", f"0a1b2c3d4e5f-{n:06d}") for n in range(3))
    >>> merge_edits([first], [second], [first, third]) == (third, second)
    True
    """
    kept, undone = 0, set()
    for place, edit in enumerate(started):
        if kept < len(own) and own[kept] == edit:
            kept += 1
        else:
            undone.add(place)
    # The same edit may stand there twice: places tell which of them was undone.
    same = SequenceMatcher(None, started, saved, autojunk=False).get_matching_blocks()
    gone = {b + n for a, b, size in same for n in range(size) if a + n in undone}
    left = (edit for place, edit in enumerate(saved) if place not in gone)
    return (*left, *own[kept:])
