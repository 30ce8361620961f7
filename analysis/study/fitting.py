"""A fit for a study: themes found, ids kept, edits laid over, tables filled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.study.laying import (
    Row,
    lay_long,
    mix_shares,
    recount,
    state_rows,
    theme_table,
    topic_tables,
)
from analysis.study.recipe import Recipe
from analysis.study.records import Report
from analysis.study.tables import make_columns, make_table
from analysis.theme.altered import judge_topics
from analysis.theme.basis import Basis, change_basis
from analysis.theme.batches import Counts
from analysis.theme.combining import list_altered
from analysis.theme.corpus import Corpus, prepare_corpus
from analysis.theme.descent import inherit_ids
from analysis.theme.division import divide_alike, divide_topic
from analysis.theme.edits import TopicEdit, TopicMisfit, read_topic_edits
from analysis.theme.findings import state_corpus
from analysis.theme.fitting import fit_corpus
from analysis.theme.overlay import Divide, lay_edits
from analysis.theme.parts import find_rows
from analysis.theme.recall import recall_corpus
from analysis.theme.records import Model, TopicFacts

Recall = Callable[[], Corpus]
"""Gives the corpus of a fit again."""

Place = Callable[[Model], NDArray[np.float64]]
"""Gives the shares of a model's parts in all articles, (n_articles, n_parts)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit makes of a study.

    A recipe that knows its ids, a model in use, the tables of topics and themes, misfits of edits,
    and the share of each part in each article, (n_articles, n_parts).
    """

    recipe: Recipe
    model: Model
    tables: Mapping[str, pa.Table]
    misfits: tuple[TopicMisfit, ...]
    shares: NDArray[np.float64]


def fit_parts(
    parts: Sequence[Counts], recipe: Recipe, *, old: Model | None, place: Place, report: Report
) -> Fit:
    """Fit batches of counts by a recipe; topics of an ``old`` model that come back keep their ids.

    Raises
    ------
    NoWords, TooFewWords
        As ``prepare_corpus`` and ``fit_corpus`` say.
    """
    settings, words = recipe.settings, recipe.words
    corpus = prepare_corpus(parts, recipe.themes, settings=settings, words=words, report=report)
    found = fit_corpus(corpus, recipe.themes, settings=settings, words=words, report=report)
    model = inherit_ids(found, old, first_free=recipe.next_topic)
    divide = divide_fresh(lambda: corpus)
    edits = read_topic_edits(recipe.topic_edits)
    overlay = lay_edits(model, edits, divide if old is None else divide_alike(old, divide))
    report("placing", 0, 1)
    shares = place(overlay.model)
    report("placing", 1, 1)
    # Summed in the corpus's order, which is the same whatever order the articles are in.
    ordered = shares[corpus.order]
    facts, theme_facts = state_corpus(
        corpus, model, ordered[:, : len(model.parts)], words=recipe.words, report=report
    )
    known = state_rows(model, dict(zip(model.topics, facts, strict=True)))
    rows = describe_topics(
        overlay.model,
        {one: known[one] for one in known.keys() - list_altered(overlay.model)},
        lambda: judge_topics(overlay.model, ordered, corpus, recipe.words),
    )
    tables = {
        "terms": _terms(corpus),
        "found_topics": make_table("found_topics", known.values()),
        **topic_tables(overlay, shares.sum(axis=0), rows),
        "themes": theme_table(model.themes, theme_facts),
        "theme_terms": lay_long("theme_terms", model.themes[:-1], model.terms, corpus.vectors),
    }
    mixed = mix_shares(overlay.model, shares)
    counted = {one: recount(one, tables[one], mixed[f"article_{one}"]) for one in COUNTED_ANEW}
    made = replace(recipe, next_topic=find_free(recipe, overlay.model, edits))
    misfits = (*misfits_of(recipe), *overlay.misfits)
    return Fit(made, overlay.model, {**tables, **counted}, misfits, shares)


COUNTED_ANEW = ("topics", "themes")
"""The tables that count articles."""


def misfits_of(recipe: Recipe) -> tuple[TopicMisfit, ...]:
    """Return the edits of themes and words that do not fit those that were given."""
    edits = read_topic_edits(recipe.topic_edits)
    return change_basis(recipe.given or recipe.basis, edits)[1]


def remember(
    model: Model, read: Callable[[], Sequence[Counts]], basis: Basis, report: Report
) -> Recall:
    """Return what recalls the corpus of a fit when it is asked for, and only once."""
    return cache(lambda: recall_corpus(model, read(), basis, report))


def divide_fresh(recall: Recall) -> Divide:
    """Return the way to divide a topic over the corpus that is recalled for it."""
    return lambda model, edit: divide_topic(model, edit, recall())


def describe_topics(
    model: Model, known: Mapping[int, Row], measure: Callable[[], Mapping[int, TopicFacts]]
) -> dict[int, Row]:
    """Return the row of each topic in use: as it was found, or measured where it was altered.

    ``known`` are the rows of parts by their ids, and of altered topics that were measured before.
    """
    altered = list_altered(model)
    told: dict[int, Row] = {}
    for topic in model.topics:
        key = topic if topic in altered else model.parts[find_rows(model.parts, topic)[0]].id
        if key in known:
            told[topic] = known[key]
    if missing := set(model.topics) - told.keys():
        facts = measure()
        told |= state_rows(model, {topic: facts[topic] for topic in missing})
    return told


def find_free(recipe: Recipe, model: Model, edits: Sequence[TopicEdit]) -> int:
    """Return the first id that no topic ever had."""
    named = [one for edit in edits for one in (edit.topic or 0, *(edit.others or ()))]
    return max(recipe.next_topic, 1 + max((*named, *(part.id for part in model.parts))))


def _terms(corpus: Corpus) -> pa.Table:
    columns = {
        "term": corpus.terms,
        "document_frequency": corpus.term_counts.astype(np.int32),
        "idf": corpus.idf,
        "part_of_speech": corpus.tags,
    }
    return make_columns("terms", columns)
