"""The only caches of the dashboard: bounded, shared by all visitors, found by digest.

Streamlit hashes large arguments by a sample, so that two corpora could share an entry: a study is
known by its folder and the digest of its recipe, which holds the digests of its tables.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

import streamlit as st

from analysis.press.inputs import Input, find_inputs
from analysis.resources import SEEDS, say
from analysis.study.catalogue import Catalogue, load_catalogue
from analysis.study.counting import WordCounts, count_study
from analysis.study.edits import PageState, read_states
from analysis.study.explain import Explainer, load_explainer
from analysis.study.exploring import Exploration, explore_study
from analysis.study.hits import read_hits
from analysis.study.judging import Judged, judge_study, read_judged
from analysis.study.lexicon import find_words, list_words, load_matches
from analysis.study.mapping import TopicMap, map_topics
from analysis.study.paging import PageList, list_pages
from analysis.study.recipe import new_recipe
from analysis.study.records import Report, Selection, Study
from analysis.study.search import Found, parse_search, search_texts
from analysis.study.select import Mask, select_rows
from analysis.study.shelf import shelve_study
from analysis.study.similar import MOST_BY_WORDS, Similar, find_similar, load_words
from analysis.study.stories import map_heads
from analysis.study.words import Offer, offer_words
from analysis.theme.lexicon import Match
from analysis.ui.slots import Slot
from analysis.view.drawing.clouds import Cloud, place_cloud
from analysis.view.drawing.painting import save_sheet
from analysis.view.reading.contexts import cut_context
from analysis.view.reading.galley import UNSURE
from analysis.view.reading.quoting import Quote, list_quotes
from analysis.view.topics.neighbours import Neighbour, find_neighbours
from analysis.view.topics.subjects import Subject, TermFrame, term_frame


@st.cache_resource(show_spinner=False)
def _builder() -> Lock:
    return Lock()


def seed_study(language: str, report: Report) -> Study:
    """Return the study of the seed pages: built at the first start, then taken from the shelf.

    Visitors that come while it is built wait for that one build.
    """
    with _builder():
        study = shelve_study(_seed_inputs(), recipe=new_recipe(), report=report).study
    return replace(study, recipe=replace(study.recipe, name=say("study.seeds", language)))


def _seed_inputs() -> list[Input]:
    # Named from the project's own folder: where the project lies is nobody's business.
    found = find_inputs([SEEDS])
    return [replace(item, source=f"{SEEDS.name}/{Path(item.source).name}") for item in found]


def _name_study(study: Study) -> str:
    return f"{study.folder}\0{study.digest}\0{study.name}"


# Dots an inch: 1400 across. Streamlit shrinks what is wider than 1460, each time it is shown.
_DOTS = 180
_BY_DIGEST: dict[str | type[Any], Callable[[Any], Any]] = {Study: _name_study}


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_BY_DIGEST)
def _catalogue_slot(study: Study) -> Slot[Catalogue]:  # noqa: ARG001 - its key
    return Slot()


def catalogue_of(study: Study, report: Report | None = None) -> Catalogue:
    """Return the catalogue of a study, one for all visitors."""
    return _catalogue_slot(study).fill(lambda: load_catalogue(study, report))


def is_open(study: Study) -> bool:
    """Tell whether the catalogue of a study is in memory."""
    return _catalogue_slot(study).filled


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_BY_DIGEST)
def found_of(study: Study, search: str) -> Found:
    """Return the articles that hold what is searched for: it reads all of the text."""
    found = search_texts(study, search)
    found.rows.flags.writeable = found.times.flags.writeable = False
    return found


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_BY_DIGEST)
def _rows_of(study: Study, selection: Selection, _catalogue: Catalogue) -> Mask:
    asked = bool(parse_search(selection.search))
    found = found_of(study, selection.search).rows if asked else None
    rows = select_rows(_catalogue, selection, found=found)
    rows.flags.writeable = False
    return rows


def rows_of(catalogue: Catalogue, selection: Selection) -> Mask:
    """Return which rows of a catalogue a selection means, one array for all visitors."""
    return _rows_of(catalogue.study, selection, catalogue)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_BY_DIGEST)
def contexts_of(study: Study, search: str, places: tuple[int, ...]) -> tuple[str, ...]:
    """Return the first hit of a search in its context, for the articles at some rows."""
    hits = read_hits(study, search, places)
    return tuple(cut_context(text, start, end) for text, (start, end) in hits)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_BY_DIGEST)
def pages_of(study: Study) -> PageList:
    """Return the pages of a study to choose from, one list for all visitors."""
    return list_pages(study, sure=UNSURE)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_BY_DIGEST)
def _exploration_slot(study: Study, counts: tuple[int, ...]) -> Slot[Exploration]:  # noqa: ARG001 - its key
    return Slot()


def exploration_of(study: Study, counts: tuple[int, ...], report: Report) -> Exploration:
    """Return a study with each number of topics, one for all visitors: it takes long."""
    slot = _exploration_slot(study, counts)
    return slot.fill(lambda: explore_study(study, counts, report))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_BY_DIGEST)
def _judged_slot(study: Study) -> Slot[Judged | None]:  # noqa: ARG001 - its key
    return Slot()


def judged_of(study: Study, report: Report) -> Judged | None:
    """Return the stability of a study that its build left out."""
    return _judged_slot(study).fill(lambda: judge_study(study, report))


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_BY_DIGEST)
def map_of(study: Study) -> TopicMap | None:
    """Return where the topics of a study lie, None where they are too few."""
    return map_topics(study)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_BY_DIGEST)
def quotes_of(study: Study, subject: Subject, language: str) -> tuple[Quote, ...]:
    """Return the quotations of a theme or topic: it reads the texts of their articles."""
    topic = subject.topic
    theme = subject.theme if topic is None else None
    return list_quotes(study, language, theme=theme, topic=topic)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_BY_DIGEST)
def heads_of(study: Study) -> Mapping[str, str]:
    """Return the head of each piece of a story that jumps, by id: it reads all articles."""
    return map_heads(study)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_BY_DIGEST)
def stored_judged(study: Study) -> Judged | None:
    """Return the stability that a study's build measured."""
    return read_judged(study)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_BY_DIGEST)
