"""The labels of a study's topics: phrases of its headlines and strongest sentences, counted."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from analysis.press.script import simplify
from analysis.study.matrices import spread_long
from analysis.study.quoting import Quotations, Tables, find_quotations, quotation_table
from analysis.study.recipe import Recipe
from analysis.study.records import Study
from analysis.study.tables import make_table, read_table
from analysis.theme.edits import list_names, read_topic_edits
from analysis.theme.labels import (
    ENOUGH,
    HEADLINES,
    SENTENCES,
    WORDS,
    Label,
    find_labels,
    label_topic,
)
from analysis.theme.phrases import Line
from analysis.theme.quality import rank_terms
from analysis.theme.quotations import make_yardstick
from analysis.theme.records import Model
from analysis.theme.tokens import make_cutter

_PRINTED = (HEADLINES, SENTENCES)
_OF_LABEL = ("found_label", "label_count", "label_where")
_LOOKED_AT = (
    "pages",
    "articles",
    "notes",
    "topics",
    "topic_themes",
    "article_topics",
    "article_themes",
)


def quote_study(tables: Tables, model: Model, recipe: Recipe) -> dict[str, pa.Table]:
    """Return the tables that say what topics and themes are in words: quotations, and topics.

    Parameters
    ----------
    tables : mapping
        Articles (their copies told), pages, notes, topics, and the shares of topics and themes.
    recipe : Recipe
        Says which words the study's cutter was given, and what a reader calls topics.
    """
    found = find_quotations(tables, model, recipe.words.user)
    return {
        "quotations": quotation_table(tables, found),
        "topics": name_topics(tables, found, model, recipe),
    }


def quote_patch(study: Study, tables: Tables, model: Model, recipe: Recipe) -> dict[str, pa.Table]:
    """Return the tables that change in a study, with what topics and themes are in words.

    Where no share changes (a new name), phrases and quotations are kept.
    """
    if "topics" not in tables:
        return dict(tables)
    if tables.keys().isdisjoint({"article_topics", "article_themes"}):
        return {
            **tables,
            "topics": _take_over(read_table(study.folder, "topics"), tables["topics"], recipe),
        }
    missing = [name for name in _LOOKED_AT if name not in tables]
    rest = {name: read_table(study.folder, name) for name in missing}
    return {**tables, **quote_study({**rest, **tables}, model, recipe)}


def _take_over(old: pa.Table, topics: pa.Table, recipe: Recipe) -> pa.Table:
    """Return topics called by the phrases that they were called by; names of a reader stay."""
    known = {row.pop("topic_id"): row for row in old.select(["topic_id", *_OF_LABEL]).to_pylist()}
    rows = ({**row, **known.get(row["topic_id"], {})} for row in topics.to_pylist())
    return _call_topics(rows, recipe)


def name_topics(tables: Tables, found: Quotations, model: Model, recipe: Recipe) -> pa.Table:
    """Return the table of topics with their labels: phrases where there are any, else words.

    A phrase that a topic has already stays as long as it stands there, counted anew; so does a name
    that a reader gave.
    """
    yardstick = make_yardstick(model)
    topics = tables["topics"].to_pylist()
    lines = [*_list_headlines(tables), *_list_sentences(tables, found)]
    before = {n: r["found_label"] for n, r in enumerate(topics) if r["label_where"] in _PRINTED}
    labels = find_labels(lines, yardstick, make_cutter(recipe.words.user), before=before)
    words = (
        label_topic([model.terms[t] for t in top]) for top in rank_terms(yardstick.typical, 50)
    )
    told = map(_tell_label, labels, words)
    return _call_topics(({**row, **new} for row, new in zip(topics, told, strict=True)), recipe)


def _tell_label(label: Label | None, words: str) -> dict[str, Any]:
    if label is None:
        return {"found_label": words, "label_count": None, "label_where": WORDS}
    return {"found_label": label.text, "label_count": label.count, "label_where": label.where}


def _call_topics(rows: Iterable[Mapping[str, Any]], recipe: Recipe) -> pa.Table:
    """Return the table of topics, each called as a reader does, or as it was found."""
    names = list_names(read_topic_edits(recipe.topic_edits))
    called = ({**row, "label": names.get(row["topic_id"], row["found_label"])} for row in rows)
    return make_table("topics", called)


def _list_headlines(tables: Tables) -> Iterator[Line]:
    """Yield the headlines, each story's first printing, with the topics that hold enough of it."""
    articles = tables["articles"]
    ids = tables["topics"]["topic_id"].to_pylist()
    shares = spread_long(tables["article_topics"], articles["article_id"], ids)
    columns = ["article_id", "headline", "copy_group"]
    for row, own in zip(articles.select(columns).to_pylist(), shares, strict=True):
        topics = {int(topic): float(own[topic]) for topic in np.flatnonzero(own >= ENOUGH)}
        if row["headline"] and topics and row["copy_group"] in (None, row["article_id"]):
            yield Line(row["article_id"], simplify(row["headline"]), HEADLINES, topics)


def _list_sentences(tables: Tables, found: Quotations) -> Iterator[Line]:
    """Yield the strongest sentences of each topic, the first of them with full weight."""
    for column, topic in enumerate(tables["topics"]["topic_id"].to_pylist()):
        quotations = found["topic_id", topic]
        for one in quotations:
            weight = one.strength / quotations[0].strength
            yield Line(one.story, simplify(one.text), SENTENCES, {column: weight})
