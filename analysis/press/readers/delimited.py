"""CSV and its like to rows: what divides the cells is told from the first lines."""

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import chain, islice
from typing import Any, BinaryIO

from analysis.errors import InputError
from analysis.press.errors import DamagedInput
from analysis.press.limits import Limits
from analysis.press.readers.fields import ANYTHING, Wanted
from analysis.press.readers.rows import (
    CELLS,
    MOST_TITLES,
    Knows,
    Row,
    find_header,
    name_cells,
    open_text,
)

_SEPARATORS = ",\t;|"
_OPEN = {
    "zh": "有引号没有关上，其后各行都并成了一格",
    "en": "a quotation mark is never closed, and the lines behind it have become one cell",
}


def read_csv(
    source: str, file: BinaryIO, knows: Knows, wanted: Wanted = ANYTHING
) -> Iterator[Row | InputError]:
    """Yield the rows of a table of text; encoding and separator are told from its beginning.

    Raises
    ------
    EmptyInput, NotText, UnknownEncoding
        As ``decode_text`` says.
    NoTextColumn
        When no header with a column of text is found.
    """
    # It holds for the process: tables are read one at a time. A cell below it that is too long is
    # told with its row, and the others go on.
    csv.field_size_limit(wanted.limits.page_characters * CELLS)
    with open_text(source, file, wanted.encoding) as text:
        yield from _read_lines(source, text, knows, wanted.limits)


def _read_lines(
    source: str, text: TextIOWrapper, knows: Knows, limits: Limits
) -> Iterator[Row | InputError]:
    bounded = _Lines(source, text, limits)
    sample = list(islice(bounded, MOST_TITLES))
    # The separator is the one that cuts a header we know, else the one that cuts most.
    separator = max(
        _SEPARATORS,
        key=lambda one: (_cuts_header(sample, one, knows), sample[0].count(one)),
    )
    lines = csv.reader(chain(sample, bounded), delimiter=separator)
    records = enumerate(_follow(source, lines, bounded), start=1)
    try:
        header = find_header(source, records, knows, limits)
        yield from name_cells(source, header, records, text.encoding)
    except csv.Error as error:
        raise DamagedInput(source=f"{source}#r{lines.line_num}", fault=error) from error


def _follow(source: str, lines: Any, bounded: "_Lines") -> Iterator[list[str]]:  # noqa: ANN401 - a csv reader
    """Yield the records of a table; the last must not hold lines that are none of it."""
    begin = end = 0
    for record in lines:
        begin, end = end, lines.line_num
        yield record
    if bounded.quotes % 2 and end - begin > 1:
        raise DamagedInput(source=f"{source}, {begin + 1}-{end}", fault=_OPEN)


def _cuts_header(sample: Sequence[str], separator: str, knows: Knows) -> bool:
    try:
        return any(map(knows, csv.reader(sample, delimiter=separator)))
    except csv.Error:
        # By this separator a cell is longer than any.
        return False


class _Lines(Iterator[str]):
    """The lines of a table, and how many ``quotes`` stand in them.

    None is held that is longer than a row may be.
    """

    def __init__(self, source: str, text: TextIOWrapper, limits: Limits) -> None:
        self._source, self._text, self._limits = source, text, limits
        self._most = limits.page_characters * CELLS
        self._number = self.quotes = 0

    def __next__(self) -> str:
        line = self._text.readline(self._most + 1)
        if not line:
            raise StopIteration
        self._number += 1
        place = f"{self._source}#r{self._number}"
        self._limits.require("page_characters", -(-len(line) // CELLS), place)
        self.quotes += line.count('"')
        return line
