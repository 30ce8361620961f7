"""The quotations of a study: the strongest sentences of its topics and themes, and their places."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from analysis.study.draft import Draft
from analysis.study.origins import place_ranges
from analysis.study.tables import make_table
from analysis.theme.evidence import explain_articles
from analysis.theme.quotations import (
    Quotation,
    Source,
    choose_sources,
    make_yardstick,
    quote_article,
    rank_quotations,
)
from analysis.theme.records import Model
from analysis.theme.tokens import make_cutter

Subject = tuple[str, Any]
"""A topic or a theme: the column that names it ("topic_id" or "theme") and its value there."""

Quotations = Mapping[Subject, Sequence[Quotation]]

_SHOWN = 10
# Articles that are asked for the sentences of a subject: enough to choose from, however many are.
_ASKED = 50
# The sentences of a subject are brought down to this many whenever there are twice as many.
_KEPT = 100
_HEADS = ("kicker", "headline", "subhead")


def list_subjects(draft: Draft) -> tuple[Subject, ...]:
    """Return the topics and the themes of a study, each in the order of their shares' columns."""
    topics = draft.list_columns("article_topics")
    themes = draft.list_columns("article_themes")
    return (*(("topic_id", one) for one in topics), *(("theme", one) for one in themes))


def find_quotations(
    draft: Draft, model: Model, user: tuple[str, ...]
) -> dict[Subject, tuple[Quotation, ...]]:
    """Return the strongest quotations of each topic and theme, strongest first, up to a hundred.

    They are looked for in the articles that hold most of the subject; captions and notices are left
    out, and of the printings of one story the first is asked.
    """
    asking: dict[int, list[int]] = defaultdict(list)
    for number, rows in enumerate(_choose_articles(draft)):
        for row in rows:
            asking[row].append(number)
    pools: dict[int, list[Quotation]] = defaultdict(list)
    for row, number, quotation in _rate_articles(draft, asking, model, user):
        pool = pools[number]
        pool.append(replace(quotation, row=row))
        if len(pool) > 2 * _KEPT:
            pools[number] = list(rank_quotations(pool, most=_KEPT))
    return {
        subject: rank_quotations(pools[number], most=_KEPT)
        for number, subject in enumerate(list_subjects(draft))
    }


def _choose_articles(draft: Draft) -> Iterator[list[int]]:
    articles = draft.read("articles", ["article_id", "copy_group", "kind", "characters"])
    story = pc.coalesce(articles["copy_group"], articles["article_id"])
    is_first = pc.equal(story, articles["article_id"])
    quotable = pc.and_(pc.equal(articles["kind"], "article"), is_first)
    characters = articles["characters"].to_numpy() * quotable.to_numpy()
    for name in ("article_topics", "article_themes"):
        for shares in draft.spread(name).T:
            yield choose_sources(shares, characters, most=_ASKED).tolist()


def _rate_articles(
    draft: Draft, asking: Mapping[int, Sequence[int]], model: Model, user: tuple[str, ...]
) -> Iterator[tuple[int, int, Quotation]]:
    """Yield row, number of the subject, and quotation with its strength for that subject."""
    rows = sorted(asking)
    columns = ["article_id", "copy_group", "text", "plain", *_HEADS]
    told = draft.take("articles", rows, columns).to_pylist()
    sources = [_read_source(one) for one in told]
    yardstick = make_yardstick(model)
    found = explain_articles(model, (plain for _, plain in sources), make_cutter(user))
    for row, (source, _), evidence in zip(rows, sources, found, strict=True):
        for quotation, strengths in quote_article(source, evidence, yardstick):
            for number in asking[row]:
                yield row, number, replace(quotation, strength=float(strengths[number]))


def _read_source(row: Mapping[str, Any]) -> tuple[Source, str]:
    story = row["copy_group"] or row["article_id"]
    heads = sum(len(row[head]) + 1 for head in _HEADS if row[head])
    return Source(story, row["text"], start=heads), row["plain"] or row["text"]


def quotation_table(draft: Draft, found: Quotations, *, most: int = _SHOWN) -> pa.Table:
    """Return the table of the strongest quotations of each subject, with their printed places."""
    shown = [
        (subject, rank, one)
        for subject, quotations in found.items()
        for rank, one in enumerate(quotations[:most], 1)
    ]
    rows = sorted({one.row for _, _, one in shown})
    named = draft.take("articles", rows, ["article_id"])["article_id"].to_pylist()
    ids = dict(zip(rows, named, strict=True))
    places = place_ranges(draft, {(ids[one.row], one.start, one.end) for _, _, one in shown})
    return make_table(
        "quotations",
        (
            {
                subject[0]: subject[1],
                "rank": rank,
                "article_id": ids[one.row],
                "span": {"start": one.start, "end": one.end},
                "strength": one.strength,
                "places": places[ids[one.row], one.start, one.end],
            }
            for subject, rank, one in shown
        ),
    )
