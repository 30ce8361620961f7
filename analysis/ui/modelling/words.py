"""词语: new words, the three lists, and what a change does before it is made."""

import streamlit as st

from analysis.errors import BaotiError
from analysis.resources import say
from analysis.study.records import Study
from analysis.study.wordlists import compare_lists
from analysis.study.words import Trial, find_touched, try_words
from analysis.theme.settings import Words
from analysis.ui import parts, tables
from analysis.ui.editing import refits, workshop
from analysis.ui.modelling.drafts import drop_draft, read_draft
from analysis.ui.modelling.lists import edit_lists
from analysis.ui.modelling.offers import offer_words
from analysis.ui.visit import Visit
from analysis.view.frames import article_frame, name_themes
from analysis.view.topics.wording import article_changes, draw_recuts, name_changes, topic_changes

_TRIAL = "word_trial"
_EXAMPLES = 8


def show_section(visit: Visit) -> None:
    """Draw the draft's effect first, once there is one; then new words and lists."""
    study, language = visit.catalogue.study, visit.language
    draft = read_draft(study)
    if draft != study.recipe.words:
        with st.container(border=True):
            _show_draft(visit, draft)
    offer_words(study, language)
    edit_lists(study, language)


def _show_draft(visit: Visit, draft: Words) -> None:
    study, language = visit.catalogue.study, visit.language
    st.subheader(say("words.draft", language), anchor=False)
    changes = name_changes(compare_lists(study.recipe.words, draft), language)
    st.markdown("\n".join(f"- {parts.escape(one)}" for one in changes))
    touched = find_touched(study, draft)
    n = {"articles": len(touched.articles), "topics": len(touched.topics)}
    st.markdown(parts.escape(say("words.touched", language, **n)))
    if touched.examples:
        recuts = [recut for _, recut in touched.examples[:_EXAMPLES]]
        st.html(draw_recuts(recuts, study.recipe.words, draft, language))
    with st.container(horizontal=True):
        tried = st.button(say("words.try", language), icon=":material/science:", key="try")
        busy = refits.is_refitting(study)
        label = say("words.apply", language)
        if st.button(label, type="primary", key="apply", disabled=busy):
            edits = compare_lists(study.recipe.words, draft)
            workshop.add_topic_edits(study, edits, language)
        if st.button(say("words.discard", language), icon=":material/close:", key="discard"):
            drop_draft()
            st.rerun()
    if tried:
        _try_draft(study, draft, language)
    kept = st.session_state.get(_TRIAL)
    if kept and kept[0] == (study.digest, draft):
        _show_trial(visit, kept[1])


def _try_draft(study: Study, draft: Words, language: str) -> None:
    try:
        with parts.show_stages(say("words.trying", language), language) as report:
            trial = try_words(study, draft, report=report)
    except BaotiError as error:
        st.error(parts.escape(error.tell(language)))
        return
    st.session_state[_TRIAL] = ((study.digest, draft), trial)


def _show_trial(visit: Visit, trial: Trial) -> None:
    catalogue, language = visit.catalogue, visit.language
    before, after = trial.n_topics
    facts = {
        "fitted": trial.fitted,
        "whole": trial.whole,
        "before": before,
        "after": after,
        "topics": len(trial.topics),
        "moved": len(trial.moved),
    }
    st.markdown(parts.escape(say("words.trial", language, **facts)))
    if trial.topics:
        tables.show_changes(topic_changes(trial, language), language)
    if trial.moved:
        frame = article_frame(catalogue, catalogue.main >= -1, language)
        headlines = dict(zip(frame["article_id"], frame["headline"], strict=True))
        themes = name_themes(catalogue.study, language)
        moved = article_changes(trial, headlines, themes, language)
        tables.show_changes(moved.drop(columns="article_id"), language)
