"""CSV, XLSX, JSON, JSON Lines and Parquet to rows: names of columns and what stands in the cells.

Rows stream: a table of any size takes the memory of a few rows, a JSON list excepted, which has to
be read whole. Rows are numbered as a spreadsheet shows them; lines and records count from 1.
"""

import csv
import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import chain, islice
from typing import BinaryIO, NamedTuple
from zipfile import BadZipFile

import pyarrow as pa
from pyarrow import parquet

from analysis.errors import InputError
from analysis.press.decode import decode_text
from analysis.press.errors import DamagedInput, NoTextColumn
from analysis.press.readers.archive import check_size

Knows = Callable[[Sequence[str]], bool]
"""Whether names of columns are a header: the text of the articles is among them."""
Cells = tuple[int, Sequence[object]]

_SEPARATORS = ",\t;|"
_SAMPLE = 1 << 16
# Tables have titles and notes above the header, never a page of them.
_MOST_TITLES = 10
_BATCH = 256
_TOO_WIDE = {"zh": "单元格比表头多", "en": "it has more cells than the header"}
_NO_OBJECT = {"zh": "不是 JSON 对象", "en": "it is no JSON object"}


_NO_CELLS: Mapping[str, object] = {}


class Row(NamedTuple):
    """A row: its number, its cells by the name of the column, the encoding of its file.

    A tuple, for there are many, and they go from process to process.
    """

    number: int
    cells: Mapping[str, object] = _NO_CELLS
    encoding: str = "utf-8"


def read_csv(
    source: str, file: BinaryIO, knows: Knows, encoding: str | None = None
) -> Iterator[Row | InputError]:
    """Yield the rows of a table of text; encoding and separator are told from its beginning.

    Raises
    ------
    EmptyInput, NotText, UnknownEncoding
        As ``decode_text`` says.
    NoTextColumn
        When no header with a column of text is found.
    """
    with _open_text(source, file, encoding) as text:
        yield from _read_lines(source, text, knows)


def _read_lines(source: str, text: TextIOWrapper, knows: Knows) -> Iterator[Row | InputError]:
    sample = list(islice(text, _MOST_TITLES))
    # The separator is the one that cuts a header we know, else the one that cuts most.
    separator = max(
        _SEPARATORS,
        key=lambda one: (any(map(knows, csv.reader(sample, delimiter=one))), sample[0].count(one)),
    )
    lines = csv.reader(chain(sample, text), delimiter=separator)
    records = enumerate(lines, start=1)
    try:
        header = find_header(source, records, knows)
        yield from _name_cells(source, header, records, text.encoding)
    except csv.Error as error:
        # A quotation mark that is never closed makes one cell of the rest of the file.
        raise DamagedInput(source=f"{source}#r{lines.line_num}", fault=error) from error


def read_xlsx(
    source: str, file: BinaryIO, knows: Knows, _encoding: str | None = None
) -> Iterator[Row | InputError]:
    """Yield the rows of every sheet that has a column of text.

    Raises
    ------
    DamagedInput, UnsafeArchive
        When the file is no workbook, cut short, or packed like a bomb.
    NoTextColumn
        When no sheet has a header with a column of text.
    """
    import openpyxl  # noqa: PLC0415 - slow to load, and few ever give a workbook

    check_size(source, file)
    missing: list[NoTextColumn] = []
    try:
        sheets = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets
        for sheet in sheets:
            records = enumerate(sheet.iter_rows(values_only=True), start=1)
            try:
                header = find_header(source, records, knows)
            except NoTextColumn as error:
                missing.append(error)
                continue
            yield from _name_cells(source, header, records)
    except (BadZipFile, KeyError, TypeError, ValueError, SyntaxError) as error:
        raise DamagedInput(source=source, fault=error) from error
    if len(missing) == len(sheets) and missing:
        raise missing[0]


