"""Tables with one row an article: each row becomes a page with that one article on it.

Nothing is cut and nothing repaired here: what a table says is a headline is one.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath
from typing import BinaryIO

from analysis.errors import InputError
from analysis.press import facts
from analysis.press.errors import EmptyInput, EmptyRows, NoTextColumn
from analysis.press.readers import rows
from analysis.press.readers.markup import read_pieces
from analysis.press.readers.rows import Row
from analysis.press.records import Article, Note, Page, PageCut

FIELDS: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "标题"),
    "body": ("body", "text", "content", "正文", "内容"),
    "date": ("date", "日期", "发布时间"),
    "newspaper": ("newspaper", "source", "报纸", "来源"),
    "edition": ("edition", "版次"),
    "author": ("author", "作者"),
    "url": ("url", "链接"),
}
"""What a row may tell of its article, and the names of columns under which it does."""
Pairs = tuple[tuple[str, str], ...]

_READERS: Mapping[str, Callable[[str, BinaryIO, rows.Knows], Iterator[Row | InputError]]] = {
    ".csv": rows.read_csv,
    ".tsv": rows.read_csv,
    ".xlsx": rows.read_xlsx,
    ".json": rows.read_json,
    ".jsonl": rows.read_json,
    ".ndjson": rows.read_json,
    ".parquet": rows.read_parquet,
}
SUFFIXES = tuple(_READERS)

_BREAK = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
_DAY = re.compile(r"((?:19|20)\d\d)(?:\s*[年./-]\s*)?(\d{1,2})(?:\s*[月./-]\s*)?(\d{1,2})(?!\d)")
# Tables that were taken from the web hold the markup of the page.
_MARKUP = re.compile(r"</(?:p|div|span)>|<br ?/?>", re.IGNORECASE)
_GAP = "\n\n"


def read_cuts(
    source: str, file: BinaryIO, *, columns: Pairs = (), given: Pairs = ()
) -> Iterator[PageCut | InputError]:
    """Yield one page with one article for each row; rows without text are told and left out.

    ``columns`` are fields and the columns the user named for them; ``given`` are facts that hold
    for all rows that do not say otherwise.

    Raises
    ------
    NoTextColumn
        When no column is known to hold the text.
    EmptyInput
        When there is no row at all.
    InputError
        As the reader of the format says (``rows``).
    """
    known = False

    def knows(names: Sequence[str]) -> bool:
        return "body" in match_columns(tuple(names), columns)

    # The number of each row without text, and whether it says anything at all.
    empty: list[tuple[int, bool]] = []
    for row in _READERS[PurePath(source).suffix.lower()](source, file, knows):
        if isinstance(row, InputError):
            yield row
            continue
        names = tuple(row.cells)
        if not known and not knows(names):
            raise NoTextColumn(source=source, columns=", ".join(names))
        known = True
        said = _read_fields(row, match_columns(names, columns))
        if not said.get("body"):
            empty.append((row.number, any(row.cells.values())))
            continue
        yield from _tell_empty(source, empty)
        empty = []
        yield make_cut(source, row.number, dict(given) | said)
    if not known:
        raise EmptyInput(source=source)
    # Spreadsheets keep the rows below the table that were once touched: these say nothing.
    yield from _tell_empty(source, [(number, told) for number, told in empty if told])


@lru_cache(maxsize=64)
def match_columns(names: tuple[str, ...], columns: Pairs = ()) -> dict[str, str]:
    """Return for each field the column that holds it; case and spaces do not matter.

    Examples
    --------
    >>> match_columns(("标 题", "Content"))
    {'headline': '标 题', 'body': 'Content'}
    >>> match_columns(("标题", "稿件"), (("body", "稿件"),))
    {'headline': '标题', 'body': '稿件'}
    """
    wanted = {**FIELDS, **{field: (name,) for field, name in columns}}
    there = {_squeeze(name): name for name in reversed(names)}
    found = {
        field: next((there[_squeeze(one)] for one in options if _squeeze(one) in there), None)
        for field, options in wanted.items()
    }
    return {field: name for field, name in found.items() if name is not None}


def make_cut(source: str, number: int, given: Mapping[str, str]) -> PageCut:
    r"""Make a page of one row, and the article over the whole of it.

    Examples
    --------
    >>> cut = make_cut("a.csv", 2, {"headline": "头条", "body": "第一段。\r\n第二段。"})
    >>> cut.page.source, cut.articles[0].headline, cut.articles[0].body
    ('a.csv#r2', '头条', '第一段。\n第二段。')
    """
    headline, body = given.get("headline"), given["body"]
    text = f"{headline}{_GAP}{body}" if headline else body
    page = Page(
        source=f"{source}#r{number}",
        text=text,
        newspaper=given.get("newspaper"),
        date=read_day(given.get("date", "")),
        edition=given.get("edition"),
    )
    told = [fact for fact in ("newspaper", "date", "edition") if getattr(page, fact)]
    page = facts.find_facts(replace(page, origins=tuple((fact, "given") for fact in told)), "")
    article = Article(
        page_id=page.id,
        source=page.source,
        spans=((0, len(text)),),
        body=_BREAK.sub("\n", body),
        headline=headline,
        byline=given.get("author"),
        date=page.date,
        notes=_note_lines(text, len(text) - len(body)),
    )
    return PageCut(page, (article,), ())


def _note_lines(text: str, start: int) -> tuple[Note, ...]:
    """Note the headline, which ends at ``start``, and the breaks between the lines of the body."""
    headline = [Note("headline", 0, start, text[:start], "")] if start else []
    breaks = (
        Note("paragraph", found.start(), found.end(), found[0], "\n")
        for found in _BREAK.finditer(text, start)
    )
    return (*headline, *breaks)


def read_day(text: str) -> str | None:
    """Return the day that a cell names, ISO; None when it names none.

    Examples
    --------
    >>> read_day("2024年1月3日"), read_day("20240103"), read_day("2024/1/3 08:00"), read_day("昨天")
    ('2024-01-03', '2024-01-03', '2024-01-03', None)
    """
    found = _DAY.search(text)
    try:
        return dt.date(*(int(part) for part in found.groups())).isoformat() if found else None
    except ValueError:
        return None


def _read_fields(row: Row, columns: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says; fields without a word are left out."""
    said = {field: _write_cell(row.cells.get(name)) for field, name in columns.items()}
    if _MARKUP.search(said.get("body", "")):
        pieces, _ = read_pieces(said["body"])
        said["body"] = "\n".join(piece.text for piece in pieces)
    return {field: text for field, text in said.items() if text}


def _write_cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(filter(None, map(_write_cell, value)))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Frames write a missing cell as a number that is none.
    return "" if value is None or value != value else str(value).strip()  # noqa: PLR0124


def _tell_empty(source: str, empty: Sequence[tuple[int, bool]]) -> Iterator[InputError]:
    if empty:
        first, last = empty[0][0], empty[-1][0]
        yield EmptyRows(source=source, rows=str(first) if first == last else f"{first}-{last}")


def _squeeze(name: str) -> str:
    return "".join(name.split()).strip("\ufeff").casefold()
