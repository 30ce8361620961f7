"""Which page and which article of it are looked at; both stand in the address."""

from collections.abc import Sequence

import streamlit as st

from analysis.press.records import Article, PageCut
from analysis.resources import say
from analysis.study.paging import PageList
from analysis.study.select import Mask
from analysis.ui import address, tables
from analysis.ui.opening import Target, draw_link
from analysis.view.reading.galley import FURNITURE, PrintedLine
from analysis.view.reading.pages import (
    MOST,
    find_page,
    name_article,
    narrow_pages,
    repair_frame,
)

_PAGE, _ARTICLE = "page", "article"


def choose_page(listed: PageList, rows: Mask | None, language: str) -> str:
    """Draw the choice of pages, narrowed to those of ``rows``; return the id of the chosen one."""
    linked = address.read(_PAGE) or None
    offered = narrow_pages(listed, rows, linked, language)
    chosen = find_page(offered, linked)
    labels = {one.page_id: one.label for one in offered}
    st.session_state["page_box"] = chosen.page_id
    st.selectbox(
        say("pages.choose", language),
        list(labels),
        format_func=lambda one: labels[one],
        key="page_box",
        on_change=_turn_page,
    )
    if len(offered) == MOST < len(listed.pages):
        st.caption(say("pages.most", language, n=MOST, all=f"{len(listed.pages):,}"))
    return chosen.page_id


def _turn_page() -> None:
    address.put_all({_PAGE: [st.session_state["page_box"]], _ARTICLE: []})


def find_number(cut: PageCut) -> int:
    """Return the number of the linked article, else of the least sure one; ``FURNITURE`` for none.

    An article is linked by its id, which ends in its first character: after an edit it is the one
    that holds this character.
    """
    page, _, place = address.read(_ARTICLE).rpartition("-")
    if page == cut.page.id and place.isascii() and place.isdigit():
        for number, article in enumerate(cut.articles, 1):
            if any(start <= int(place) < end for start, end in article.spans):
                return number
    if not cut.articles:
        return FURNITURE
    return min(range(len(cut.articles)), key=lambda one: cut.articles[one].score) + 1


def choose_article(cut: PageCut, number: int, language: str) -> None:
    """Draw the choice of an article; the chosen one stands in the address at once."""
    ids = [article.id for article in cut.articles]
    names = [f"{n} · {name_article(one, language)}" for n, one in enumerate(cut.articles, 1)]
    st.session_state["article_box"] = ids[number - 1]
    st.selectbox(
        say("pages.article", language),
        ids,
        format_func=lambda one: names[ids.index(one)] if one in ids else one,
        key="article_box",
        on_change=_turn_to,
    )


def _turn_to() -> None:
    # The page too: it may have been the first of the list, which no address names.
    boxes = {_PAGE: "page_box", _ARTICLE: "article_box"}
    address.put_all({name: [st.session_state[box]] for name, box in boxes.items()})


def show_article(article: Article, lines: Sequence[PrintedLine], language: str) -> None:
    """Show the text that was made of an article, and every repair on the way."""
    with st.expander(say("pages.body", language)):
        st.text(article.text)
    with st.expander(say("pages.repairs", language, n=len(article.notes))):
        tables.show_repairs(repair_frame(article, lines, language), language)


def offer_reading(article_id: str, language: str) -> None:
    """Offer to read an article with the words that carried its themes."""
    target = Target("articles", {_ARTICLE: [article_id]})
    draw_link(target, say("pages.read", language), ":material/article:")
