"""比较: two sides: the words that set them apart, their shares, their articles."""

import streamlit as st

from analysis.resources import say
from analysis.ui.comparing import choosing, showing
from analysis.ui.filters import sidebar
from analysis.ui.visit import current_visit
from analysis.view.comparison import Compared, name_sides

visit = current_visit()
language = visit.language
st.write(say("compare.lead", language))

# 1. Which sides
chosen = choosing.read_sides(visit)
for prefix in choosing.PREFIXES:
    sidebar.tell_strange(visit.catalogue, language, prefix)
sides = choosing.find_sides(visit, chosen)
names = name_sides(visit.catalogue, chosen, sides, language)
compared = Compared(visit.catalogue, sides, names, language)
for place, column in enumerate(st.columns(2, gap="medium")):
    with column, st.container(border=True, height="stretch"):
        showing.show_head(compared, place)
        choosing.offer_controls(visit.catalogue, place, language)
choosing.offer_changes(chosen, language)
if not showing.tell_overlap(compared):
    st.stop()

# 2. Their words
counts = showing.count_words(compared)
words = showing.show_words(visit, chosen, compared, counts)

# 3. Their shares
showing.show_shares(visit, chosen, compared)

# 4. Their articles
showing.show_typical(compared, counts, words)
showing.show_method(language)
