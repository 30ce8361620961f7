"""Tables with one row an article: each row becomes a page with that one article on it.

Nothing is cut and nothing repaired here: what a table says is a headline is one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import BinaryIO

from analysis.errors import InputError
from analysis.press.errors import EmptyInput, EmptyRows, NoTextColumn
from analysis.press.readers import rows
from analysis.press.readers.fields import Wanted, match_columns, require_columns
from analysis.press.readers.markup import read_pieces
from analysis.press.readers.rows import Row

_Reader = Callable[[str, BinaryIO, rows.Knows, str | None], Iterator[Row | InputError]]

_READERS: Mapping[str, _Reader] = {
    ".csv": rows.read_csv,
    ".tsv": rows.read_csv,
    ".xlsx": rows.read_xlsx,
    ".json": rows.read_json,
    ".jsonl": rows.read_json,
    ".ndjson": rows.read_json,
    ".parquet": rows.read_parquet,
}
SUFFIXES = tuple(_READERS)

ROW = rf"(?i)\.(?:{'|'.join(suffix[1:] for suffix in SUFFIXES)})#r[0-9]+$"
"""What the source of a row ends with, as a regular expression: the file's suffix and the row."""

# Tables that were taken from the web hold the markup of the page.
_MARKUP = re.compile(r"</(?:p|div|span)>|<br ?/?>", re.IGNORECASE)


Story = tuple[str, Row, Mapping[str, str]]
"""What a row is to be made a page of: the source of its table, the row, what its fields say."""


def read_rows(source: str, file: BinaryIO, wanted: Wanted) -> Iterator[Story | InputError]:
    """Yield what each row says of its article; rows without text are told and left out.

    Raises
    ------
    NoTextColumn
        When no column is known to hold the text.
    NoSuchColumn
        When a column that was named for a field is not there.
    EmptyInput
        When there is no row at all.
    InputError
        As the reader of the format says (``rows``).
    """
    known, given = False, dict(wanted.given)

    def knows(names: Sequence[str]) -> bool:
        return "body" in match_columns(tuple(names), wanted.columns)

    # The number of each row without text, and whether it says anything at all.
    empty: list[tuple[int, bool]] = []
    reader = _READERS[PurePath(source).suffix.lower()]
    for row in reader(source, file, knows, wanted.encoding):
        if isinstance(row, InputError):
            yield row
            continue
        names = tuple(row.cells)
        if not known and not knows(names):
            raise NoTextColumn(source=source, columns=", ".join(names))
        if not known:
            require_columns(source, names, wanted.columns)
        known = True
        said = _read_fields(row, match_columns(names, wanted.columns))
        if not said.get("body"):
            empty.append((row.number, any(row.cells.values())))
            continue
        yield from _tell_empty(source, empty)
        empty = []
        yield source, Row(row.number, encoding=row.encoding), {**given, **said}
    if not known:
        raise EmptyInput(source=source)
    # Spreadsheets keep the rows below the table that were once touched: these say nothing.
    yield from _tell_empty(source, [(number, told) for number, told in empty if told])


def _read_fields(row: Row, columns: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says; fields without a word are left out."""
    said = {field: _write_cell(row.cells.get(name)) for field, name in columns.items()}
    body = said.get("body", "")
    if "<" in body and _MARKUP.search(body):
        pieces, _ = read_pieces(body)
        said["body"] = "\n".join(piece.text for piece in pieces)
    return {field: text for field, text in said.items() if text}


def _write_cell(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
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
