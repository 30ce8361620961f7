"""A topic divided: NMF once more, on what the topic alone is responsible for."""

from collections.abc import Sequence

import numpy as np

from analysis.theme.corpus import Corpus
from analysis.theme.edits import TopicEdit
from analysis.theme.errors import NotDivided
from analysis.theme.lineage import Fitted, compare_topics
from analysis.theme.matching import match_best
from analysis.theme.overlay import Divide
from analysis.theme.parts import FOUND, find_rows
from analysis.theme.records import Model
from analysis.theme.shapes import Array
from analysis.theme.shares import hold_weights
from analysis.theme.themes import relate_topics
from analysis.theme.topics import fit_components, scale_components

# Of the divided topic that every part keeps: each of its words then has a part to go to.
_TRACE = 1e-3


def divide_topic(model: Model, edit: TopicEdit, corpus: Corpus) -> tuple[Array, Array]:
    """Return the parts of a topic, components and affinity, a row for each of ``edit.others``.

    Raises
    ------
    NotDivided
        When the topic has too few rows or terms for that.
    """
    rows = find_rows(model.parts, int(edit.topic or 0))
    count = len(edit.others or ())
    held = hold_weights(model, corpus.rows, rows)
    most = min(held.shape[0], int((held.count_nonzero(axis=0) > 0).sum()))
    if most < count:
        raise NotDivided(topic=edit.topic, n=count)
    components = fit_components(held, count, seed=model.settings.seed)
    found = scale_components(components.astype(np.float64))
    if len(found) < count:
        raise NotDivided(topic=edit.topic, n=count)
    parts = scale_components(found + _TRACE * model.components[rows].sum(axis=0))
    return parts, relate_topics(parts, corpus.vectors, model.settings)


def refuse_division(_: Model, edit: TopicEdit) -> tuple[Array, Array]:
    """Divide nothing.

    Raises
    ------
    NotDivided
        Always.
    """
    raise NotDivided(topic=edit.topic, n=len(edit.others or ()))


def divide_as_before(old: Model, divide: Divide) -> Divide:
    """Return a way to divide that takes what the same fit was divided into, where it was."""

    def take(model: Model, edit: TopicEdit) -> tuple[Array, Array]:
        rows = _find_parts(old, edit.others or ())
        if rows and _list_sources(old, rows[0]) == _list_topic(model, edit):
            return old.components[rows], old.found[rows]
        return divide(model, edit)

    return take


def divide_alike(old: Model, divide: Divide) -> Divide:
    """Return a way to divide that gives the ids of an older fit to the parts most like theirs."""

    def order(model: Model, edit: TopicEdit) -> tuple[Array, Array]:
        components, affinity = divide(model, edit)
        rows = _find_parts(old, edit.others or ())
        if not rows:
            return components, affinity
        before = Fitted(old.terms, old.components[rows])
        near = compare_topics(before, Fitted(model.terms, components))
        _, partner = match_best(near)
        return components[partner], affinity[partner]

    return order


def _find_parts(model: Model, ids: Sequence[int]) -> list[int]:
    """Return the rows of the parts with these ids, none where one of them is not there."""
    rows = {part.id: row for row, part in enumerate(model.parts) if part.made != FOUND}
    return [rows[one] for one in ids] if ids and rows.keys() >= set(ids) else []


def _list_sources(model: Model, row: int) -> set[int]:
    number = model.parts[row].made
    return {part.id for part in model.parts if part.divided == number}


def _list_topic(model: Model, edit: TopicEdit) -> set[int]:
    return {model.parts[row].id for row in find_rows(model.parts, int(edit.topic or 0))}
