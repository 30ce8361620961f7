"""Which articles are printings of one story: in the table of a study, or among the pages given."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.press.script import simplify
from analysis.study.copies.groups import Read, Run, find_groups, find_leaders
from analysis.study.copies.pairs import UNDATED
from analysis.study.copies.samples import Sample
from analysis.study.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Printing:
    """One article as far as copies go: its body in simplified characters, the day it was printed.

    ``date`` is ISO.
    """

    id: str
    text: str
    date: str | None


def name_groups(
    printings: Sequence[Printing], known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the group of each article that has a copy, by id: the id of the earliest printing.

    The order of ``printings`` does not matter. A group that has a name in ``known`` (article id to
    group) keeps it, whatever joins it.
    """
    ordered = sorted(printings, key=lambda one: (one.date or "9999", one.id))
    leaders = find_groups([one.text for one in ordered], [_read_day(one.date) for one in ordered])
    members: dict[int, list[str]] = {}
    for one, leader in zip(ordered, leaders, strict=True):
        members.setdefault(leader, []).append(one.id)
    known = known or {}
    groups = [ids for ids in members.values() if len(ids) > 1]
    names = _give_names(groups, known, set(known.values()))
    return {one: name for ids, name in zip(groups, names, strict=True) for one in ids}


def _give_names(
    groups: Sequence[Sequence[str]], known: Mapping[str, str], taken: Collection[str]
) -> list[str]:
    """Return the name of each group: the one that a member has, or its first member's id."""
    # No group is given a name that another one has: an edited article may have left its group.
    free, kept = set(taken), set(taken)
    names = []
    for ids in groups:
        old = next((known[one] for one in ids if known.get(one) in free), None)
        name = old or next((one for one in ids if one not in kept), "+".join(ids))
        free.discard(name)
        kept.add(name)
        names.append(name)
    return names


def _read_day(date: str | None) -> int:
    try:
        return dt.date.fromisoformat(date).toordinal() if date else UNDATED
    except ValueError:
        # A table may date its rows by month or in words.
        return UNDATED


def name_copies(
    articles: pa.Table, samples: Sequence[Sample], read: Read, *, run: Run = map
) -> pa.Array:
    """Return the group of each article that has a copy, null for the others, as ``name_groups``.

    Parameters
    ----------
    articles : pyarrow.Table
        Columns ``article_id``, ``date`` (of the page, else its own) and ``copy_group``: groups that
        have a name there keep it.
    samples, read, run
        The bodies in the order of the table, as ``find_leaders`` takes them.
    """
    order = _order_printings(articles)
    leaders = find_leaders(samples, read_days(articles["date"]), order, read, run=run)
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    # Members of groups stand together, the earliest group and in it the earliest printing first.
    many = order[np.bincount(leaders, minlength=len(order))[leaders[order]] > 1]
    many = many[np.argsort(places[leaders[many]], kind="stable")]
    starts = np.flatnonzero(np.diff(leaders[many], prepend=-1))
    ids, old = (articles[name].take(many).to_pylist() for name in ("article_id", "copy_group"))
    groups = [ids[start:end] for start, end in zip(starts, [*starts[1:], len(ids)], strict=False)]
    known = {one: group for one, group in zip(ids, old, strict=True) if group}
    taken = {group for group in pc.unique(articles["copy_group"]).to_pylist() if group}
    names = pa.array(_give_names(groups, known, taken), pa.string())
    numbers = np.full(len(order), -1)
    numbers[many] = np.cumsum(np.diff(leaders[many], prepend=-1) != 0) - 1
    return names.take(pa.array(numbers, mask=numbers < 0))


def _order_printings(articles: pa.Table) -> NDArray[np.int64]:
    dates = pc.if_else(pc.equal(articles["date"], ""), "9999", articles["date"])
    keys = pa.table({"date": pc.fill_null(dates, "9999"), "id": articles["article_id"]})
    order = pc.sort_indices(keys, sort_keys=[("date", "ascending"), ("id", "ascending")])
    return np.asarray(order.to_numpy(), dtype=np.int64)


def read_days(dates: pa.ChunkedArray) -> NDArray[np.int64]:
    """Return days counted from any day, ``UNDATED`` where none is known or told."""
    kinds = pc.unique(dates)
    days = np.array([_read_day(date) for date in kinds.to_pylist()], dtype=np.int64)
    return np.asarray(days[pc.index_in(dates, kinds).to_numpy()])


def mark_copies(corpus: Corpus) -> Corpus:
    """Return the corpus with every copy named after the earliest printing among its pages."""
    dates = {cut.page.id: cut.page.date for cut in corpus.cuts}
    groups = name_groups(
        [
            Printing(one.id, simplify(one.body), dates[one.page_id] or one.date)
            for one in corpus.articles
        ]
    )
    cuts = []
    for cut in corpus.cuts:
        groups_of = ((one, groups.get(one.id)) for one in cut.articles)
        marked = (
            replace(one, copy_of=group if group != one.id else None) for one, group in groups_of
        )
        cuts.append(replace(cut, articles=tuple(marked)))
    return replace(corpus, cuts=tuple(cuts))
