"""Plain text and Markdown: the same bytes, the same reader; the marks are read by the layout."""

from collections.abc import Iterator

from analysis.press.decode import decode_text
from analysis.press.readers.sheet import Sheet
from analysis.press.records import Page

SUFFIXES = (".txt", ".text", ".md", ".markdown")


def read_sheets(source: str, data: bytes, encoding: str | None = None) -> Iterator[Sheet]:
    """Yield the one page of a file of text.

    Raises
    ------
    EmptyInput, NotText, UnknownEncoding
        As ``decode_text`` says.

    Examples
    --------
    >>> [sheet] = read_sheets("page.txt", "本报讯 今天".encode())
    >>> sheet.page.text
    '本报讯 今天'
    """
    decoded = decode_text(data, source, encoding)
    yield Sheet(Page(source=source, text=decoded.text, encoding=decoded.encoding))
