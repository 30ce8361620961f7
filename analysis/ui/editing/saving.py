"""The copies that a visit made of studies, and how what was changed in them is saved back."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

import streamlit as st

from analysis.errors import BaotiError
from analysis.press.edits import AnyEdit, read_edits
from analysis.resources import say
from analysis.study.edits import replace_edits
from analysis.study.folder import open_study
from analysis.study.linking import copy_study
from analysis.study.records import Failure, Study
from analysis.study.topics import list_topic_edits, replace_topic_edits
from analysis.theme.edits import TopicEdit
from analysis.ui import parts

AnyKind = TypeVar("AnyKind")
# The copies that this visit made, by name, and what each was made of.
_OWN = "own_studies"


@dataclass(frozen=True, slots=True)
class _Source:
    """The folder that a copy was made of, as it was when it last agreed with the copy."""

    folder: str
    digest: str
    edits: tuple[AnyEdit, ...]
    topic_edits: tuple[TopicEdit, ...]


def is_own(study: Study) -> bool:
    """Whether the study is a copy that this visit made."""
    return study.folder.name in st.session_state.get(_OWN, {})


def note_own(study: Study, *, of: Study) -> None:
    """Note that this visit made a study as a copy of another."""
    source = _Source(str(of.folder), of.digest, read_edits(of.recipe.edits), list_topic_edits(of))
    st.session_state.setdefault(_OWN, {})[study.folder.name] = source


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
    same = target.digest == source.digest
    told = _copy_back(study, target) if same else _merge_back(study, source, target)
    saved = open_study(source.folder)
    # What is saved once is not new the next time; a folder with more in it than the copy has is
    # no state that the copy agrees with.
    agreed = replace(saved, recipe=study.recipe, digest=saved.digest if same else "")
    note_own(study, of=agreed)
    st.success(parts.escape(say("mend.saved", language, folder=saved.name)))
    if not same:
        st.info(say("mend.merged", language))
    parts.warn_misfits(told, language)


def _copy_back(study: Study, target: Study) -> tuple[Failure, ...]:
    """Put the copy in the place of the folder, which nobody changed: its topics keep their ids."""
    recipe = replace(study.recipe, name=target.recipe.name)
    copy_study(study, target.folder, recipe)
    return ()


def _merge_back(study: Study, source: _Source, target: Study) -> tuple[Failure, ...]:
    edits = merge_edits(
        source.edits, read_edits(study.recipe.edits), read_edits(target.recipe.edits)
    )
    of_topics = merge_edits(source.topic_edits, list_topic_edits(study), list_topic_edits(target))
    told: tuple[Failure, ...] = ()
    if edits != read_edits(target.recipe.edits):
        built = replace_edits(target, edits)
        target, told = built.study, built.misfits
    if of_topics != list_topic_edits(target):
        told += replace_topic_edits(target, of_topics).misfits
    return told


def merge_edits(
    started: Sequence[AnyKind], own: Sequence[AnyKind], saved: Sequence[AnyKind]
) -> tuple[AnyKind, ...]:
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
