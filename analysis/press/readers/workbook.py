"""XLSX to rows: every sheet that has a column of text."""

from collections.abc import Iterator
from typing import BinaryIO

from analysis.errors import InputError
from analysis.press.errors import DamagedInput, NoTextColumn
from analysis.press.readers.archive import check_size
from analysis.press.readers.fields import ANYTHING, Wanted
from analysis.press.readers.rows import Knows, Row, find_header, name_cells


def read_xlsx(
    source: str, file: BinaryIO, knows: Knows, wanted: Wanted = ANYTHING
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

    check_size(source, file, wanted.limits)
    missing: list[NoTextColumn] = []
    try:
        sheets = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets
        for sheet in sheets:
            # What a sheet says of its size can be a million times what is in it.
            sheet.reset_dimensions()
            records = enumerate(sheet.iter_rows(values_only=True), start=1)
            try:
                header = find_header(source, records, knows, wanted.limits)
            except NoTextColumn as error:
                missing.append(error)
                continue
            yield from name_cells(source, header, records)
    except InputError:
        raise
    except Exception as error:
        # Of a damaged workbook the library raises anything at all.
        raise DamagedInput(source=source, fault=error) from error
    if len(missing) == len(sheets) and missing:
        raise missing[0]
