"""How the two sides are chosen: what stands in the address, or what is suggested."""

from functools import partial

import numpy as np
import streamlit as st

from analysis.resources import say
from analysis.study import sides
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.sides import Pair, Sides, Suggestion, suggest_sides
from analysis.ui import address, cached
from analysis.ui.controls import choose_day, choose_many, type_text
from analysis.ui.filters.chosen import name_selection, read_selection, write_paper
from analysis.ui.visit import Visit
from analysis.view.comparison import KEYS, name_topics
from analysis.view.frames import name_newspaper, name_themes

PREFIXES = tuple(f"{key}." for key in KEYS)


def read_sides(visit: Visit) -> Pair:
    """Return what the address says of each side; where it says nothing, suggest two and say so."""
    suggested = _suggest(visit)
    if not any(name in st.query_params for name in _name_sides(suggested.sides)):
        st.caption(say(f"compare.begin.{suggested.by}", visit.language))
    return _read_pair(visit)


def pair_sides(visit: Visit) -> Pair:
    """Return both sides as ``read_sides`` does, without a word on the page."""
    _suggest(visit)
    return _read_pair(visit)


def _suggest(visit: Visit) -> Suggestion:
    """Let two sides count where the address names none."""
    suggested = suggest_sides(visit.catalogue, visit.rows)
    address.assume(_name_sides(suggested.sides))
    return suggested


def _read_pair(visit: Visit) -> Pair:
    first, second = (read_selection(visit.catalogue, prefix) for prefix in PREFIXES)
    return first, second


def find_sides(visit: Visit, chosen: Pair) -> Sides:
    """Return the articles of each side among those that the filters leave to both."""
    find = partial(cached.rows_of, visit.catalogue)
    return sides.find_sides(visit.catalogue, visit.selection, chosen, find=find)


def offer_controls(catalogue: Catalogue, place: int, language: str) -> None:
    """Draw, folded up, what a side is chosen by."""
    with st.expander(say(f"compare.change.{KEYS[place]}", language)):
        _draw_controls(catalogue, PREFIXES[place], language)


def _draw_controls(catalogue: Catalogue, prefix: str, language: str) -> None:
    hint = say("compare.papers.hint", language)
    names = catalogue.facets.paper_names
    papers = {write_paper(name): name_newspaper(name, language) for name in names}
    choose_many(say("compare.papers", language), papers, parameter=f"{prefix}paper", hint=hint)
    themes = name_themes(catalogue.study, language)
    listed = {theme: themes[theme] for theme in catalogue.themes}
    choose_many(say("compare.themes", language), listed, parameter=f"{prefix}theme", hint=hint)
    topics = {str(topic): name for topic, name in name_topics(catalogue, language).items()}
    choose_many(say("compare.topics", language), topics, parameter=f"{prefix}topic", hint=hint)
    _choose_period(catalogue, prefix, language)
    hint = say("filter.search.hint", language)
    type_text(say("compare.words", language), parameter=f"{prefix}q", hint=hint)


def _choose_period(catalogue: Catalogue, prefix: str, language: str) -> None:
    days = catalogue.facets.days
    known = days[~np.isnat(days)]
    if not len(known):
        return
    low, high = known.min().item(), known.max().item()
    for column, name, parameter in zip(
        st.columns(2), ("since", "until"), ("from", "to"), strict=True
    ):
        with column:
            label = say(f"compare.{name}", language)
            choose_day(
                label, parameter=f"{prefix}{parameter}", low=low, high=high, language=language
            )


def offer_changes(chosen: Pair, language: str) -> None:
    """Offer to swap the sides, and to go back to those that are suggested."""
    with st.container(horizontal=True):
        st.button(
            say("compare.swap", language),
            icon=":material/swap_horiz:",
            on_click=_put_sides,
            args=(chosen[1], chosen[0]),
            key="swap",
        )
        st.button(
            say("compare.again", language),
            icon=":material/restart_alt:",
            on_click=_put_sides,
            args=(Selection(), Selection()),
            key="again",
        )


def _put_sides(first: Selection, second: Selection) -> None:
    address.put_all(_name_sides((first, second)))


def _name_sides(pair: Pair) -> dict[str, tuple[str, ...]]:
    named = zip(pair, PREFIXES, strict=True)
    return {
        name: values
        for own, prefix in named
        for name, values in name_selection(own, prefix).items()
    }
