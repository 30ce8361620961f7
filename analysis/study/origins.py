"""Where on the raw pages of a study a range of an article's text is printed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.press.records import Note
from analysis.press.tracing import Piece, Trace, find_printed, number_line, trace_article
from analysis.study.draft import Draft
from analysis.study.schemas import SCHEMAS
from analysis.study.stories import name_tails

Asked = tuple[str, int, int]
"""An article's id, start and end in its text."""
Placed = dict[Asked, list[dict[str, Any]]]
"""Where each range is printed, as rows of the struct ``places`` of quotations."""

_HEADS = ("kicker", "headline", "subhead")
_TRACED = ("articles", "pages", "notes")
# Ranges traced together: a worker's share of a few hundred.
_TASK = 128
_OF_ARTICLE = ("article_id", "page_id", "spans", "tails", "body", *_HEADS)


@dataclass(frozen=True, slots=True)
class Tracing:
    """The order to find where ranges are printed. It travels to a worker."""

    draft: Draft
    asked: tuple[Asked, ...]


def trace_ranges(order: Tracing) -> Placed:
    """Return where the ranges of an order are printed, as ``place_ranges`` does."""
    return place_ranges(order.draft, order.asked)


def order_tracing(draft: Draft, asked: Iterable[Asked]) -> list[Tracing]:
    """Return the orders to trace ranges, those of neighbours together."""
    held = {name: draft.tables[name] for name in _TRACED if name in draft.tables}
    wanted = sorted(set(asked))
    return [
        Tracing(Draft(draft.folder, held), tuple(wanted[start : start + _TASK]))
        for start in range(0, len(wanted), _TASK)
    ]


def place_ranges(draft: Draft, asked: Collection[Asked]) -> Placed:
    """Return where each range is printed, as rows of the struct ``places`` of quotations.

    A range of a text that no page prints so (a headline that a reader wrote) has no place.
    """
    rows = draft.find("articles", "article_id", {one for one, _, _ in asked}, _OF_ARTICLE)
    pieces = {one["article_id"]: _list_pieces(one) for one in rows}
    pages = _read_pages(draft, pieces.values())
    notes = _read_notes(draft, pieces.values())
    traces = {
        row["article_id"]: _trace_row(row, pieces[row["article_id"]], pages, notes) for row in rows
    }
    return {
        (article, start, end): [
            {
                "page_id": one.page_id,
                "start": one.start,
                "end": one.end,
                "first_line": number_line(pages[one.page_id], one.start),
                "last_line": number_line(pages[one.page_id], one.end - 1),
            }
            for one in find_printed(traces[article], start, end)
        ]
        for article, start, end in asked
    }


# The id that a piece has notes under, its page, its ranges.
_Place = tuple[str, str, tuple[tuple[int, int], ...]]


def _list_pieces(row: Mapping[str, Any]) -> list[_Place]:
    ids = [row["article_id"], *name_tails(row)]
    return [
        (one, piece["page_id"], tuple((span["start"], span["end"]) for span in piece["spans"]))
        for one, piece in zip(ids, [row, *row["tails"]], strict=True)
    ]


def _read_pages(draft: Draft, pieces: Iterable[Iterable[_Place]]) -> dict[str, str]:
    wanted = {page for places in pieces for _, page, _ in places}
    rows = draft.find("pages", "page_id", wanted, ["page_id", "text"])
    return {row["page_id"]: row["text"] for row in rows}


def _read_notes(draft: Draft, pieces: Iterable[Iterable[_Place]]) -> Mapping[str, list[Note]]:
    found = defaultdict[str, list[Note]](list)
    wanted = {one for places in pieces for one, _, _ in places}
    for row in draft.find("notes", "article_id", wanted, SCHEMAS["notes"].names):
        found[row.pop("article_id")].append(Note(**row))
    return found


def _trace_row(
    row: Mapping[str, Any],
    places: Iterable[_Place],
    pages: Mapping[str, str],
    notes: Mapping[str, list[Note]],
) -> Trace:
    pieces = [
        Piece(page, pages[page], spans, tuple(notes.get(one, ()))) for one, page, spans in places
    ]
    heads = [row[head] for head in _HEADS if row[head]]
    return trace_article(pieces, heads=heads, body=row["body"])
