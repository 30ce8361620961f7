"""PDF files that cannot be used are said to be so, and why."""

import io
import sys

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from analysis.errors import InputError
from analysis.press.errors import DamagedInput, LockedInput, MissingReader, NeedsOcr, TooLarge
from analysis.press.limits import Limits
from analysis.press.readers import pdf
from tests.press.readers.printing import Press, print_article, read


def test_a_scanned_page_needs_ocr_and_the_others_go_on():
    press = Press(4)
    picture = ImageReader(Image.new("L", (40, 40)))
    press.canvas.drawImage(picture, 0, 0, *press.size)
    press.turn()
    scanned, page = read(print_article(press).finish())
    assert isinstance(scanned, NeedsOcr)
    assert scanned.facts["source"] == "issue.pdf#p1"
    assert page.inside


def test_a_scanned_file_needs_ocr():
    press = Press(4)
    press.canvas.drawImage(ImageReader(Image.new("L", (40, 40))), 0, 0, *press.size)
    press.turn()
    with pytest.raises(NeedsOcr):
        read(press.finish())


def test_a_file_with_a_password_is_locked():
    file = io.BytesIO()
    canvas = Canvas(file, encrypt="secret")
    canvas.drawString(100, 100, "text")
    canvas.save()
    with pytest.raises(LockedInput):
        read(file.getvalue())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no PDF at all"])
def test_what_is_no_pdf_is_damaged(data):
    with pytest.raises(DamagedInput):
        read(data)


def test_a_file_cut_short_is_damaged():
    data = print_article(Press(4)).finish()
    with pytest.raises(InputError):
        read(data[: len(data) // 3])


def test_too_many_pages_and_characters_are_said():
    press = Press(4)
    print_article(press)
    data = print_article(press).finish()
    for limits, told in ((Limits(page_characters=20), "on a page"), (Limits(pages=1), "2 pages")):
        with pytest.raises(TooLarge, match=told):
            list(pdf.read_sheets("a.pdf", data, limits))


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingReader, match="pypdfium2"):
        read(b"")
