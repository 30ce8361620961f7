"""What was cut becomes the tables of a study: its pages, their articles, every character's fate."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from analysis.press.records import PEOPLE, Article, Page, Span
from analysis.press.script import tell_script
from analysis.study.corpus import Corpus
from analysis.study.kept import dump_cut
from analysis.study.tables import make_columns, make_table

# Characters: as many as a headline has.
_OPENING = 20


def page_tables(corpus: Corpus) -> dict[str, pa.Table]:
    """Return the tables of the pages, their articles and what became of every character."""
    furniture = (
        {"page_id": cut.page.id, **asdict(piece)} for cut in corpus.cuts for piece in cut.furniture
    )
    kept = corpus.uncorrected
    return {
        "pages": make_table("pages", (_page_row(cut.page) for cut in corpus.cuts)),
        "articles": make_table("articles", _article_rows(corpus)),
        "notes": make_columns("notes", _note_columns(corpus.articles)),
        "furniture": make_table("furniture", furniture),
        "cuts": make_table("cuts", ({"page_id": c.page.id, "cut": dump_cut(c)} for c in kept)),
    }


def _page_row(page: Page) -> dict[str, Any]:
    return {
        "page_id": page.id,
        "source": page.source,
        "newspaper": page.newspaper,
        "date": page.date,
        "edition": page.edition,
        "text": page.text,
        "encoding": page.encoding,
        "editors": list(page.editors),
        "script": tell_script(page.text),
        "origins": [f"{fact}={origin}" for fact, origin in page.origins],
    }


def _article_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    tails = {link.head: link.tail for link in corpus.links}
    for article in corpus.articles:
        yield {**_article_row(article), "likely_tail": tails.get(article.id)}


def _article_row(article: Article) -> dict[str, Any]:
    copied = ("page_id", "kind", "kicker", "headline", "subhead", "byline", "agency", "place")
    more = ("date", "body", "text", "continued_to", "continued_from", "url", "score", "reasons")
    row: dict[str, Any] = {name: getattr(article, name) for name in (*copied, *more)}
    row |= {role: list(getattr(article, role)) for role in PEOPLE}
    row["article_id"] = article.id
    row["opening"] = article.body[:_OPENING]
    row["characters"] = sum(not character.isspace() for character in article.text)
    row["plain"] = article.plain if article.plain != article.text else None
    row["spans"] = _span_rows(article.spans)
    row["tails"] = [
        {"page_id": tail.page_id, "source": tail.source, "spans": _span_rows(tail.spans)}
        for tail in article.tails
    ]
    row["copy_group"] = article.copy_of
    return row


def _note_columns(articles: Sequence[Article]) -> dict[str, list[Any]]:
    # A joined tail's notes count in its own page: they stand under the id it has there.
    pieces = [
        piece
        for one in articles
        for piece in ((one.id, one.notes), *((tail.article_id, tail.notes) for tail in one.tails))
    ]
    notes = [(piece, note) for piece, own in pieces for note in own]
    columns: dict[str, list[Any]] = {"article_id": [one for one, _ in notes]}
    for name in ("rule", "start", "end", "before", "after"):
        columns[name] = [getattr(note, name) for _, note in notes]
    return columns


def _span_rows(spans: Sequence[Span]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in spans]
