"""Tables with one row an article: each row becomes a page with that one article on it.

Nothing is cut and nothing repaired here: what a table says is a headline is one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import BinaryIO

from analysis.errors import InputError
from analysis.press.errors import DamagedInput, EmptyInput, EmptyRows, NoTextColumn, TooLarge
from analysis.press.readers.columnar import read_parquet
from analysis.press.readers.delimited import read_csv
from analysis.press.readers.fields import Wanted, match_columns, require_columns
from analysis.press.readers.markup import read_pieces
from analysis.press.readers.objects import read_json
from analysis.press.readers.rows import Knows, Row
from analysis.press.readers.workbook import read_xlsx

_Reader = Callable[[str, BinaryIO, Knows, Wanted], Iterator[Row | InputError]]

_READERS: Mapping[str, _Reader] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_xlsx,
    ".json": read_json,
    ".jsonl": read_json,
    ".ndjson": read_json,
    ".parquet": read_parquet,
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
    columns, given = _Columns(source, wanted), dict(wanted.given)
    # The number of each row without text, and whether it says anything at all.
    empty: list[tuple[int, bool]] = []
    reader = _READERS[PurePath(source).suffix.lower()]
    for row in reader(source, file, columns.knows, wanted):
        if isinstance(row, InputError):
            yield row
        elif isinstance(said := columns.read(row), InputError):
            yield said
        elif said.get("body"):
            yield from _tell_empty(source, empty)
            empty = []
            yield source, Row(row.number, encoding=row.encoding), {**given, **said}
        else:
            empty.append((row.number, any(row.cells.values())))
    if not columns.known:
        raise EmptyInput(source=source)
    # Spreadsheets keep the rows below the table that were once touched: these say nothing.
    yield from _tell_empty(source, [(number, told) for number, told in empty if told])


class _Columns:
    """Which columns of a table hold what; ``known`` once a row was met."""

    def __init__(self, source: str, wanted: Wanted) -> None:
        self._source, self._wanted = source, wanted
        self.known = False

    def knows(self, names: Sequence[str]) -> bool:
        """Tell whether names of columns are a header: the text is among them."""
        return "body" in match_columns(tuple(names), self._wanted.columns)

    def read(self, row: Row) -> dict[str, str] | InputError:
        """Return what a row says, or why it cannot be used.

        Raises
        ------
        NoTextColumn, NoSuchColumn
            When it is the first row, and what is looked for is not there.
        """
        names, limits = tuple(row.cells), self._wanted.limits
        place = f"{self._source}#r{row.number}"
        try:
            limits.require("columns", len(names), place)
            self._look_at(names)
            said = _read_fields(row, match_columns(names, self._wanted.columns))
            limits.require("page_characters", max(map(len, said.values()), default=0), place)
        except TooLarge as error:
            return error
        except RecursionError as error:
            return DamagedInput(source=place, fault=error)
        return said

    def _look_at(self, names: Sequence[str]) -> None:
        if not self.known and not self.knows(names):
            raise NoTextColumn(source=self._source, columns=", ".join(names))
        if not self.known:
            require_columns(self._source, names, self._wanted.columns)
        self.known = True


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
