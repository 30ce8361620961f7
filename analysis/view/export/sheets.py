"""Tables as an Excel workbook: real numbers, frozen heads, a last sheet that says what they are.

Sheets are streamed to the disk row by row, so that a large table takes no more memory than a small
one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO
from typing import IO

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

from analysis.resources import say, say_known
from analysis.study.packing import DatelessZip
from analysis.view.drawing.fonts import measure_text
from analysis.view.export.cells import Column, Tally, clean_text, write_text

# What Excel takes in a sheet; a longer table goes on in the next one.
_MOST_ROWS = 1_048_576
_WIDEST, _NARROWEST = 60.0, 8.0
# Rows that are looked at for the width of a column: to measure all would cost more than to write.
_LOOKED_AT = 200
_FORMATS = {
    "percent": "0.0%",
    "count": "#,##0",
    "weight": "#,##0.000",
    "score": "0.00",
    "change": "+0.0%;-0.0%;0.0%",
}
# Where the format of the file begins: the same tables give the same bytes on any day.
_UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - Excel knows no zones

About = Sequence[tuple[str, str]]
"""Lines of the last sheet: what is told, and in which words."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetTable:
    """One table, called ``title``, a sheet or as many as its rows need.

    ``formats`` say how a column of numbers is written: its name, and a key of ``_FORMATS``.
    """

    title: str
    frame: pd.DataFrame
    formats: Mapping[str, str] = field(default_factory=dict)


def make_workbook(tables: Iterable[SheetTable], about: About, *, language: str) -> bytes:
    """Return a workbook at once, as ``write_workbook`` writes it."""
    file = BytesIO()
    write_workbook(file, tables, about, language=language)
    return file.getvalue()


def write_workbook(
    file: IO[bytes], tables: Iterable[SheetTable], about: About, *, language: str
) -> None:
    """Write tables as a workbook, a sheet each, and a last sheet with ``about``.

    A text stays a text, also where it begins like a formula. What Excel cannot hold (characters
    that XML forbids, cells over 32,767 characters) is replaced by signs that can be seen or left
    out, and counted on the last sheet. A table of more than 1,048,575 rows goes on in further
    sheets, each with the head; the last sheet names them. The same tables give the same bytes.
    """
    book, tally = Workbook(write_only=True), Tally()
    columns: dict[str, None] = {}
    for table in tables:
        _add_sheets(book, table, tally)
        columns |= dict.fromkeys(map(str, table.frame.columns))
    lines = [*about, *_tell_changes(tally, language), *_tell_columns(columns, language)]
    _add_about(book, lines, language)
    book.properties.creator = "Baoti"
    book.properties.created = book.properties.modified = _UNDATED
    with DatelessZip(file) as archive:
        ExcelWriter(book, archive).write_data()


def _add_sheets(book: Workbook, table: SheetTable, tally: Tally) -> None:
    rows, room, before = len(table.frame), _MOST_ROWS - 1, len(book.sheetnames)
    for start in range(0, max(rows, 1), room):
        part = table.frame.iloc[start : start + room]
        _add_sheet(book, replace(table, frame=part), tally)
    if rows > room:
        tally.split.append((table.title, rows, tuple(book.sheetnames[before:])))


def _add_sheet(book: Workbook, table: SheetTable, tally: Tally) -> None:
    sheet = book.create_sheet(name_sheet(table.title, book.sheetnames))
    names = list(map(str, table.frame.columns))
    formats = [_format_column(table, name) for name in names]
    rows = len(table.frame)
    # All that stands before the rows in the file has to be said before them.
    sheet.freeze_panes = "A2"
    for place, (name, form) in enumerate(zip(names, formats, strict=True), 1):
        width = _measure_column(name, table.frame.iloc[:_LOOKED_AT, place - 1], form)
        sheet.column_dimensions[get_column_letter(place)].width = width
    if rows and names:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{rows + 1}"
    sheet.append([_write_head(sheet, clean_text(name, tally)) for name in names])
    columns = [Column(sheet, form, tally) for form in formats]
    for row in table.frame.itertuples(index=False, name=None):
        sheet.append([column.write(value) for column, value in zip(columns, row, strict=True)])


def name_sheet(title: str, taken: Sequence[str]) -> str:
    r"""Return ``title`` as Excel takes it for a sheet: 31 characters, no ``[]:*?/\``, no other's.

    Examples
    --------
    >>> name_sheet("工会/社保：占比?", []), name_sheet("主题", ["主题"])
    ('工会 社保：占比', '主题 2')
    """
    seen = (sign if sign.isprintable() else " " for sign in re.sub(r"[\[\]:*?/\\]", " ", title))
    clean = " ".join("".join(seen).split()).strip("' ") or "Data"
    name, number = clean[:31].strip("' "), 2
    known = {one.casefold() for one in taken}
    while name.casefold() in known:
        name = f"{clean[:26]} {number}"
        number += 1
    return name


def _format_column(table: SheetTable, name: str) -> str:
    """Return the number format of a column, "" for text."""
    kind = table.frame[name].dtype
    if not pd.api.types.is_numeric_dtype(kind) or pd.api.types.is_bool_dtype(kind):
        return ""
    if name in table.formats:
        return _FORMATS[table.formats[name]]
    if name.endswith("_id"):
        return "0"
    return _FORMATS["count"] if pd.api.types.is_integer_dtype(kind) else _FORMATS["weight"]


def _measure_column(name: str, values: pd.Series, form: str) -> float:
    """Return a width in Latin characters: short texts fit, long ones are cut by their cell."""
    texts = [name] if form else [name, *(str(value)[:60] for value in values)]
    return min(max(2 * max(map(measure_text, texts)) + 2, _NARROWEST), _WIDEST)


def _write_head(sheet: WriteOnlyWorksheet, name: str) -> Cell:
    cell = write_text(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _tell_changes(tally: Tally, language: str) -> Iterator[tuple[str, str]]:
    for name in ("replaced", "cut"):
        if count := getattr(tally, name):
            yield say("sheet.changed", language), say(f"sheet.changed.{name}", language, n=count)
    for title, rows, sheets in tally.split:
        told = {
            "n": f"{rows:,}",
            "title": title,
            "sheets": say("told.between", language).join(sheets),
        }
        yield say("sheet.split", language), say("sheet.split.told", language, **told)


def _tell_columns(columns: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
    """Yield what the columns mean that have a meaning of their own among the texts."""
    for name in columns:
        if meaning := say_known(f"column.{name}", language, otherwise=""):
            yield name, meaning


def _add_about(book: Workbook, lines: Iterable[tuple[str, str]], language: str) -> None:
    sheet = book.create_sheet(name_sheet(say("sheet.about", language), book.sheetnames))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
    for line in lines:
        cells = [write_text(sheet, clean_text(text, Tally())) for text in line]
        for cell, bold in zip(cells, (True, False), strict=True):
            cell.font, cell.alignment = Font(bold=bold), Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)