def state_of(study: Study, page_id: str) -> PageState | None:
    """Return a page of a study as it stands; None when the study has no such page."""
    return read_states(study, [page_id]).get(page_id)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_BY_DIGEST)
def terms_of(study: Study, subject: Subject) -> TermFrame:
    """Return the terms of a theme or topic: it reads those of all topics."""
    return term_frame(study, subject)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_BY_DIGEST)
def _neighbours_of(
    study: Study,  # noqa: ARG001 - its key
    subject: Subject,
    _catalogue: Catalogue,
) -> tuple[Neighbour, ...]:
    return find_neighbours(_catalogue, subject)


def neighbours_of(catalogue: Catalogue, subject: Subject) -> tuple[Neighbour, ...]:
    """Return the topics nearest to a theme or topic."""
    return _neighbours_of(catalogue.study, subject, catalogue)


@st.cache_resource(max_entries=64, show_spinner=False)
def picture_of(
    weights: tuple[tuple[str, float], ...], colour: str, *, dark: bool
) -> tuple[bytes, tuple[str, ...]]:
    """Return a word cloud as PNG and the words that stayed out: to lay it out takes long."""
    placed = place_cloud(Cloud("cloud", dict(weights), colour), dark=dark)
    return save_sheet(placed.sheet, "png", dots=_DOTS), placed.left_out


@st.cache_resource(max_entries=2, show_spinner=False, hash_funcs=_BY_DIGEST)
def explainer_of(study: Study) -> Explainer:
    """Return what explains an article of a study word by word."""
    return load_explainer(study)


@st.cache_resource(max_entries=2, show_spinner=False, hash_funcs=_BY_DIGEST)
def _counts_slot(study: Study) -> Slot[WordCounts]:  # noqa: ARG001 - its key
    return Slot()


def counts_of(study: Study, report: Report) -> WordCounts:
    """Return how often each term stands in each article of a study, one for all visitors."""
    return _counts_slot(study).fill(lambda: count_study(study, report))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_BY_DIGEST)
def _words_of(study: Study) -> Any:  # noqa: ANN401 - a sparse array, which ui does not name
    return load_words(study)


def similar_to(catalogue: Catalogue, at: int) -> Similar:
    """Return the articles most like one: by their words where the study is small enough."""
    few = len(catalogue.articles) <= MOST_BY_WORDS
    return find_similar(catalogue, at, _words_of(catalogue.study) if few else None)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_BY_DIGEST)
def offers_of(study: Study) -> tuple[Offer, ...]:
    """Return the candidate new words of a study."""
    return offer_words(study)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_BY_DIGEST)
def matches_of(study: Study) -> tuple[Match, ...]:
    """Return how near the word list of each theme of a study is to each topic."""
    return load_matches(study)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_BY_DIGEST)
def printed_of(study: Study, theme: str) -> Mask:
    """Return which articles print which words of a theme: it reads all of the text."""
    return find_words(study, list_words(study, theme))
