"""Which articles are printings of one story: in the table of a study, or among the pages given."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.script import simplify
from analysis.study.corpus import Corpus
from analysis.study.schemas import SCHEMAS
from analysis.study.wires import UNDATED, find_groups


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
    groups: dict[str, str] = {}
    # No group is given a name that another one has: an edited article may have left its group.
    free = set(known.values())
    kept = set(free)
    for ids in members.values():
        if len(ids) > 1:
            old = next((known[one] for one in ids if known.get(one) in free), None)
            name = old or next((one for one in ids if one not in kept), "+".join(ids))
            free.discard(name)
            kept.add(name)
            groups |= dict.fromkeys(ids, name)
    return groups


def _read_day(date: str | None) -> int:
    try:
        return dt.date.fromisoformat(date).toordinal() if date else UNDATED
    except ValueError:
        # A table may date its rows by month or in words.
        return UNDATED


def group_articles(articles: pa.Table, pages: pa.Table) -> pa.Table:
    """Return the table of articles with its column ``copy_group`` found anew; named groups stay."""
    printed = pages["date"].take(pc.index_in(articles["page_id"], pages["page_id"]))
    dates = pc.coalesce(printed, articles["date"]).to_pylist()
    ids, bodies, old = (articles[n].to_pylist() for n in ("article_id", "body", "copy_group"))
    # Text and plain text are of one length and end with the body.
    plain = pc.coalesce(articles["plain"], articles["text"]).to_pylist()
    ends = (text[len(text) - len(body) :] for text, body in zip(plain, bodies, strict=True))
    printings = map(Printing, ids, ends, dates)
    known = {one: group for one, group in zip(ids, old, strict=True) if group}
    groups = name_groups(list(printings), known)
    field = SCHEMAS["articles"].field("copy_group")
    column = pa.array([groups.get(one) for one in ids], type=field.type)
    return articles.set_column(articles.column_names.index("copy_group"), field, column)


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
