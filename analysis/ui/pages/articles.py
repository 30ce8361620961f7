"""文章: the selected articles, and one of them to read with the words that carried its theme."""

import streamlit as st

from analysis.resources import say
from analysis.ui import cached, parts, tables
from analysis.ui.reading import article as reading
from analysis.ui.visit import current_visit
from analysis.view.export.files import download_name, table_csv
from analysis.view.frames import article_frame

visit = current_visit()
language, catalogue, rows = visit.language, visit.catalogue, visit.rows
study = catalogue.study
frame = article_frame(catalogue, rows, language)

# 1. The list
with st.container(horizontal=True, horizontal_alignment="distribute"):
    st.subheader(say("articles.list", language, n=len(frame)), anchor=False)
    st.download_button(
        say("download.table", language),
        lambda: table_csv(frame),
        file_name=download_name(study.name, say("page.articles", language), parts.today(), "csv"),
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
picked = tables.choose_article(frame, language, key="list", parameter="article")

# 2. The reader
if picked is None:
    st.caption(say("articles.choose", language))
    st.stop()
reading.show_article(cached.explainer_of(study), catalogue, picked, language)
