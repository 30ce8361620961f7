"""修改: themes, words and the number of topics changed by one refit; settings and all edits."""

import streamlit as st

from analysis.resources import say
from analysis.study.records import Study
from analysis.study.tables import count_rows
from analysis.study.topics import list_topic_edits, needs_refit
from analysis.study.wordlists import compare_lists
from analysis.theme.edits import COUNT, TopicEdit
from analysis.ui import timing
from analysis.ui.editing import refits, saving, workshop
from analysis.ui.modelling import outcome, theming
from analysis.ui.modelling.drafts import drop_draft, read_draft
from analysis.ui.modelling.history import show_history
from analysis.ui.modelling.settings import show_settings
from analysis.ui.visit import Visit
from analysis.view.topics.edits import label_topics, name_topic_edit

# The edits that wait for a refit, by the folder of the study.
_WAITING = "waiting_edits"


def show_section(visit: Visit) -> None:
    """Show what can be changed, what waits for a refit, what was changed."""
    study, language = visit.catalogue.study, visit.language
    if not saving.is_own(study):
        st.caption(say("mend.copy", language))
    outcome.show_changes(visit)
    workshop.warn_misfits(study, language)
    waiting = _list_waiting(study)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(border=True):
        planned = study.recipe.with_topic_edits([*list_topic_edits(study), *waiting])
        asked = [
            *theming.change_themes(planned.themes, language),
            *_change_count(study, planned.settings.topics, language),
        ]
    if asked:
        _wait(study, [*waiting, *asked])
    with right:
        _show_waiting(study, waiting, language)
        with st.container(border=True):
            show_settings(study, language)
    show_history(study, language)


def _list_waiting(study: Study) -> list[TopicEdit]:
    waiting: dict[str, list[TopicEdit]] = st.session_state.get(_WAITING, {})
    return waiting.get(study.folder.name, [])


def _wait(study: Study, edits: list[TopicEdit]) -> None:
    st.session_state[_WAITING] = {study.folder.name: edits}
    st.rerun()


def _change_count(study: Study, planned: int | None, language: str) -> list[TopicEdit]:
    st.markdown(f"**{say('changes.count', language)}**")
    now = planned or count_rows(study.folder, "found_topics")
    st.caption(say("changes.count.now" if planned else "changes.count.auto", language, n=now))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.number_input(say("changes.count.label", language), 2, 200, now, key="count-of")
        if st.button(say("changes.count.take", language), key="count-take"):
            return [TopicEdit(COUNT, number=int(number))]
        if st.button(say("changes.count.rule", language), key="count-rule", disabled=not planned):
            return [TopicEdit(COUNT, number=0)]
    return []


def _show_waiting(study: Study, waiting: list[TopicEdit], language: str) -> None:
    with st.container(border=True):
        st.subheader(say("changes.waiting", language), anchor=False)
        labels = label_topics(study)
        for place, edit in enumerate(waiting):
            if _show_one(name_topic_edit(edit, labels, language), f"waiting-{place}", language):
                _wait(study, [*waiting[:place], *waiting[place + 1 :]])
        # Words that were changed in their own section go along: one refit does for all.
        words = compare_lists(study.recipe.words, read_draft(study))
        for place, edit in enumerate(words):
            st.text(name_topic_edit(edit, labels, language))
            if place == len(words) - 1 and _show_one(
                say("changes.words", language), "waiting-words", language
            ):
                drop_draft()
                st.rerun()
        _offer_refit(study, [*list_topic_edits(study), *waiting, *words], language)


def _show_one(words: str, key: str, language: str) -> bool:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(words)
        return st.button(say("changes.drop", language), key=key)


def _offer_refit(study: Study, edits: list[TopicEdit], language: str) -> None:
    ready = needs_refit(study, edits)
    st.caption(say("changes.refit.note" if ready else "changes.waiting.none", language))
    seconds, measured = timing.expect_seconds(study)
    key = "changes.refit.measured" if measured else "changes.refit"
    words = say(key, language, seconds=max(round(seconds), 1))
    busy = refits.is_refitting(study)
    if st.button(words, key="refit", type="primary", disabled=busy or not ready):
        st.session_state.pop(_WAITING, None)
        workshop.keep_topic_edits(study, edits, language)
