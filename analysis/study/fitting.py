"""A fit for a study: themes found, ids kept, edits laid over, tables filled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.study.laying import (
    Row,
    lay_long,
    passage_table,
    recount,
    share_tables,
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
from analysis.theme.corpus import Corpus
from analysis.theme.descent import inherit_ids
from analysis.theme.division import divide_alike, divide_topic
from analysis.theme.edits import TopicEdit, TopicMisfit, read_topic_edits
from analysis.theme.findings import find_themes
from analysis.theme.overlay import Divide, lay_edits
from analysis.theme.parts import find_rows
from analysis.theme.recall import recall_corpus
from analysis.theme.records import Findings, Model, TopicFacts
from analysis.theme.shares import place_counts
from analysis.theme.terms import count_terms
from analysis.theme.tokens import make_cutter

COUNTED_ANEW = ("topics", "themes")
"""The tables that count articles."""

Recall = Callable[[], tuple[Counts, Corpus]]
"""Gives the counts of a study's texts and the corpus of its fit again."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit makes of a study: a recipe that knows its ids, a model in use, tables, misfits."""

    recipe: Recipe
    model: Model
    tables: Mapping[str, pa.Table]
    misfits: tuple[TopicMisfit, ...]


def fit_articles(
    ids: Sequence[str], texts: Sequence[str], recipe: Recipe, *, old: Model | None, report: Report
) -> Fit:
    """Fit the articles ``ids`` by a recipe; topics of an ``old`` model that come back keep ids.

    Raises
    ------
    NoWords, TooFewWords
        As ``find_themes`` says.
    """
    findings = find_themes(texts, recipe.themes, recipe.settings, recipe.words, report)
    model = inherit_ids(findings.model, old, first_free=recipe.next_topic)
    recall = remember(model, lambda: texts, recipe.basis, report)
    divide = divide_fresh(recall)
    edits = read_topic_edits(recipe.topic_edits)
    overlay = lay_edits(model, edits, divide if old is None else divide_alike(old, divide))
    shares = add_parts(overlay.model, findings.article_topics, recall)
    known = state_rows(model, dict(zip(model.topics, findings.topics, strict=True)))
    rows = describe_topics(
        overlay.model,
        {one: known[one] for one in known.keys() - list_altered(overlay.model)},
        lambda: judge_topics(overlay.model, shares, recall()[1], recipe.words),
    )
    tables = {
        "terms": _terms(findings),
        "passages": passage_table(ids, findings.passage_articles, findings.passage_spans),
        "found_topics": make_table("found_topics", known.values()),
        **share_tables(ids, overlay.model, shares),
        **topic_tables(overlay, shares.sum(axis=0), rows),
        "themes": theme_table(model.themes, findings.themes),
        "theme_terms": lay_long(
            "theme_terms", model.themes[:-1], model.terms, findings.theme_terms
        ),
    }
    counted = {one: recount(one, tables[one], tables[f"article_{one}"]) for one in COUNTED_ANEW}
    made = replace(recipe, next_topic=find_free(recipe, overlay.model, edits))
    return Fit(made, overlay.model, {**tables, **counted}, (*misfits_of(recipe), *overlay.misfits))


def misfits_of(recipe: Recipe) -> tuple[TopicMisfit, ...]:
    """Return the edits of themes and words that do not fit those that were given."""
    edits = read_topic_edits(recipe.topic_edits)
    return change_basis(recipe.given or recipe.basis, edits)[1]


def remember(
    model: Model, read: Callable[[], Sequence[str]], basis: Basis, report: Report
) -> Recall:
    """Return what recalls the corpus of texts when it is asked for, and only once."""

    @cache
    def recall() -> tuple[Counts, Corpus]:
        part = count_texts(read(), basis, report)
        return part, recall_corpus(model, [part], basis, report)

    return recall


def count_texts(texts: Sequence[str], basis: Basis, report: Report) -> Counts:
    """Return the counts of all texts of a study in one batch."""
    settings, cutter = basis.settings, make_cutter(basis.words.user)
    whole = settings.fits_articles(len(texts))
    counts = count_terms(texts, cutter, length=settings.passage_length, whole=whole, report=report)
    report("tokens", len(texts), len(texts))
    return counts


def divide_fresh(recall: Recall) -> Divide:
    """Return the way to divide a topic over the corpus that is recalled for it."""
    return lambda model, edit: divide_topic(model, edit, recall()[1])


def add_parts(model: Model, shares: NDArray[Any], recall: Recall) -> NDArray[Any]:
    """Return the shares of parts, (n_articles, n_parts), from those of the first of them."""
    known = shares.shape[1]
    if known == len(model.parts):
        return shares
    every = place_counts(recall()[0], model)
    return np.hstack([shares, every[:, known:]])


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


def _terms(findings: Findings) -> pa.Table:
    model = findings.model
    columns = {
        "term": model.terms,
        "document_frequency": findings.term_counts.astype(np.int32),
        "idf": model.idf,
        "part_of_speech": model.tags,
    }
    return make_columns("terms", columns)
