"""Edits of topics laid over a fit: renamed, hidden, merged, divided, given to a theme.

Nothing of the fit is lost: the same fit with other edits is laid anew, so any edit can be undone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from analysis.errors import EditError
from analysis.theme.edits import (
    ASSIGN,
    HIDE,
    MERGE,
    REFITTING,
    RENAME,
    SPLIT,
    TopicEdit,
    TopicMisfit,
)
from analysis.theme.errors import NoSuchTheme, NoSuchTopic, UsedTopic
from analysis.theme.parts import FOUND, Part, find_rows, name_parts
from analysis.theme.records import OTHER, Model
from analysis.theme.shapes import Array

Divide = Callable[[Model, TopicEdit], tuple[Array, Array]]
"""Gives the parts that a topic is divided into: components and affinity, a row a part."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A model with edits: ``names`` of topics that were renamed, topics that are ``hidden``."""

    model: Model
    names: Mapping[int, str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    misfits: tuple[TopicMisfit, ...] = ()


def bare_model(model: Model) -> Model:
    """Return the model as it was fitted, without any edit."""
    rows = [row for row, part in enumerate(model.parts) if part.made == FOUND]
    return replace(
        model,
        components=model.components[rows],
        affinity=model.found[rows],
        found=model.found[rows],
        parts=name_parts([model.parts[row].id for row in rows]),
    )


def lay_edits(model: Model, edits: Sequence[TopicEdit], divide: Divide) -> Overlay:
    """Return the fit of a model with these edits and no others, in their order.

    An edit that does not fit is told and left out. Edits of what goes into a fit are none of these.
    """
    laid = Overlay(bare_model(model))
    for edit in edits:
        if edit.edit in REFITTING:
            continue
        try:
            laid = _split(laid, edit, divide) if edit.edit == SPLIT else _LAY[edit.edit](laid, edit)
        except EditError as error:
            laid = replace(laid, misfits=(*laid.misfits, TopicMisfit(edit, error)))
    return laid


def _require_rows(laid: Overlay, edit: TopicEdit) -> list[int]:
    rows = find_rows(laid.model.parts, int(edit.topic or 0))
    if not rows:
        raise NoSuchTopic(topic=edit.topic)
    return rows


def _rename(laid: Overlay, edit: TopicEdit) -> Overlay:
    _require_rows(laid, edit)
    return replace(laid, names={**laid.names, int(edit.topic or 0): str(edit.name).strip()})


def _hide(laid: Overlay, edit: TopicEdit) -> Overlay:
    model = _give_theme(laid.model, _require_rows(laid, edit), OTHER)
    return replace(laid, model=model, hidden=laid.hidden | {int(edit.topic or 0)})


def _assign(laid: Overlay, edit: TopicEdit) -> Overlay:
    model = _give_theme(laid.model, _require_rows(laid, edit), str(edit.theme))
    # Who gives a topic to a theme wants to see it there: the later word counts.
    return replace(laid, model=model, hidden=laid.hidden - {int(edit.topic or 0)})


def _give_theme(model: Model, rows: Sequence[int], theme: str) -> Model:
    if theme not in model.themes:
        raise NoSuchTheme(theme=theme)
    affinity = model.affinity.copy()
    affinity[rows] = np.eye(len(model.themes))[model.themes.index(theme)]
    return replace(model, affinity=affinity)


def _merge(laid: Overlay, edit: TopicEdit) -> Overlay:
    """Let the parts count to one topic; of topics that are gone, the others stand for them."""
    topic = int(edit.topic or 0)
    wanted = dict.fromkeys((topic, *(edit.others or ())))
    gone = [one for one in wanted if not find_rows(laid.model.parts, one)]
    if len(gone) == len(wanted):
        raise NoSuchTopic(topic=topic)
    parts = tuple(
        replace(part, topic=topic) if part.topic in wanted and part.divided == FOUND else part
        for part in laid.model.parts
    )
    told = tuple(TopicMisfit(edit, NoSuchTopic(topic=one)) for one in gone)
    model = replace(laid.model, parts=parts)
    if topic in laid.hidden:
        # What is put to a hidden topic is hidden with it, and counts where it counts.
        model = _give_theme(model, find_rows(parts, topic), OTHER)
    return replace(laid, model=model, misfits=(*laid.misfits, *told))


def _split(laid: Overlay, edit: TopicEdit, divide: Divide) -> Overlay:
    model, others = laid.model, edit.others or ()
    if not find_rows(model.parts, int(edit.topic or 0)) and set(others) <= set(model.topics):
        # The fit has come to divide it by itself.
        return laid
    rows = _require_rows(laid, edit)
    used = {part.id for part in model.parts} | {part.topic for part in model.parts}
    if len(set(others)) < max(2, len(others)) or used & set(others):
        raise UsedTopic(topic=edit.topic, others=", ".join(map(str, others)))
    components, affinity = divide(model, edit)
    number = max(part.made for part in model.parts) + 1
    parts = (
        *(replace(p, divided=number) if n in rows else p for n, p in enumerate(model.parts)),
        *(Part(one, one, made=number) for one in others),
    )
    divided = replace(
        model,
        parts=parts,
        components=np.vstack([model.components, components]),
        affinity=np.vstack([model.affinity, affinity]),
        found=np.vstack([model.found, affinity]),
    )
    return replace(laid, model=divided)


_LAY: Mapping[str, Callable[[Overlay, TopicEdit], Overlay]] = {
    RENAME: _rename,
    HIDE: _hide,
    ASSIGN: _assign,
    MERGE: _merge,
}
