"""What the readers of tables have in common: a row, a header, a file of text that is opened.

Rows stream: a table of any size takes the memory of a few rows, a JSON list excepted, which has to
be read whole. Rows are numbered as a spreadsheet shows them; lines and records count from 1.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO, NamedTuple

from analysis.errors import InputError
from analysis.press.decode import decode_text
from analysis.press.errors import DamagedInput, NoTextColumn
from analysis.press.limits import USUAL, Limits

Knows = Callable[[Sequence[str]], bool]
"""Whether names of columns are a header: the text of the articles is among them."""
Cells = tuple[int, Sequence[object]]

CELLS = 8
"""A line of a table holds more than one cell, and hardly more than a few long ones."""

_SAMPLE = 1 << 16
MOST_TITLES = 10
"""Tables have titles and notes above the header, never a page of them."""
_TOO_WIDE = {"zh": "单元格比表头多", "en": "it has more cells than the header"}
_NOCELLS: Mapping[str, object] = {}


class Row(NamedTuple):
    """A row: its number, its cells by the name of the column, the encoding of its file.

    A tuple, for there are many, and they go from process to process.
    """

    number: int
    cells: Mapping[str, object] = _NOCELLS
    encoding: str = "utf-8"


def find_header(
    source: str, records: Iterable[Cells], knows: Knows, limits: Limits = USUAL
) -> tuple[str, ...]:
    """Return the header among the first records, which are used up to it.

    Raises
    ------
    NoTextColumn
        When there is none; the first record with something in it is named.
    """
    first: tuple[str, ...] = ()
    for _, cells in islice(records, MOST_TITLES):
        limits.require("columns", len(cells), source)
        names = tuple("" if cell is None else str(cell).strip() for cell in cells)
        if knows(names):
            return names
        first = first or tuple(filter(None, names))
    raise NoTextColumn(source=source, columns=", ".join(first))


def name_cells(
    source: str, header: Sequence[str], records: Iterable[Cells], encoding: str = "utf-8"
) -> Iterator[Row | InputError]:
    """Yield the rows below a header; one with more cells than that is told."""
    for number, cells in records:
        if any(cell not in (None, "") for cell in cells[len(header) :]):
            # Text with unquoted separators: which cell is which cannot be told.
            yield DamagedInput(source=f"{source}#r{number}", fault=_TOO_WIDE)
        elif cells:
            yield Row(number, dict(zip(header, cells, strict=False)), encoding)


def open_text(source: str, file: BinaryIO, told: str | None) -> TextIOWrapper:
    """Open a table of text as told, else in the encoding that its first characters tell."""
    first = sample = file.read(_SAMPLE)
    while sample.isascii() and (more := file.read(_SAMPLE)):
        sample = more
    encoding = decode_text(first if sample.isascii() else sample, source, told).encoding
    marks = [len(mark) for mark in (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE) if first.startswith(mark)]
    file.seek(marks[0] if marks else 0)
    return TextIOWrapper(file, encoding, errors="replace", newline="")
