"""What was cut becomes the tables of a study: its pages, their articles, every character's fate."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Any

import pyarrow as pa

from analysis.press.records import PEOPLE, Article, Page, PageCut, Span, Tail
from analysis.press.script import may_turn, simplify, tell_script
from analysis.press.stories import Link
from analysis.study.corpus import Corpus
from analysis.study.kept import dump_cut
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import make_columns

# Characters: as many as a headline has.
_OPENING = 20
_SPANS = SCHEMAS["articles"].field("spans").type
# Columns that hold what the record says, word for word.
_OF_PAGE = ("source", "newspaper", "date", "edition", "text", "encoding", "editors")
_OF_ARTICLE = (
    *("page_id", "kind", "kicker", "headline", "subhead", "byline", "agency", "place", "date"),
    *("body", "continued_to", "continued_from", "url", "score", "reasons", *PEOPLE),
)
_OF_NOTE = ("rule", "start", "end", "before", "after")


def page_tables(corpus: Corpus) -> dict[str, pa.Table]:
    """Return the tables of the pages, their articles and what became of every character."""
    articles, kept = corpus.articles, corpus.uncorrected
    columns: dict[str, dict[str, Any]] = {
        "pages": _page_columns([cut.page for cut in corpus.cuts]),
        "articles": _article_columns(articles, corpus.links),
        "notes": _note_columns(articles),
        "furniture": _furniture_columns(corpus.cuts),
        "cuts": {"page_id": [cut.page.id for cut in kept], "cut": [dump_cut(cut) for cut in kept]},
    }
    return {name: make_columns(name, column) for name, column in columns.items()}


def _page_columns(pages: Sequence[Page]) -> dict[str, Any]:
    return {
        **_copy(pages, _OF_PAGE),
        "page_id": [page.id for page in pages],
        "script": [tell_script(page.text) for page in pages],
        "origins": [[f"{fact}={origin}" for fact, origin in page.origins] for page in pages],
    }


def _article_columns(articles: Sequence[Article], links: Sequence[Link]) -> dict[str, Any]:
    ids, texts = [one.id for one in articles], [one.text for one in articles]
    likely = {link.head: link.tail for link in links}
    return {
        **_copy(articles, _OF_ARTICLE),
        "article_id": ids,
        "opening": [one.body[:_OPENING] for one in articles],
        "text": texts,
        "plain": [_differ(simplify(text), text) if may_turn(text) else None for text in texts],
        "characters": [sum(map(len, text.split())) for text in texts],
        "spans": _span_lists([one.spans for one in articles]),
        "tails": [[_tail_row(tail) for tail in one.tails] for one in articles],
        "likely_tail": [likely.get(one) for one in ids],
        "copy_group": [one.copy_of for one in articles],
    }


def _note_columns(articles: Sequence[Article]) -> dict[str, Any]:
    # A joined tail's notes count in its own page: they stand under the id it has there.
    pieces = [
        piece
        for one in articles
        for piece in ((one.id, one.notes), *((tail.article_id, tail.notes) for tail in one.tails))
    ]
    notes = [note for _, own in pieces for note in own]
    return {
        "article_id": [piece for piece, own in pieces for _ in own],
        **_copy(notes, _OF_NOTE),
    }


def _furniture_columns(cuts: Sequence[PageCut]) -> dict[str, Any]:
    return {
        "page_id": [cut.page.id for cut in cuts for _ in cut.furniture],
        **_copy([piece for cut in cuts for piece in cut.furniture], ("kind", "start", "end")),
    }


def _copy(records: Sequence[object], names: Sequence[str]) -> dict[str, list[Any]]:
    return {name: list(map(attrgetter(name), records)) for name in names}


def _differ(plain: str, text: str) -> str | None:
    return None if plain == text else plain


def _span_lists(spans: Sequence[Sequence[Span]]) -> pa.ListArray:
    """Return ranges as a column of lists: built of whole arrays, not of a dict for each range."""
    flat = [span for own in spans for span in own]
    ends = [pa.array([span[side] for span in flat], pa.int32()) for side in (0, 1)]
    offsets = pa.array(accumulate(map(len, spans), initial=0), pa.int32())
    values = pa.StructArray.from_arrays(ends, fields=list(_SPANS.value_type))
    return pa.ListArray.from_arrays(offsets, values, type=_SPANS)


def _tail_row(tail: Tail) -> Mapping[str, Any]:
    spans = [{"start": start, "end": end} for start, end in tail.spans]
    return {"page_id": tail.page_id, "source": tail.source, "spans": spans}