def read_parquet(
    source: str, file: BinaryIO, _knows: Knows, _encoding: str | None = None
) -> Iterator[Row | InputError]:
    """Yield the records of a Parquet file.

    Raises
    ------
    DamagedInput
        When the file is no Parquet, or cut short.
    """
    number = 0
    try:
        for batch in parquet.ParquetFile(file).iter_batches(_BATCH):
            for cells in batch.to_pylist():
                number += 1
                yield Row(number, cells)
    except (pa.ArrowException, OSError) as error:
        raise DamagedInput(source=source, fault=error) from error


def read_json(
    source: str, file: BinaryIO, _knows: Knows, encoding: str | None = None
) -> Iterator[Row | InputError]:
    """Yield the objects of JSON Lines, of a JSON list, or of a list inside a JSON object.

    A line that is no object is told and left out, the others go on.

    Raises
    ------
    EmptyInput, NotText, UnknownEncoding
        As ``decode_text`` says.
    DamagedInput
        When the file is no JSON from its first line on.
    """
    with _open_text(source, file, encoding) as text:
        yield from _read_records(source, text)


def _read_records(source: str, text: TextIOWrapper) -> Iterator[Row | InputError]:
    first = next(text)
    try:
        whole = find_list(json.loads(first))
    except ValueError:
        whole = _parse_whole(source, first + text.read())
    if whole is not None:
        records: Iterable[tuple[int, object]] = enumerate(whole, start=1)
    else:
        lines = enumerate(chain([first], text), start=1)
        records = ((number, line) for number, line in lines if not line.isspace())
    for number, item in records:
        read = _read_object(source, number, item)
        yield read if isinstance(read, InputError) else Row(number, read, text.encoding)


def find_list(value: object) -> list[object] | None:
    """Return the list of records in a JSON value; None when the value is a record itself.

    Examples
    --------
    >>> find_list({"articles": [{"body": "…"}]}), find_list({"body": "…"})
    ([{'body': '…'}], None)
    """
    if isinstance(value, list):
        return value
    inside = value.values() if isinstance(value, dict) else ()
    lists = [one for one in inside if isinstance(one, list) and one and isinstance(one[0], dict)]
    return lists[0] if len(lists) == 1 else None


def find_header(source: str, records: Iterable[Cells], knows: Knows) -> tuple[str, ...]:
    """Return the header among the first records, which are used up to it.

    Raises
    ------
    NoTextColumn
        When there is none; the first record with something in it is named.
    """
    first: tuple[str, ...] = ()
    for _, cells in islice(records, _MOST_TITLES):
        names = tuple("" if cell is None else str(cell).strip() for cell in cells)
        if knows(names):
            return names
        first = first or tuple(filter(None, names))
    raise NoTextColumn(source=source, columns=", ".join(first))


def _name_cells(
    source: str, header: Sequence[str], records: Iterable[Cells], encoding: str = "utf-8"
) -> Iterator[Row | InputError]:
    for number, cells in records:
        if any(cell not in (None, "") for cell in cells[len(header) :]):
            # Text with unquoted separators: which cell is which cannot be told.
            yield DamagedInput(source=f"{source}#r{number}", fault=_TOO_WIDE)
        elif cells:
            yield Row(number, dict(zip(header, cells, strict=False)), encoding)


def _read_object(source: str, number: int, item: object) -> dict[str, object] | InputError:
    try:
        value = json.loads(item) if isinstance(item, str) else item
    except ValueError as error:
        return DamagedInput(source=f"{source}#r{number}", fault=error)
    if isinstance(value, dict):
        return value
    return DamagedInput(source=f"{source}#r{number}", fault=_NO_OBJECT)


def _parse_whole(source: str, text: str) -> list[object]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise DamagedInput(source=source, fault=error) from error
    found = find_list(value)
    return [value] if found is None else found


def _open_text(source: str, file: BinaryIO, told: str | None) -> TextIOWrapper:
    """Open a table of text as told, else in the encoding that its first characters tell."""
    first = sample = file.read(_SAMPLE)
    while sample.isascii() and (more := file.read(_SAMPLE)):
        sample = more
    encoding = decode_text(first if sample.isascii() else sample, source, told).encoding
    marks = [len(mark) for mark in (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE) if first.startswith(mark)]
    file.seek(marks[0] if marks else 0)
    return TextIOWrapper(file, encoding, errors="replace", newline="")
