"""主题: one theme: its words, its topics, its strongest articles."""

import streamlit as st

from analysis.resources import say
from analysis.theme.records import OTHER
from analysis.ui import badges, parts, tables
from analysis.ui.controls import choose_key
from analysis.ui.editing import retopic
from analysis.ui.opening import Target, open_target
from analysis.ui.reading import quoting
from analysis.ui.visit import current_visit
from analysis.view.exhibits.themes import show_cloud, show_terms, show_topics
from analysis.view.frames import name_themes, strongest_articles, theme_weights, topic_frame
from analysis.view.topics.badges import theme_badges, topic_badges
from analysis.view.topics.groups import group_frame
from analysis.view.topics.modelling import list_alarms

visit = current_visit()
language, catalogue, rows = visit.language, visit.catalogue, visit.rows
study = catalogue.study
names = name_themes(study, language)

# 1. Which theme
theme = choose_key(
    say("themes.choose", language),
    {theme: parts.escape(names[theme]) for theme in catalogue.themes},
    parameter="of",
)
called = names[theme]
if not theme_weights(study, theme):
    st.info(say("empty.theme", language))
    st.stop()

judged = badges.find_judged(study, language)
badges.show_badges([theme_badges(study, judged, language)[theme]])

# 2. Its words and its topics
left, right = st.columns([3, 2], gap="medium")
with left:
    parts.show_cloud(show_cloud(catalogue, theme, language), study.name)
    if theme == OTHER and len(groups := group_frame(catalogue, language)):
        title = say("groups.title", language, theme=called)
        st.subheader(parts.escape(title), anchor=False)
        st.caption(say("groups.note", language))
        tables.show_groups(groups, language)
    parts.show_chart(show_topics(catalogue, theme, language), study.name)
    parts.show_alarms(list_alarms(catalogue, language, theme=theme), language)
    with st.expander(say("themes.stability", language), expanded=True):
        listed = topic_badges(study, judged, language)
        topics = show_topics(catalogue, theme, language).frame["topic_id"]
        badges.show_badges(listed[topic] for topic in topics)
        badges.offer_judging(study, judged, language)
with right:
    parts.show_chart(show_terms(catalogue, theme, language), study.name)

# 3. Its strongest sentences
quoting.show_quotations(visit, theme)

# 4. Its strongest articles
st.subheader(parts.escape(say("themes.articles", language, theme=called)), anchor=False)
st.caption(say("themes.articles.note", language))
strongest = strongest_articles(catalogue, rows, theme, language).head(20)
if picked := tables.choose_article(strongest, language, key="strongest"):
    open_target(Target("articles", {"article": [picked]}))

# 5. The tools of its topics
own = topic_frame(catalogue, rows, theme)["topic_id"].tolist()
retopic.show_tools(catalogue, own, theme, language)
