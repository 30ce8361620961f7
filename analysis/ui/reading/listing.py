"""The list of the selected articles, page by page: its order, its page, what is chosen of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.ordering import OF_THEME, ORDERS, order_rows
from analysis.study.search import parse_search
from analysis.ui import address, cached, lists
from analysis.ui.controls import choose_one
from analysis.ui.visit import Visit
from analysis.view.frames import article_frame, name_themes
from analysis.view.reading.windows import Window, open_window

ARTICLE = "article"
_ORDER = "sort"


def name_orders(visit: Visit) -> dict[str, str]:
    """Return the orders that articles can be listed in and what each is called."""
    language, names = visit.language, name_themes(visit.catalogue.study, visit.language)
    orders = {order: say(f"order.{order}", language) for order in ORDERS}
    for theme in visit.catalogue.themes:
        orders[f"{OF_THEME}{theme}"] = say("order.theme", language, theme=names[theme])
    if is_searched(visit):
        orders["hits"] = say("order.hits", language)
    return orders


def is_searched(visit: Visit) -> bool:
    """Whether something is searched for, and not only left out."""
    return any(not term.excluded for term in parse_search(visit.selection.search))


def order_places(visit: Visit, order: str) -> NDArray[np.int64]:
    """Return the selected articles, by row, in an order that was chosen."""
    catalogue = visit.catalogue
    times = None
    if order == "hits":
        times = cached.found_of(catalogue.study, visit.selection.search).times
    return order_rows(catalogue, visit.rows, order, times=times)


def choose_order(visit: Visit) -> str:
    """Draw the choice of an order; return its key."""
    return choose_one(say("articles.order", visit.language), name_orders(visit), parameter=_ORDER)


def show_list(visit: Visit, places: NDArray[np.int64], *, at: int | None, order: str) -> None:
    """Draw the page of the list that the address asks for, else the one with row ``at`` in it."""
    window = open_window(len(places), address.read(address.PAGE), row=at)
    shown: list[int] = places[window.start : window.stop].tolist()
    further = _list_further(visit, shown, order)
    frame = article_frame(visit.catalogue, shown, visit.language)
    lists.choose_article(
        frame.assign(**{name: values for name, (_, values) in further.items()}),
        visit.language,
        parameter=ARTICLE,
        more={name: label for name, (label, _) in further.items()},
    )
    turn_pages(window, visit.language)


def turn_pages(window: Window, language: str) -> None:
    """Draw the buttons that turn the pages of a list; nothing where there is one page only."""
    if window.pages == 1:
        return
    steps = {
        "first": (1, ":material/first_page:", None),
        "previous": (window.number - 1, ":material/chevron_left:", "Shift+PageUp"),
        "next": (window.number + 1, ":material/chevron_right:", "Shift+PageDown"),
        "last": (window.pages, ":material/last_page:", None),
    }
    here = {"number": f"{window.number:,}", "pages": f"{window.pages:,}"}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for name, (number, icon, shortcut) in steps.items():
            if name == "next":
                st.markdown(say("articles.window", language, **here), width="content")
            st.button(
                say(f"articles.window.{name}", language),
                icon=icon,
                shortcut=shortcut,
                disabled=number == window.number or not 1 <= number <= window.pages,
                on_click=partial(address.put, address.PAGE, str(number)),
                key=f"page-{name}",
            )


def turn_articles(catalogue: Catalogue, places: NDArray[np.int64], at: int, language: str) -> None:
    """Draw the buttons to the article before and the one after; the list follows."""
    steps = {
        "previous": (at - 1, ":material/arrow_back:", "Shift+Left"),
        "next": (at + 1, ":material/arrow_forward:", "Shift+Right"),
    }
    here = {"number": f"{at + 1:,}", "all": f"{len(places):,}"}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for name, (place, icon, shortcut) in steps.items():
            there = 0 <= place < len(places)
            article = catalogue.articles["article_id"][int(places[place])].as_py() if there else ""
            st.button(
                say(f"articles.{name}", language),
                icon=icon,
                shortcut=shortcut,
                disabled=not there,
                # The page of the list is the one with the article in it.
                on_click=partial(address.put_all, {ARTICLE: [article], address.PAGE: []}),
                key=f"article-{name}",
            )
        st.markdown(say("articles.at", language, **here), width="content")


def _list_further(
    visit: Visit, places: Sequence[int], order: str
) -> Mapping[str, tuple[str, Sequence[Any]]]:
    """Return what else the list shows: columns by name, each with what it is called."""
    catalogue = visit.catalogue
    found: dict[str, tuple[str, Sequence[Any]]] = {}
    if order.startswith(OF_THEME):
        theme = order.removeprefix(OF_THEME)
        shares = catalogue.theme_shares[places, catalogue.themes.index(theme)].tolist()
        found["of_theme"] = (name_themes(catalogue.study, visit.language)[theme], shares)
    search = visit.selection.search
    if is_searched(visit):
        contexts = cached.contexts_of(catalogue.study, search, tuple(places))
        found["context"] = (say("articles.context", visit.language), contexts)
        times = cached.found_of(catalogue.study, search).times[places].tolist()
        found["hits"] = (say("articles.hits", visit.language), times)
    return found
