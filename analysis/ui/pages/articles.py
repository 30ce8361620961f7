"""文章: the selected articles, and one of them to read with the words that carried its theme."""

import numpy as np
import streamlit as st

from analysis.resources import say
from analysis.ui import address, cached, parts
from analysis.ui.reading import article as reading
from analysis.ui.reading import listing
from analysis.ui.visit import current_visit
from analysis.view.export.listed import article_downloads

visit = current_visit()
language, catalogue = visit.language, visit.catalogue

asked = address.read(listing.ARTICLE)
place = catalogue.find_place(asked) if asked else -1
at = None

# 1. Which articles, in which order; a linked one is read where the filters leave none
if visit.rows.any():
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    ):
        count = f"{int(visit.rows.sum()):,}"
        st.subheader(say("articles.list", language, n=count), anchor=False, width="content")
        order = listing.choose_order(visit)
        places = listing.order_places(visit, order)
        parts.show_downloads(
            article_downloads(catalogue, places, language, date=parts.today()),
            key="articles",
            language=language,
        )
    at = next(iter(np.flatnonzero(places == place).tolist()), None)
    # Above the table: its tools appear over what stands there, and must not lie over a button.
    st.caption(say("articles.choose", language))
    listing.show_list(visit, places, at=at, order=order)

# 2. The reader
if place < 0:
    if asked:
        st.caption(say("articles.gone", language))
    st.stop()
if at is None:
    st.info(say("articles.outside", language))
else:
    listing.turn_articles(catalogue, places, at, language)
explainer = cached.explainer_of(catalogue.study)
reading.show_article(explainer, catalogue, asked, language, search=visit.selection.search)
