"""主题: one theme or one topic of it: its words, its newspapers, its sentences, its articles."""

import streamlit as st

from analysis.resources import say
from analysis.theme.records import OTHER
from analysis.ui import cached, parts, tables
from analysis.ui.editing import retopic
from analysis.ui.reading import quoting
from analysis.ui.subjects import choosing, numbers, strongest, words
from analysis.ui.visit import current_visit
from analysis.view.frames import rank_topics
from analysis.view.topics.groups import group_frame
from analysis.view.topics.modelling import list_alarms

visit = current_visit()
language, catalogue = visit.language, visit.catalogue
study = catalogue.study

# 1. Which theme or topic, and what it is
subject = choosing.choose_subject(visit)
if cached.terms_of(study, subject).empty:
    st.info(say("empty.theme", language))
    st.stop()
left, right = st.columns(2, gap="medium")
with left:
    words.tell_facts(visit, subject)
with right:
    weight = words.choose_relevance(language)
words.show_words(visit, subject, weight)

# 2. Where and when
numbers.show_numbers(visit, subject)

# 3. What 其他 is made of
if (
    subject.theme == OTHER
    and subject.topic is None
    and len(groups := group_frame(catalogue, language))
):
    st.subheader(
        parts.escape(say("groups.title", language, theme=say("theme.other", language))),
        anchor=False,
    )
    st.caption(say("groups.note", language))
    tables.show_groups(groups, language)

# 4. Its strongest sentences and articles
quoting.show_quotations(visit, subject)
strongest.show_strongest(visit, subject)

# 5. How far to trust its topics, and the tools of topics
parts.show_alarms(list_alarms(catalogue, language, theme=subject.theme), language)
own = [subject.topic] if subject.topic else rank_topics(catalogue, visit.rows, subject.theme)
retopic.show_tools(catalogue, own, subject.theme, language)
