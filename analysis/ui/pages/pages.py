"""版面: a raw page beside the articles it was cut into, and the tools that mend the cut."""

import streamlit as st

from analysis.resources import say
from analysis.study.records import Selection
from analysis.ui import cached
from analysis.ui.editing import mending, saving, workshop
from analysis.ui.reading import paging
from analysis.ui.visit import current_visit
from analysis.view.reading.galley import UNSURE, draw_cards, draw_page, list_lines, scroll_to
from analysis.view.reading.pages import list_cards

visit = current_visit()
language, study = visit.language, visit.catalogue.study
only = None if visit.selection == Selection() else visit.rows

# 1. Which page
page_id = paging.choose_page(cached.pages_of(study), only, language)
state = cached.state_of(study, page_id)
assert state is not None  # noqa: S101 - the page was chosen among those of the study
cut = state.cut
lines = list_lines(cut)
cards = list_cards(cut, language)
number = paging.find_number(cut)
left, right = st.columns([6, 5], gap="medium")

# 2. The raw page
with left:
    st.subheader(say("pages.raw", language), anchor=False)
    st.caption(say("pages.raw.note", language))
    st.html(draw_page(cut, language, chosen=number))

# 3. What it was cut into
with right:
    st.subheader(say("pages.result", language), anchor=False)
    unsure = sum(article.score < UNSURE for article in cut.articles)
    note = {"n": len(cards), "unsure": unsure, "threshold": f"{UNSURE:.0%}"}
    st.caption(say("pages.result.note", language, **note))
    if cards:
        st.html(draw_cards(cards, language, chosen=number))
        st.html(scroll_to(number, cut.page.id + study.digest), unsafe_allow_javascript=True)
        paging.choose_article(cut, number, language)
        article = cut.articles[number - 1]
        paging.show_article(article, lines, language)
        whole = cached.heads_of(study).get(article.id, article.id)
        at = visit.catalogue.find_place(whole)
        if at >= 0 and visit.rows[at]:
            paging.offer_reading(whole, language)
    else:
        st.info(say("pages.empty", language))

    # 4. The tools
    with st.container(border=True):
        st.subheader(say("mend.title", language), anchor=False)
        if not saving.is_own(study):
            st.caption(say("mend.copy", language))
        asked = [*mending.mend_article(cut, number, lines, language)] if cards else []
        asked += mending.mend_furniture(cut, number, lines, language)
        mending.show_edits(study, language)
        saving.offer_saving(study, language)
        if asked:
            workshop.add_edits(study, asked, language)
