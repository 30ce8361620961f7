"""The quotations of a study: the strongest sentences of its topics and themes, and their places."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from analysis.study.matrices import spread_long
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

Tables = Mapping[str, pa.Table]
Subject = tuple[str, Any]
"""A topic or a theme: the column that names it ("topic_id" or "theme") and its value there."""

Quotations = Mapping[Subject, Sequence[Quotation]]

_SHOWN = 10
# Articles that are asked for the sentences of a subject: enough to choose from, however many are.
_ASKED = 50
# The sentences of a subject are brought down to this many whenever there are twice as many.
_KEPT = 100
_HEADS = ("kicker", "headline", "subhead")


def list_subjects(tables: Tables) -> tuple[Subject, ...]:
    """Return the topics and the themes of a study, each in the order of their shares' columns."""
    topics = tables["topics"]["topic_id"].to_pylist()
    themes = dict.fromkeys(tables["topic_themes"]["theme"].to_pylist())
    return (*(("topic_id", one) for one in topics), *(("theme", one) for one in themes))


def find_quotations(
    tables: Tables, model: Model, user: tuple[str, ...]
) -> dict[Subject, tuple[Quotation, ...]]:
    """Return the strongest quotations of each topic and theme, strongest first, up to a hundred.

    They are looked for in the articles that hold most of the subject; captions and notices are left
    out, and of the printings of one story the first is asked.
    """
    subjects = list_subjects(tables)
    asking: dict[int, list[int]] = defaultdict(list)
    for number, rows in enumerate(_choose_articles(tables, subjects)):
        for row in rows:
            asking[row].append(number)
    pools: dict[int, list[Quotation]] = defaultdict(list)
    for row, number, quotation in _rate_articles(tables["articles"], asking, model, user):
        pool = pools[number]
        pool.append(replace(quotation, row=row))
        if len(pool) > 2 * _KEPT:
            pools[number] = list(rank_quotations(pool, most=_KEPT))
    return {
        subject: rank_quotations(pools[number], most=_KEPT)
        for number, subject in enumerate(subjects)
    }


def _choose_articles(tables: Tables, subjects: Sequence[Subject]) -> Iterator[list[int]]:
    articles = tables["articles"]
    story = pc.coalesce(articles["copy_group"], articles["article_id"])
    is_first = pc.equal(story, articles["article_id"])
    quotable = pc.and_(pc.equal(articles["kind"], "article"), is_first)
    characters = articles["characters"].to_numpy() * quotable.to_numpy()
    for column, name in (("topic_id", "article_topics"), ("theme", "article_themes")):
        labels = [value for key, value in subjects if key == column]
        for shares in spread_long(tables[name], articles["article_id"], labels).T:
            yield choose_sources(shares, characters, most=_ASKED).tolist()


def _rate_articles(
    articles: pa.Table, asking: Mapping[int, Sequence[int]], model: Model, user: tuple[str, ...]
) -> Iterator[tuple[int, int, Quotation]]:
    """Yield row, number of the subject, and quotation with its strength for that subject."""
    rows = sorted(asking)
    sources = [_read_source(one) for one in _list_rows(articles, rows)]
    yardstick = make_yardstick(model)
    found = explain_articles(model, (plain for _, plain in sources), make_cutter(user))
    for row, (source, _), evidence in zip(rows, sources, found, strict=True):
        for quotation, strengths in quote_article(source, evidence, yardstick):
            for number in asking[row]:
                yield row, number, replace(quotation, strength=float(strengths[number]))


def _list_rows(articles: pa.Table, rows: Sequence[int]) -> list[dict[str, Any]]:
    columns = ["article_id", "copy_group", "text", "plain", *_HEADS]
    found: list[dict[str, Any]] = articles.select(columns).take(rows).to_pylist()
    return found


def _read_source(row: Mapping[str, Any]) -> tuple[Source, str]:
    story = row["copy_group"] or row["article_id"]
    heads = sum(len(row[head]) + 1 for head in _HEADS if row[head])
    return Source(story, row["text"], start=heads), row["plain"] or row["text"]


def quotation_table(tables: Tables, found: Quotations, *, most: int = _SHOWN) -> pa.Table:
    """Return the table of the strongest quotations of each subject, with their printed places."""
    ids = tables["articles"]["article_id"]
    shown = [
        (subject, rank, one)
        for subject, quotations in found.items()
        for rank, one in enumerate(quotations[:most], 1)
    ]
    asked = {(ids[one.row].as_py(), one.start, one.end) for _, _, one in shown}
    places = place_ranges(tables, asked)
    rows = (
        {
            subject[0]: subject[1],
            "rank": rank,
            "article_id": ids[one.row].as_py(),
            "span": {"start": one.start, "end": one.end},
            "strength": one.strength,
            "places": places[ids[one.row].as_py(), one.start, one.end],
        }
        for subject, rank, one in shown
    )
    return make_table("quotations", rows)
