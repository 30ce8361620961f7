"""New pages complete the stories of a study: a head finds its tail there, or a tail its head."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.records import PEOPLE, Article, Page, PageCut, Span, Tail
from analysis.study.cutting import Corpus
from analysis.study.stories import join_stories

Tables = Mapping[str, pa.Table]

_COPIED = (
    "page_id",
    "kind",
    "kicker",
    "headline",
    "subhead",
    "byline",
    "agency",
    "place",
    "date",
    "body",
    "continued_to",
    "continued_from",
    "url",
    "score",
)
_OF_ARTICLES = ("articles", "passages", "article_topics", "article_themes")


def complete_stories(
    corpus: Corpus, old: Tables, edits: Iterable[Mapping[str, Any]]
) -> tuple[Corpus, frozenset[str]]:
    """Return the corpus with its stories joined, also to articles of the study's old tables.

    Behind the new pages stand the old ones whose articles grew, with those alone; the ids are those
    of the old articles that grew or went into others.
    """
    waiting = _read_waiting(old)
    cuts = (*corpus.cuts, *waiting)
    joined = join_stories(replace(corpus, cuts=cuts), edits)
    before = {one.id: len(one.tails) for cut in waiting for one in cut.articles}
    after = {one.id: len(one.tails) for one in joined.articles}
    gone = frozenset(one for one, tails in before.items() if after.get(one) != tails)
    new = len(corpus.cuts)
    grown = (_keep_only(cut, gone) for cut in joined.cuts[new:])
    kept = (*joined.cuts[:new], *(cut for cut in grown if cut.articles))
    return replace(joined, cuts=kept), gone


def drop_articles(tables: Tables, gone: frozenset[str]) -> dict[str, pa.Table]:
    """Return the tables without the rows of some articles; pages stay."""
    ids = pa.array(sorted(gone), type=pa.string())
    dropped = {
        name: tables[name].filter(pc.invert(pc.is_in(tables[name]["article_id"], ids)))
        for name in _OF_ARTICLES
    }
    return {**tables, **dropped}


def _keep_only(cut: PageCut, ids: frozenset[str]) -> PageCut:
    return replace(cut, articles=tuple(one for one in cut.articles if one.id in ids))


def _read_waiting(old: Tables) -> tuple[PageCut, ...]:
    """Return the old pages with articles that jump and may wait for a piece, with those alone."""
    table = old["articles"]
    marked = pc.or_(pc.is_valid(table["continued_to"]), pc.is_valid(table["continued_from"]))
    rows = table.filter(marked).to_pylist()
    wanted = pa.array(sorted({row["page_id"] for row in rows}), type=pa.string())
    pages = old["pages"].filter(pc.is_in(old["pages"]["page_id"], wanted)).to_pylist()
    return tuple(
        PageCut(
            page := _read_page(row),
            tuple(_read_article(one, page) for one in rows if one["page_id"] == page.id),
            furniture=(),
        )
        for row in pages
    )


def _read_page(row: Mapping[str, Any]) -> Page:
    copied = ("source", "text", "encoding", "newspaper", "date", "edition")
    origins = (origin.partition("=") for origin in row["origins"])
    return Page(
        **{name: row[name] for name in copied},
        origins=tuple((fact, origin) for fact, _, origin in origins),
    )


def _read_article(row: Mapping[str, Any], page: Page) -> Article:
    tails = tuple(
        Tail(tail["page_id"], tail["source"], _read_spans(tail["spans"])) for tail in row["tails"]
    )
    said = {name: row[name] for name in _COPIED} | {role: tuple(row[role]) for role in PEOPLE}
    if tails:
        # It has found its tail; a tail it may still be.
        said["continued_to"] = None
    return Article(source=page.source, spans=_read_spans(row["spans"]), tails=tails, **said)


def _read_spans(rows: Iterable[Mapping[str, int]]) -> tuple[Span, ...]:
    return tuple((row["start"], row["end"]) for row in rows)
