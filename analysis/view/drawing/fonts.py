"""Our font as numbers and bytes: what it can draw, how wide a text is, a cut for one document.

The only place that knows fontTools. It draws nothing itself.
"""

import base64
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from analysis.resources import FONT_TTF

GETA = "〓"
"""The printers' mark for "no such type"; stands for every character that the font cannot draw."""

_NO_LINE_START = "，。、；：？！）》」』】〕〉”’…—%"
_NO_LINE_END = "（《「『【〔〈“‘"


@lru_cache(maxsize=1)
def _advances() -> dict[int, float]:
    """Return the advance of every drawable character, in em."""
    with TTFont(FONT_TTF, lazy=True) as font:
        metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Return the characters of ``text`` that our font cannot draw, each once, in reading order.

    Examples
    --------
    >>> missing_glyphs("工会与𠮷野家")
    ('𠮷',)
    """
    known = _advances()
    return tuple(dict.fromkeys(sign for sign in text if ord(sign) not in known))


def replace_missing(text: str) -> str:
    """Return ``text`` with every character that cannot be drawn as 〓; control marks fall out.

    Examples
    --------
    >>> replace_missing("𠮷野家")
    '〓野家'
    """
    spaced = " ".join(text.split())
    shown = (sign for sign in spaced if unicodedata.category(sign)[0] != "C")
    return "".join(sign if ord(sign) in _advances() else GETA for sign in shown)


def measure_text(text: str) -> float:
    """Return the width of ``text`` set in our font, in em; what it cannot draw counts as one em.

    Examples
    --------
    >>> measure_text("社会保险")
    4.0
    """
    known = _advances()
    return sum(known.get(ord(sign), 1.0) for sign in text)


def break_text(text: str, width: float) -> tuple[str, ...]:
    """Return ``text`` in lines of at most ``width`` em, as a Chinese typesetter breaks it.

    A line neither begins with a closing mark nor ends with an opening one (JIS X 4051 calls this
    kinsoku, GB/T 15834 asks the same), and Latin words and numbers stay whole.

    Examples
    --------
    >>> break_text("工会主席谈（养老）服务", 5)
    ('工会主席谈', '（养老）服', '务')
    """
    lines: list[str] = []
    line = ""
    for piece in _unbreakable(text):
        if line and measure_text((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _unbreakable(text: str) -> Iterator[str]:
    """Yield the pieces of ``text`` between which a line may end."""
    piece = ""
    for sign in text:
        before = piece[-1:]
        latin = before.isascii() and before.isalnum() and sign.isascii() and not sign.isspace()
        if piece and not latin and sign not in _NO_LINE_START and before not in _NO_LINE_END:
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece


def _cut_font(text: str) -> TTFont:
    """Return our font with only the characters of ``text``; the same characters, the same bytes."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "locl", "ccmp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted({ord(sign) for sign in text}))
    font = TTFont(FONT_TTF, recalcTimestamp=False)
    subsetter.subset(font)
    return font


def _save_font(font: TTFont) -> bytes:
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def embed_font(text: str) -> str:
    """Return our font, cut to the characters of ``text``, as the ``data:`` address of a WOFF file.

    WOFF and not WOFF2: zlib is always there, brotli is not, and a cut has a few kilobytes anyway.
    """
    font = _cut_font(text)
    font.flavor = "woff"
    return f"data:font/woff;base64,{base64.b64encode(_save_font(font)).decode('ascii')}"


def block_font(text: str) -> bytes:
    """Return a TrueType font in which every character is a block as large as its ink.

    For finding places: whoever keeps off the blocks never puts a word inside the open shape of
    another (户 within 工), and a block takes exactly the room of the character.
    """
    font = _cut_font(text)
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        ink = glyphs[name]
        if ink.numberOfContours:
            pen = TTGlyphPen(None)
            pen.moveTo((ink.xMin, ink.yMin))
            for corner in ((ink.xMin, ink.yMax), (ink.xMax, ink.yMax), (ink.xMax, ink.yMin)):
                pen.lineTo(corner)
            pen.closePath()
            glyphs[name] = pen.glyph()
    return _save_font(font)
