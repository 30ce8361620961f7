"""The labels of a study's topics: phrases of its headlines and strongest sentences, counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.script import TRADITIONAL, simplify
from analysis.study.draft import Draft
from analysis.study.quoting import Quotations, Run, find_quotations, quotation_table
from analysis.study.recipe import Recipe
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
from analysis.theme.ranking import rank_highest
from analysis.theme.records import Model
from analysis.theme.tokens import make_cutter

_PRINTED = (HEADLINES, SENTENCES)
_OF_LABEL = ("found_label", "label_count", "label_where")
# Headlines of a topic that are read for its label: those that speak for it most.
_READ = 400


def quote_study(
    draft: Draft, model: Model, recipe: Recipe, *, run: Run = map
) -> dict[str, pa.Table]:
    """Return the tables that say what topics and themes are in words: quotations, and topics.

    Parameters
    ----------
    draft : Draft
        Has the articles (their copies told), pages, notes, topics, and the shares.
    recipe : Recipe
        Says which words the study's cutter was given, and what a reader calls topics.
    run : callable
        Works in other processes, where it is not ``map``.
    """
    found = find_quotations(draft, model, recipe.words.user, run=run)
    return {
        "quotations": quotation_table(draft, found, run=run),
        "topics": name_topics(draft, found, model, recipe),
    }


def quote_patch(draft: Draft, model: Model, recipe: Recipe) -> dict[str, pa.Table]:
    """Return the tables that change in a study, with what topics and themes are in words.

    Where no share changes (a new name), phrases and quotations are kept.
    """
    tables = draft.tables
    if "topics" not in tables:
        return dict(tables)
    if tables.keys().isdisjoint({"article_topics", "article_themes"}):
        old = read_table(draft.folder, "topics")
        return {**tables, "topics": _take_over(old, tables["topics"], recipe)}
    return {**tables, **quote_study(draft, model, recipe)}


def _take_over(old: pa.Table, topics: pa.Table, recipe: Recipe) -> pa.Table:
    """Return topics called by the phrases that they were called by; names of a reader stay."""
    known = {row.pop("topic_id"): row for row in old.select(["topic_id", *_OF_LABEL]).to_pylist()}
    rows = ({**row, **known.get(row["topic_id"], {})} for row in topics.to_pylist())
    return _call_topics(rows, recipe)


def name_topics(draft: Draft, found: Quotations, model: Model, recipe: Recipe) -> pa.Table:
    """Return the table of topics with their labels: phrases where there are any, else words.

    A phrase that a topic has already stays as long as it stands there, counted anew; so does a name
    that a reader gave.
    """
    yardstick = make_yardstick(model)
    topics = draft.read("topics").to_pylist()
    headlines = _Headlines(draft)
    lines = [*headlines.list_strongest(), *_list_sentences(topics, found)]
    before = {n: r["found_label"] for n, r in enumerate(topics) if r["label_where"] in _PRINTED}
    labels = find_labels(lines, yardstick, make_cutter(recipe.words.user), before=before)
    words = (
        label_topic([model.terms[t] for t in top]) for top in rank_terms(yardstick.typical, 50)
    )
    counted = (one and headlines.recount(one, topic) for topic, one in enumerate(labels))
    told = map(_tell_label, counted, words)
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


class _Headlines:
    """The headlines of a study, each story's first printing, and the topics that they speak for."""

    def __init__(self, draft: Draft) -> None:
        table = draft.read("articles", ["article_id", "page_id", "headline", "copy_group"])
        story = pc.coalesce(table["copy_group"], table["article_id"])
        headed = pc.not_equal(pc.fill_null(table["headline"], ""), "")
        first = np.asarray(pc.and_(headed, pc.equal(story, table["article_id"])), dtype=np.bool_)
        pages = draft.read("pages", ["page_id", "script"])
        at = pc.index_in(table["page_id"], pages["page_id"].combine_chunks())
        self._turned = pc.equal(pages["script"].take(at), TRADITIONAL)
        self._table = table
        self._shares = draft.spread("article_topics") * first[:, np.newaxis]

    def list_strongest(self) -> Iterator[Line]:
        """Yield the headlines that most speak for some topic, with all topics they speak for."""
        speak = self._shares >= ENOUGH
        chosen = set[int]()
        for own, speaking in zip(self._shares.T, speak.T, strict=True):
            # Ties go to the earlier headline.
            chosen.update(rank_highest(own, np.flatnonzero(speaking), most=_READ).tolist())
        rows = sorted(chosen)
        at = pa.array(rows, pa.int64())
        columns = (self._table[name].take(at).to_pylist() for name in ("article_id", "headline"))
        for row, story, headline in zip(rows, *columns, strict=True):
            topics = np.flatnonzero(speak[row]).tolist()
            held = {topic: float(self._shares[row, topic]) for topic in topics}
            yield Line(story, simplify(headline), HEADLINES, held)

    def recount(self, label: Label, topic: int) -> Label:
        """Return a label with the number of headlines of its topic that print it."""
        if label.where != HEADLINES:
            return label
        rows = np.flatnonzero(self._shares[:, topic] >= ENOUGH)
        at = pa.array(rows, pa.int64())
        printed, turned = (one.take(at) for one in (self._table["headline"], self._turned))
        held = pc.match_substring(printed.filter(pc.invert(turned)), label.text)
        other = (label.text in simplify(one) for one in printed.filter(turned).to_pylist())
        return replace(label, count=int(pc.sum(held).as_py() or 0) + sum(other))


def _list_sentences(topics: Sequence[Mapping[str, Any]], found: Quotations) -> Iterator[Line]:
    """Yield the strongest sentences of each topic, the first of them with full weight."""
    for column, row in enumerate(topics):
        quotations = found["topic_id", row["topic_id"]]
        for one in quotations:
            weight = one.strength / quotations[0].strength
            yield Line(one.story, simplify(one.text), SENTENCES, {column: weight})
