"""Where on the raw pages of a study a range of an article's text is printed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.records import Note
from analysis.press.tracing import Piece, Trace, find_printed, number_line, trace_article
from analysis.study.stories import name_tails

Asked = tuple[str, int, int]
"""An article's id, start and end in its text."""

_HEADS = ("kicker", "headline", "subhead")


def place_ranges(
    tables: Mapping[str, pa.Table], asked: Collection[Asked]
) -> dict[Asked, list[dict[str, Any]]]:
    """Return where each range is printed, as rows of the struct ``places`` of quotations.

    ``tables`` are "articles", "notes" and "pages". A range of a text that no page prints so (a
    headline that a reader wrote) has no place.
    """
    rows = _take(tables["articles"], "article_id", {one for one, _, _ in asked})
    pieces = {one["article_id"]: _list_pieces(one) for one in rows}
    pages = _read_pages(tables["pages"], pieces.values())
    notes = _read_notes(tables["notes"], pieces.values())
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


def _read_pages(pages: pa.Table, pieces: Iterable[Iterable[_Place]]) -> dict[str, str]:
    wanted = {page for places in pieces for _, page, _ in places}
    return {row["page_id"]: row["text"] for row in _take(pages, "page_id", wanted)}


def _read_notes(notes: pa.Table, pieces: Iterable[Iterable[_Place]]) -> Mapping[str, list[Note]]:
    found = defaultdict[str, list[Note]](list)
    for row in _take(notes, "article_id", {one for places in pieces for one, _, _ in places}):
        found[row.pop("article_id")].append(Note(**row))
    return found


def _take(table: pa.Table, column: str, values: Collection[str]) -> list[dict[str, Any]]:
    wanted = pa.array(sorted(values), type=pa.string())
    rows: list[dict[str, Any]] = table.filter(pc.is_in(table[column], wanted)).to_pylist()
    return rows


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
