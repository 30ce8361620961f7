"""A refit that keeps ids: each new topic takes the id of the old one that it is."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.theme.lineage import Fitted, compare_topics, give_ids, match_topics
from analysis.theme.parts import FOUND, Gone, name_parts
from analysis.theme.quality import rank_terms
from analysis.theme.records import Model

# Terms by which a topic that is gone is known again: nearly all of what its direction is.
_KEPT_TERMS = 50


def inherit_ids(new: Model, old: Model | None, *, first_free: int) -> Model:
    """Return a fresh fit with the ids of an older one; what is new gets ids never given before.

    Topics that the fit before did not find again count too: whoever undoes a change of the fit
    gets the ids that were there before it.
    """
    if old is None:
        ids = give_ids([None] * len(new.components), (), first_free=first_free)
        return replace(new, parts=name_parts(ids))
    fresh = Fitted(new.terms, new.components)
    rows = _choose_rows(old, fresh)
    known = [*(_shorten(old, row) for row in rows), *old.gone]
    matched = match_topics(_join(old, rows), fresh)
    ids = give_ids(matched, [one.id for one in known], first_free=first_free)
    gone = tuple(one for place, one in enumerate(known) if place not in matched)
    return replace(new, parts=name_parts(ids), gone=gone)


def _choose_rows(old: Model, new: Fitted) -> list[int]:
    """Return the parts whose ids may live on: of a division, either the whole or its parts.

    Where every part is found again at least as well as the whole, the fit has come to tell them
    apart by itself.
    """
    near = compare_topics(Fitted(old.terms, old.components), new).max(axis=1, initial=0)
    rows = [row for row, part in enumerate(old.parts) if part.made == FOUND]
    for number in range(max(part.made for part in old.parts) + 1):
        taken = [row for row, part in enumerate(old.parts) if part.divided == number]
        given = [row for row, part in enumerate(old.parts) if part.made == number]
        if set(taken) <= set(rows) and near[given].min() >= near[taken].max():
            rows = [*(row for row in rows if row not in taken), *given]
    return rows


def _shorten(model: Model, row: int) -> Gone:
    [columns] = rank_terms(model.components[[row]], _KEPT_TERMS)
    terms = tuple(model.terms[column] for column in columns)
    return Gone(model.parts[row].id, terms, tuple(model.components[row, columns].tolist()))


def _join(old: Model, rows: Sequence[int]) -> Fitted:
    """Return some parts of a model and then all that are gone as topics of one fit."""
    more = sorted({term for one in old.gone for term in one.terms} - {*old.terms})
    columns = {term: column for column, term in enumerate((*old.terms, *more))}
    components = np.zeros((len(rows) + len(old.gone), len(columns)))
    components[: len(rows), : len(old.terms)] = old.components[rows]
    for place, one in enumerate(old.gone, len(rows)):
        components[place, [columns[term] for term in one.terms]] = one.weights
    return Fitted(tuple(columns), components)
