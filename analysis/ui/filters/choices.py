"""The other filters: search, newspapers, days, pages, kinds, copies; each where it has a choice."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import streamlit as st

from analysis.press.records import KINDS
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.choices import Counts
from analysis.study.records import Selection
from analysis.study.search import parse_search
from analysis.study.select import EDITIONS, Mask
from analysis.ui import address, cached
from analysis.ui.controls import choose_day, choose_many, choose_some, switch, type_text
from analysis.ui.filters.chosen import write_paper
from analysis.view.frames import name_newspaper

# More newspapers than these are a list that nobody reads, and a page that is slow to send.
_MOST_PAPERS = 200


def search_for(catalogue: Catalogue, selection: Selection, rows: Mask, language: str) -> None:
    """Draw the field for a search, and how much of what is selected holds what is searched for."""
    hint, more = say("filter.search.hint", language), say("filter.search.more", language)
    type_text(say("filter.search", language), parameter="q", hint=hint, more=more)
    terms = parse_search(selection.search)
    if not terms:
        return
    times = int(cached.found_of(catalogue.study, selection.search).times[rows].sum())
    only_without = all(term.excluded for term in terms)
    key = "filter.hits.without" if only_without else "filter.hits"
    st.caption(say(key, language, n=f"{int(rows.sum()):,}", times=f"{times:,}"))


def choose_newspapers(
    catalogue: Catalogue, selection: Selection, counts: Counts, language: str
) -> None:
    """Draw the choice of newspapers, those with the most articles first."""
    known = catalogue.facets.paper_names
    if len(known) < 2 and not selection.newspapers:
        return
    listed = [name for name in (*counts.newspapers, *known) if name not in selection.newspapers]
    listed = list(dict.fromkeys(listed))
    if len(known) > _MOST_PAPERS:
        part = st.text_input(
            say("filter.newspapers.find", language),
            placeholder=say("filter.newspapers.find.hint", language),
            help=say("filter.newspapers.more", language, n=f"{len(known):,}", most=_MOST_PAPERS),
            key="paper-part",
        ).strip()
        listed = [name for name in listed if part in name]
    names = {
        write_paper(name): f"{name_newspaper(name, language)} · {counts.newspapers.get(name, 0):,}"
        for name in (*selection.newspapers, *listed[:_MOST_PAPERS])
    }
    hint = say("filter.newspapers.all", language)
    choose_many(say("filter.newspapers", language), names, parameter="paper", hint=hint)


def choose_days(catalogue: Catalogue, selection: Selection, counts: Counts, language: str) -> None:
    """Draw the first and the last day, within those of the study."""
    days = catalogue.facets.days[~np.isnat(catalogue.facets.days)]
    low, high = (_day(days.min()), _day(days.max())) if len(days) else (None, None)
    asked = any(address.read(parameter) for parameter in ("from", "to"))
    if low is None or high is None or (low == high and not asked):
        return
    # One below the other: side by side the sidebar cuts the day off a chosen date.
    for name, parameter in (("since", "from"), ("until", "to")):
        label = say(f"filter.{name}", language)
        choose_day(label, parameter=parameter, low=low, high=high, language=language)
    if counts.undated and (selection.since or selection.until):
        st.caption(say("filter.undated", language, n=f"{counts.undated:,}"))


def choose_rest(catalogue: Catalogue, selection: Selection, counts: Counts, language: str) -> None:
    """Draw what is used less: pages, kinds, copies; folded unless one of them is chosen."""
    facets, usual = catalogue.facets, Selection()
    editions = [name for name, code in EDITIONS.items() if (facets.fronts == code).any()]
    kinds = [name for code, name in enumerate(KINDS) if (facets.kinds == code).any()]
    copies = bool((catalogue.groups >= 0).any())
    if not (len(editions) > 1 or len(kinds) > 1 or copies):
        return
    chosen = (selection.editions, selection.kinds, selection.copies)
    touched = chosen != (usual.editions, usual.kinds, usual.copies)
    with st.expander(say("filter.more", language), expanded=touched, type="compact", key="rest"):
        if len(editions) > 1:
            called = {one: say(f"edition.{one}", language) for one in editions}
            label = say("filter.editions", language)
            choose_some(label, _count(called, counts.editions), parameter="edition")
        if len(kinds) > 1:
            called = {one: say(f"kind.{one}", language) for one in kinds}
            label = say("filter.kinds", language)
            names = _count(called, counts.kinds)
            choose_some(label, names, parameter="kind", usual=usual.kinds)
        if copies:
            more = say("filter.copies.hint", language)
            switch(say("filter.copies", language), parameter="once", more=more)


def _count(names: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    return {one: f"{name} · {counts[one]:,}" for one, name in names.items()}


def _day(day: np.datetime64) -> date:
    return date.fromisoformat(str(day))
