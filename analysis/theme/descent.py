"""A refit that keeps ids: each new topic takes the id of the old one that it is."""

from dataclasses import replace

from analysis.theme.lineage import Fitted, compare_topics, give_ids, match_topics
from analysis.theme.parts import FOUND, name_parts
from analysis.theme.records import Model


def inherit_ids(new: Model, old: Model | None, *, first_free: int) -> Model:
    """Return a fresh fit with the ids of an older one; what is new gets ids never given before."""
    fresh = Fitted(new.terms, new.components)
    if old is None:
        ids = give_ids([None] * len(new.components), (), first_free=first_free)
    else:
        rows = _choose_rows(old, fresh)
        known = Fitted(old.terms, old.components[rows])
        matched = match_topics(known, fresh)
        ids = give_ids(matched, [old.parts[row].id for row in rows], first_free=first_free)
    return replace(new, parts=name_parts(ids))


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
