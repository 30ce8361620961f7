"""New words of the domain: found when asked for, shown where they stand, taken by choice."""

import streamlit as st

from analysis.resources import say
from analysis.study.records import Study
from analysis.study.wordlists import add_words
from analysis.ui import cached, tables
from analysis.ui.modelling.drafts import keep_draft, read_draft
from analysis.view.topics.wording import draw_offer, offer_frame

_ASKED = "offers_asked"
# More examples than this would push the buttons off the screen.
_SHOWN = 5


def offer_words(study: Study, language: str) -> None:
    """Draw the search for new words and its findings; what is chosen joins the draft."""
    st.subheader(say("words.offers", language), anchor=False)
    st.caption(say("words.offers.note", language))
    asked = st.session_state.get(_ASKED) == study.digest
    if not asked and st.button(say("words.find", language), icon=":material/search:", key="find"):
        st.session_state[_ASKED] = study.digest
        asked = True
    if not asked:
        return
    with st.spinner(say("words.finding", language)):
        offers = cached.offers_of(study)
    draft = read_draft(study)
    left = [one for one in offers if one.candidate.term not in draft.user]
    if not left:
        st.info(say("words.offers.none", language))
        return
    chosen = tables.choose_words(offer_frame(left), language)
    for place in chosen[:_SHOWN]:
        st.html(draw_offer(left[place]))
    words = [left[place].candidate.term for place in chosen]
    label = say("words.take", language, n=len(words))
    if st.button(label, icon=":material/add:", key="take", disabled=not words):
        keep_draft(study, add_words(draft, "user", words))
        st.rerun()
