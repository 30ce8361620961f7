"""The tools of a topic: rename, give to a theme, merge, divide, hide; each can be undone."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.foreseeing import find_themes, foresee_theme
from analysis.study.records import Study
from analysis.study.topics import list_topic_edits, needs_refit
from analysis.theme.edits import ASSIGN, HIDE, MERGE, RENAME, SPLIT, TopicEdit
from analysis.ui.editing import saving, workshop
from analysis.ui.parts import escape
from analysis.view.frames import name_themes
from analysis.view.topics.edits import label_topics, name_topic, name_topic_edits

_MOST_PARTS = 8


def show_tools(catalogue: Catalogue, topics: Sequence[int], theme: str, language: str) -> None:
    """Draw the tools for one of the topics of a theme, and do what is asked."""
    study = catalogue.study
    labels, themes = label_topics(study), find_themes(study)
    with st.container(border=True):
        st.subheader(say("topic.tools", language), anchor=False)
        if not saving.is_own(study):
            st.caption(say("mend.copy", language))
        workshop.warn_misfits(study, language)
        topic = _choose_topic(topics, theme, labels, language)
        asked = [
            *_rename(topic, labels[topic], language),
            *_assign(catalogue, topic, themes[topic], language),
            *_merge(study, topic, labels, language),
            *_divide(topic, study.recipe.next_topic, language),
        ]
        _tell_merged(study, labels, language)
        _offer_undo(study, language)
        saving.offer_saving(study, language)
    if asked:
        workshop.add_topic_edits(study, asked, language)


def _choose_topic(
    topics: Sequence[int], theme: str, labels: Mapping[int, str], language: str
) -> int:
    """Return the topic that is edited: the only one, else one that is chosen."""
    if len(topics) == 1:
        st.caption(escape(name_topic(topics[0], labels)))
        return topics[0]
    return st.selectbox(
        say("topic.choose", language),
        topics,
        format_func=lambda one: name_topic(one, labels),
        key=f"topic-of-{theme}",
    )


def _tell_merged(study: Study, labels: Mapping[int, str], language: str) -> None:
    """Say where a topic stands that the last edit merged: it may be under another theme now."""
    edits = list_topic_edits(study)
    topic = edits[-1].topic if edits and edits[-1].edit == MERGE else None
    if topic is None or topic not in labels:
        return
    called = name_themes(study, language)[find_themes(study)[topic]]
    words = say("topic.merged", language, topic=labels[topic], theme=called)
    st.info(escape(words), icon=":material/merge:")


def _offer_undo(study: Study, language: str) -> None:
    """Offer to take back the last edit of topics; all others are listed on the page 模型."""
    edits = list_topic_edits(study)
    if not edits:
        return
    left = edits[:-1]
    told = name_topic_edits(study, language)[-1]
    key = "topic.undo.refit" if needs_refit(study, left) else "topic.undo"
    words = say(key, language, edit=told)
    if st.button(escape(words), icon=":material/undo:", key="topic-undo"):
        workshop.keep_topic_edits(study, left, language)


def _rename(topic: int, label: str, language: str) -> Sequence[TopicEdit]:
    # What is called otherwise by now (undone, another study) is another field: it shows the name.
    key = f"topic-name-{topic}-{label}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(say("topic.name", language), label, key=key)
        # Not disabled while the name is the old one: the click ends the typing.
        pressed = st.button(say("topic.rename", language), key="topic-rename")
        if pressed and name.strip() not in {"", label}:
            return [TopicEdit(RENAME, topic=topic, name=name.strip())]
    return []


def _assign(catalogue: Catalogue, topic: int, now: str, language: str) -> Sequence[TopicEdit]:
    """Draw the choice of a theme, at first the one that the topic stands under ``now``."""
    names = name_themes(catalogue.study, language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        theme = st.selectbox(
            say("topic.theme", language),
            catalogue.themes,
            catalogue.themes.index(now),
            format_func=lambda one: names[one],
            # After an edit that moved it, a fresh choice: the old one would show the old theme.
            key=f"topic-theme-{topic}-{now}",
        )
        if st.button(say("topic.assign", language), key="topic-assign"):
            return [TopicEdit(ASSIGN, topic=topic, theme=theme)]
        if st.button(say("topic.hide", language), key="topic-hide"):
            return [TopicEdit(HIDE, topic=topic)]
    return []


def _merge(
    study: Study, topic: int, labels: Mapping[int, str], language: str
) -> Sequence[TopicEdit]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        others = st.multiselect(
            say("topic.others", language),
            [one for one in labels if one != topic],
            format_func=lambda one: name_topic(one, labels),
            key=f"topic-others-{topic}",
            placeholder=say("topic.others.hint", language),
            select_all=False,
        )
        if st.button(say("topic.merge", language), key="topic-merge", disabled=not others):
            return [TopicEdit(MERGE, topic=topic, others=tuple(others))]
    if others and (told := foresee_theme(study, topic, others)) != find_themes(study)[topic]:
        called = name_themes(study, language)[told]
        words = say("topic.merge.theme", language, topic=labels[topic], theme=called)
        st.caption(escape(words))
    return []


def _divide(topic: int, free: int, language: str) -> Sequence[TopicEdit]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        count = st.number_input(
            say("topic.parts", language), 2, _MOST_PARTS, 2, key="topic-parts", width=160
        )
        if st.button(say("topic.split", language), key="topic-split"):
            return [TopicEdit(SPLIT, topic=topic, others=tuple(range(free, free + int(count))))]
    return []
