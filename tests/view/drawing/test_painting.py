"""Sheets become files: right, repeatable, drawn with our font, naming nobody's host."""

import os
import re
import subprocess
import sys
import threading
from io import BytesIO

import matplotlib as mpl
import pytest
from PIL import Image

from analysis.view.drawing.painting import save_sheet
from analysis.view.drawing.sheet import Box, Sheet, Words

SHEET = Sheet("题", 80, (Box(30, 10, 50, 20, "#D55E00"),), (Words("工会 5", 30, 60, 20),))

_AGAIN = """
import hashlib, sys
from analysis.view.drawing.painting import save_sheet
from analysis.view.drawing.sheet import Box, Sheet, Words
sheet = Sheet("题", 80, (Box(30, 10, 50, 20, "#D55E00"),), (Words("工会 5", 30, 60, 20),))
print(*(hashlib.sha256(save_sheet(sheet, form)).hexdigest() for form in ("png", "svg", "pdf")))
"""


def _ink(words):
    """Return the dark pixels of one line of text."""
    with Image.open(BytesIO(save_sheet(Sheet("t", 80, (), (words,)), "png"))) as picture:
        return picture.convert("L").point(lambda level: 255 * (level < 128)).tobytes()


def test_the_same_bytes_in_another_process_with_another_hash_seed():
    prints = {
        subprocess.run(
            [sys.executable, "-c", _AGAIN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


def test_chinese_is_drawn_as_itself_and_not_as_a_box():
    assert len({_ink(Words(sign, 30, 60, 40)) for sign in "工会保险"}) == 4


def test_what_the_font_lacks_is_the_geta_mark():
    assert _ink(Words("𠮷", 30, 60, 40)) == _ink(Words("〓", 30, 60, 40))


def test_a_price_is_no_formula():
    svg = save_sheet(Sheet("t", 80, (), (Words("$5 与 $6", 30, 60, 10),)), "svg").decode()
    assert "$5 与 $6" in svg


def test_letters_in_svg_are_outlines_and_no_host_but_the_namespaces_is_named():
    svg = save_sheet(SHEET, "svg").decode()
    assert "<text" not in svg
    assert "<title>题</title>" in svg
    assert set(re.findall(r"https?://([^/\"]+)", svg)) == {"www.w3.org"}


def test_pdf_embeds_our_font_as_truetype_and_bears_no_date():
    pdf = save_sheet(SHEET, "pdf")
    assert b"/FontFile2" in pdf
    assert b"NotoSansSC" in pdf
    assert b"Date" not in pdf


@pytest.mark.parametrize(("form", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_files_are_what_they_say(form, start):
    assert save_sheet(SHEET, form).startswith(start)


def test_settings_of_other_users_of_matplotlib_stay_as_they_are():
    before = dict(mpl.rcParams)
    save_sheet(SHEET, "svg")
    assert dict(mpl.rcParams) == before


def test_threads_do_not_disturb_each_other():
    made = []
    threads = [
        threading.Thread(target=lambda: made.append(save_sheet(SHEET, "svg"))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [save_sheet(SHEET, "svg")] * 4
