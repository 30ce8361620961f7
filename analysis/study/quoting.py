"""The quotations of a study: the strongest sentences of its topics and themes, and their places."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.study.draft import Draft
from analysis.study.origins import order_tracing, trace_ranges
from analysis.study.tables import make_table
from analysis.theme.passages import Range
from analysis.theme.quotations import (
    FAINTEST,
    Quotation,
    Source,
    choose_sources,
    pick_quotations,
    quote_articles,
)
from analysis.theme.records import Model
from analysis.theme.shapes import Array
from analysis.theme.tokens import make_cutter

Subject = tuple[str, Any]
"""A topic or a theme: the column that names it ("topic_id" or "theme") and its value there."""

Quotations = Mapping[Subject, Sequence[Quotation]]

Order = TypeVar("Order")
Made = TypeVar("Made")

_SHOWN = 10
# Articles that are asked for the sentences of a subject: enough to choose from, however many are.
_ASKED = 50
_KEPT = 100
# Articles that are rated together: one worker's share of a few.
_TASK = 128
_HEADS = ("kicker", "headline", "subhead")


def list_subjects(draft: Draft) -> tuple[Subject, ...]:
    """Return the topics and the themes of a study, each in the order of their shares' columns."""
    topics = draft.list_columns("article_topics")
    themes = draft.list_columns("article_themes")
    return (*(("topic_id", one) for one in topics), *(("theme", one) for one in themes))


@dataclass(frozen=True, slots=True)
class Asking:
    """Articles that are asked for sentences, and all they are rated by. It travels to a worker.

    ``rows`` are the articles', in ascending order; ``asked`` (n_rows, n_subjects) tells for what.
    """

    draft: Draft
    model: Model
    user: tuple[str, ...]
    rows: Array
    asked: Array


@dataclass(frozen=True, slots=True)
class Rated:
    """Sentences in the order of the articles, and their strengths, (n_sentences, n_subjects).

    A strength is 0 where the article was not asked for the subject.
    """

    sentences: tuple[Quotation, ...]
    strengths: Array


class Run(Protocol):
    """Gives what a function makes of each item, in order, as ``map`` does."""

    def __call__(self, work: Callable[[Order], Made], items: Sequence[Order], /) -> Iterable[Made]:
        """Return what yields ``work(item)`` for each item."""


def find_quotations(
    draft: Draft, model: Model, user: tuple[str, ...], *, run: Run = map
) -> dict[Subject, tuple[Quotation, ...]]:
    """Return the strongest quotations of each topic and theme, strongest first, up to a hundred.

    They are looked for in the articles that hold most of the subject; captions and notices are left
    out, and of the printings of one story the first is asked.

    Parameters
    ----------
    run : callable
        Rates in other processes, where it is not ``map``: articles that lie in the folder of the
        draft need not travel.
    """
    rated = list(run(rate_articles, _ask_articles(draft, model, user)))
    sentences = [one for part in rated for one in part.sentences]
    subjects = list_subjects(draft)
    strengths = np.concatenate([np.zeros((0, len(subjects))), *(one.strengths for one in rated)])
    return {
        subject: _pick_strongest(sentences, strong)
        for subject, strong in zip(subjects, strengths.T, strict=True)
    }


def _pick_strongest(sentences: Sequence[Quotation], strengths: Array) -> tuple[Quotation, ...]:
    # Of equals the first: they are in the order of the articles.
    order = np.argsort(-strengths, kind="stable")
    ranked = (
        replace(sentences[place], strength=strength)
        for place, strength in zip(order.tolist(), strengths[order].tolist(), strict=True)
    )
    return pick_quotations(ranked, most=_KEPT)


def _ask_articles(draft: Draft, model: Model, user: tuple[str, ...]) -> list[Asking]:
    """Return which articles are asked, and for what, a few to each order."""
    chosen = list(_choose_articles(draft))
    rows = np.unique(np.concatenate([np.zeros(0, np.int64), *chosen]))
    asked = np.stack([np.isin(rows, own) for own in chosen], axis=1)
    held = {name: table for name, table in draft.tables.items() if name == "articles"}
    return [
        Asking(
            Draft(draft.folder, held),
            model,
            user,
            rows[start : start + _TASK],
            asked[start : start + _TASK],
        )
        for start in range(0, len(rows), _TASK)
    ]


def _choose_articles(draft: Draft) -> Iterator[Array]:
    articles = draft.read("articles", ["article_id", "copy_group", "kind", "characters"])
    story = pc.coalesce(articles["copy_group"], articles["article_id"])
    is_first = pc.equal(story, articles["article_id"])
    quotable = pc.and_(pc.equal(articles["kind"], "article"), is_first)
    characters = articles["characters"].to_numpy() * quotable.to_numpy()
    for name in ("article_topics", "article_themes"):
        for shares in draft.spread(name).T:
            yield choose_sources(shares, characters, most=_ASKED)


def rate_articles(order: Asking) -> Rated:
    """Return the sentences of articles that may be among the strongest of a subject.

    The same whatever other articles are asked together with one.
    """
    columns = ["article_id", "copy_group", "text", "plain", *_HEADS]
    told = order.draft.take("articles", order.rows, columns).to_pylist()
    sources = [_read_source(one) for one in told]
    places: list[tuple[int, Source, Range]] = []
    rated = [np.zeros((0, order.asked.shape[1]))]
    found = quote_articles(order.model, sources, make_cutter(order.user))
    for row, (source, _), asked, (ranges, strengths) in zip(
        order.rows.tolist(), sources, order.asked, found, strict=True
    ):
        places += [(row, source, place) for place in ranges]
        rated.append(np.where(asked, strengths, 0.0))
    strengths = np.concatenate(rated)
    # What is far weaker than the strongest of these articles is so among all.
    strong = (strengths > 0) & (strengths >= FAINTEST * strengths.max(axis=0, initial=0.0))
    kept = np.flatnonzero(strong.any(axis=1))
    return Rated(tuple(_quote(*places[one]) for one in kept.tolist()), strengths[kept])


def _quote(row: int, source: Source, place: Range) -> Quotation:
    return Quotation(source.story, *place, source.text[slice(*place)], row=row)


def _read_source(row: Mapping[str, Any]) -> tuple[Source, str]:
    story = row["copy_group"] or row["article_id"]
    heads = sum(len(row[head]) + 1 for head in _HEADS if row[head])
    return Source(story, row["text"], start=heads), row["plain"] or row["text"]


def quotation_table(
    draft: Draft, found: Quotations, *, most: int = _SHOWN, run: Run = map
) -> pa.Table:
    """Return the table of the strongest quotations of each subject, with their printed places.

    ``run`` is as ``find_quotations`` has it.
    """
    shown = [
        (subject, rank, one)
        for subject, quotations in found.items()
        for rank, one in enumerate(quotations[:most], 1)
    ]
    rows = sorted({one.row for _, _, one in shown})
    named = draft.take("articles", rows, ["article_id"])["article_id"].to_pylist()
    ids = dict(zip(rows, named, strict=True))
    orders = order_tracing(draft, ((ids[one.row], one.start, one.end) for _, _, one in shown))
    places = dict(item for placed in run(trace_ranges, orders) for item in placed.items())
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
