"""A value as a cell of an Excel workbook: numbers with a format, days, texts that stay texts."""

import re
from datetime import datetime

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from pandas.api.typing import NAType

# What Excel takes in one cell.
_LONGEST = 32_767
_DAY_FORMAT = "yyyy-mm-dd"
# XML 1.0 forbids these (section 2.2); most have a picture of their own from U+2400 on.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What Excel reads as an escaped character is escaped itself (ECMA-376, ST_Xstring).
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# What a spreadsheet would run, or read as a fault ("#N/A"), when it is typed anew.
_RISKY = re.compile(r"[=+\-@\t\n#'＝＋－＠]")
# Excel counts days from 1900 and believes that year to be a leap year.
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")

Value = str | float | datetime | NAType | None
"""What a frame has in a cell; numbers are of any kind."""


class Tally:
    """Counts what Excel cannot hold: characters replaced, texts cut, tables over several sheets.

    ``split`` has the title, the number of rows and the names of the sheets of each such table.
    """

    def __init__(self) -> None:
        self.replaced = self.cut = 0
        self.split: list[tuple[str, int, tuple[str, ...]]] = []


class Column:
    """Writes the cells of one column; ``form`` is Excel's format of its numbers, "" for none.

    A row is written before the next one is made, so that one cell serves all rows: a million cells
    of their own would take a minute more.
    """

    def __init__(self, sheet: WriteOnlyWorksheet, form: str, tally: Tally) -> None:
        self._sheet, self._tally = sheet, tally
        self._number, self._day = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
        self._number.number_format = form or "General"
        self._day.number_format = _DAY_FORMAT

    def write(self, value: Value) -> Cell | str | None:
        """Return ``value`` as a cell, to be appended before the next one is asked for.

        An ISO day becomes a day of Excel, which sorts and groups by month; nothing stays empty.
        """
        if isinstance(value, str):
            return self._write_string(value)
        # A number that is not itself is NaN.
        if value is None or isinstance(value, NAType) or value != value:  # noqa: PLR0124
            return None
        self._number.value = value
        return self._number

    def _write_string(self, value: str) -> Cell | str:
        if _DAY.fullmatch(value) and (day := _read_day(value)):
            self._day.value = day
            return self._day
        text = clean_text(value, self._tally)
        return write_text(self._sheet, text) if _RISKY.match(text) else text


def write_text(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    """Return a clean text as a cell that stays a text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    # Excel shows no apostrophe for it, and does not run the text when the cell is typed anew.
    cell.quotePrefix = True
    return cell


def _read_day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        # The 31st of February is a text.
        return None


def clean_text(text: str, tally: Tally) -> str:
    r"""Return ``text`` as a workbook can hold it: what is forbidden stands as a sign to be seen.

    Examples
    --------
    >>> clean_text("社保\x00卡\r\n", Tally())
    '社保␀卡\n'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    clean, replaced = _FORBIDDEN.subn(_picture, lines)
    clean = _ESCAPE.sub("_x005F_", clean)
    tally.replaced += replaced
    tally.cut += len(clean) > _LONGEST
    return clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 1]}…"


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
