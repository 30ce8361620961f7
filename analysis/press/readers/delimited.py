"""CSV and its like to rows: what divides the cells is told from the first lines."""

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import chain, count, islice
from typing import BinaryIO

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
    # It holds for the process: tables are read one at a time, and no cell is longer than that.
    csv.field_size_limit(wanted.limits.page_characters)
    with open_text(source, file, wanted.encoding) as text:
        yield from _read_lines(source, text, knows, wanted.limits)


def _read_lines(
    source: str, text: TextIOWrapper, knows: Knows, limits: Limits
) -> Iterator[Row | InputError]:
    bounded = _bound_lines(source, text, limits)
    sample = list(islice(bounded, MOST_TITLES))
    # The separator is the one that cuts a header we know, else the one that cuts most.
    separator = max(
        _SEPARATORS,
        key=lambda one: (_cuts_header(sample, one, knows), sample[0].count(one)),
    )
    lines = csv.reader(chain(sample, bounded), delimiter=separator)
    records = enumerate(lines, start=1)
    try:
        header = find_header(source, records, knows, limits)
        yield from name_cells(source, header, records, text.encoding)
    except csv.Error as error:
        # A quotation mark that is never closed makes one cell of the rest of the file.
        raise DamagedInput(source=f"{source}#r{lines.line_num}", fault=error) from error


def _cuts_header(sample: Sequence[str], separator: str, knows: Knows) -> bool:
    try:
        return any(map(knows, csv.reader(sample, delimiter=separator)))
    except csv.Error:
        # By this separator a cell is longer than any.
        return False


def _bound_lines(source: str, text: TextIOWrapper, limits: Limits) -> Iterator[str]:
    """Yield the lines of a table; none is held that is longer than a row may be."""
    most = limits.page_characters * CELLS
    for number in count(1):
        line = text.readline(most + 1)
        if not line:
            return
        limits.require("page_characters", len(line) // CELLS, f"{source}#r{number}")
        yield line
