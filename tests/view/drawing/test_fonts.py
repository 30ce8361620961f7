"""Our font: what it holds, how it is measured, how it is cut."""

import base64
import subprocess
import sys
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from analysis.resources import ASSETS, FONT_TTF, FONT_WOFF2, FONTS, SEEDS
from analysis.view.drawing.fonts import (
    block_font,
    break_text,
    embed_font,
    measure_text,
    missing_glyphs,
    replace_missing,
)

OWN_TEXTS = [
    path
    for path in [*SEEDS.iterdir(), *(ASSETS / "words").iterdir(), ASSETS / "themes.toml"]
    if path.is_file()
]


@pytest.mark.parametrize("path", OWN_TEXTS, ids=lambda path: path.name)
def test_our_own_texts_can_be_drawn(path):
    assert missing_glyphs("".join(path.read_text(encoding="utf-8").split())) == ()


def test_every_character_of_gb2312_can_be_drawn():
    pairs = (bytes([lead, trail]) for lead in range(0xA1, 0xF8) for trail in range(0xA1, 0xFF))
    text = "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)
    assert len(text) == 7445
    assert missing_glyphs(text) == ()


def test_names_newer_than_gb2312_can_be_drawn():
    assert missing_glyphs("朱镕基 李喆 陶玥 垚 犇 鄠邑区 深圳塘朗〇七") == ()


def test_both_files_hold_the_same_characters():
    with TTFont(FONT_TTF) as screen, TTFont(FONT_WOFF2) as print_:
        assert screen.getBestCmap().keys() == print_.getBestCmap().keys()


def test_the_licence_names_the_owner_of_the_font():
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright 2014-2021 Adobe")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_the_script_says_what_it_needs():
    script = [sys.executable, FONTS / "subset.py", "--help"]
    assert "source" in subprocess.run(script, check=True, capture_output=True, text=True).stdout


def test_what_cannot_be_drawn_is_shown_as_geta():
    assert replace_missing("𠮷野家\u200b\n等") == "〓野家 等"


def test_latin_is_narrower_than_chinese():
    assert measure_text("abcd") < measure_text("工会职工") == 4.0


@given(st.text(alphabet="工会主席（）《》，。、“”ab1 5", max_size=60), st.integers(4, 20))
def test_breaking_loses_nothing_but_spaces(text, width):
    assert "".join("".join(break_text(text, width)).split()) == "".join(text.split())


@given(st.text(alphabet="工会主席（），。", max_size=60), st.integers(6, 20))
def test_no_line_begins_with_a_closing_mark(text, width):
    assert not any(line[0] in "），。" for line in break_text(text, width)[1:])


def test_a_number_is_not_torn():
    assert break_text("参保12345人", 3) == ("参保", "12345", "人")


def test_an_embedded_cut_is_a_small_woff_with_just_these_characters():
    kind, data = embed_font("工会").split(",")
    assert kind == "data:font/woff;base64"
    with TTFont(BytesIO(base64.b64decode(data))) as font:
        assert {chr(code) for code in font.getBestCmap()} == {"工", "会"}


def test_the_same_characters_give_the_same_cut():
    assert embed_font("工会职工") == embed_font("职工工会")


def test_a_block_takes_the_room_of_its_character():
    with TTFont(BytesIO(block_font("工"))) as blocks, TTFont(FONT_TTF) as font:
        block = blocks["glyf"][blocks.getBestCmap()[ord("工")]]
        glyph = font["glyf"][font.getBestCmap()[ord("工")]]
        assert block.numberOfContours == 1
        corners = ("xMin", "yMin", "xMax", "yMax")
        assert [getattr(block, name) for name in corners] == [
            getattr(glyph, name) for name in corners
        ]
