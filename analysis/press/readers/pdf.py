"""PDF with a text layer: the characters of each page with their places, set in order.

pypdfium2 gives characters and places; what belongs together is told by geometry (``lines``,
``margins``, ``columns``, ``paragraphs``).
"""

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from threading import Lock
from typing import TYPE_CHECKING

from analysis.errors import InputError
from analysis.press.errors import DamagedInput, LockedInput, MissingReader, NeedsOcr, TooLarge
from analysis.press.limits import USUAL, Limits
from analysis.press.readers.glyphs import Glyph, find_turn, join_turned
from analysis.press.readers.lines import set_lines
from analysis.press.readers.margins import PrintedPage, find_margins
from analysis.press.readers.paragraphs import set_paragraphs
from analysis.press.readers.sheet import Sheet, make_sheet

if TYPE_CHECKING:
    import pypdfium2 as pdfium

SUFFIXES = (".pdf",)

# A page with fewer characters than this beside a picture is a scan with a stamp on it.
_FEWEST = 10
_PASSWORD = 4
# pdfium must not be called from two threads at once, not even for two files.
_ONE_AT_A_TIME = Lock()
_NO_SIGN = "\ufffd"
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def read_sheets(source: str, data: bytes, limits: Limits = USUAL) -> Iterator[Sheet | InputError]:
    """Yield the pages of a PDF, named "issue.pdf#p3"; a page that is a picture is told.

    Raises
    ------
    MissingReader
        When pypdfium2 is not installed.
    DamagedInput, LockedInput
        When the file is cut short, no PDF at all, or opens with a password only.
    TooLarge
        When it has more pages than are allowed.
    NeedsOcr
        When no page has a text layer.
    """
    with _ONE_AT_A_TIME:
        pages = list(_read_pages(source, data, limits))
    printed = [page for page in pages if isinstance(page, PrintedPage)]
    if not printed:
        faults = [page for page in pages if isinstance(page, DamagedInput | TooLarge)]
        raise faults[0] if faults else NeedsOcr(source=source)
    margins = iter(find_margins(printed))
    for number, page in enumerate(pages, start=1):
        if isinstance(page, InputError):
            yield page
        elif page is not None:
            parts = next(margins)
            yield make_sheet(
                f"{source}#p{number}",
                set_paragraphs(parts.inside),
                head=[line.text for line in parts.head],
                foot=[*(line.text for line in parts.foot), *page.turned],
            )


def _read_pages(
    source: str, data: bytes, limits: Limits
) -> Iterator[PrintedPage | InputError | None]:
    """Yield the lines of each page; None for a page without anything on it."""
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - an extra, loaded when a PDF comes
    except ImportError as error:
        raise MissingReader(source=source, library="pypdfium2") from error
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise LockedInput(source=source) from error
        raise DamagedInput(source=source, fault=error) from error
    with document:
        limits.require("pages", len(document), source)
        for number in range(len(document)):
            try:
                yield _read_page(f"{source}#p{number + 1}", document[number], limits)
            except InputError as error:
                yield error
            except pdfium.PdfiumError as error:
                yield DamagedInput(source=f"{source}#p{number + 1}", fault=error)


def _read_page(source: str, page: "pdfium.PdfPage", limits: Limits) -> PrintedPage | None:
    import pypdfium2.raw as pdf  # noqa: PLC0415 - loaded by now

    text = page.get_textpage()
    limits.require("page_characters", text.count_chars(), source)
    found = tuple(_read_glyphs(page, text, 0))
    if turn := find_turn(found):
        # The page lies on its side: a table across, a scan that was fed in wrongly.
        found = tuple(_read_glyphs(page, text, turn))
    glyphs = tuple(glyph for glyph in found if not glyph.turn)
    signs = sum(not glyph.sign.isspace() for glyph in glyphs)
    unreadable = sum(glyph.sign == _NO_SIGN for glyph in glyphs)
    pictures = signs < _FEWEST and any(page.get_objects([pdf.FPDF_PAGEOBJ_IMAGE]))
    # Fonts without a table of their characters print well and say nothing.
    if pictures or unreadable > signs / 2:
        raise NeedsOcr(source=source)
    lines = set_lines(glyph for glyph in glyphs if glyph.sign != _NO_SIGN)
    turned = join_turned([glyph for glyph in found if glyph.turn])
    height = page.get_width() if turn in (90, 270) else page.get_height()
    return PrintedPage(lines, height, turned) if lines else None


def _read_glyphs(
    page: "pdfium.PdfPage", text: "pdfium.PdfTextPage", turned: int
) -> Iterator[Glyph]:
    """Yield the characters of the page ``turned`` by an angle, y down from its upper edge."""
    import pypdfium2.raw as pdf  # noqa: PLC0415 - loaded by now

    turn = _make_turn(page, turned)
    width, height = page.get_size() if turned in (0, 180) else page.get_size()[::-1]
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdf.FS_RECTF(), pdf.FS_MATRIX()
    for index in range(text.count_chars()):
        sign = chr(pdf.FPDFText_GetUnicode(text, index))
        if sign in "\r\n" or pdf.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdf.FPDFText_GetCharOrigin(text, index, x, y)
        pdf.FPDFText_GetLooseCharBox(text, index, box)
        pdf.FPDFText_GetMatrix(text, index, matrix)
        across, base = turn(x.value, y.value)
        ahead = turn(x.value + matrix.a, y.value + matrix.b)
        if not (0 <= across <= width and 0 <= base <= height):
            continue
        size = pdf.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        edges = (turn(box.left, box.bottom)[0], turn(box.right, box.top)[0])
        readable = sign >= " " and not _PRIVATE.match(sign)
        angle = _measure_turn(ahead[0] - across, ahead[1] - base)
        yield Glyph(sign if readable else _NO_SIGN, min(edges), max(edges), base, size, angle)


def _measure_turn(across: float, down: float) -> int:
    """Return by how much a page has to be turned for a character to stand upright, in quarters."""
    if abs(down) < abs(across):
        return 0 if across > 0 else 180
    return 270 if down > 0 else 90


def _make_turn(
    page: "pdfium.PdfPage", turned: int
) -> Callable[[float, float], tuple[float, float]]:
    """Return what turns a place in the file to one on the page as it is shown."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[(page.get_rotation() + turned) % 360]
