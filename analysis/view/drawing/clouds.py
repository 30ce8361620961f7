"""Weighted words as a cloud on paper. Only this file knows wordcloud.

wordcloud finds the places; ``painting`` paints them, so that PNG and SVG agree to the point, carry
title and source line, and need no font where they are opened.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from math import isfinite

from PIL import ImageFont
from wordcloud import WordCloud

from analysis.errors import BadFigure, NothingToDraw
from analysis.resources import FONT_TTF
from analysis.view.drawing.fonts import block_font, missing_glyphs
from analysis.view.drawing.look import LIGHT, choose_ink, make_readable, mix_colours
from analysis.view.drawing.painting import Form, save_sheet
from analysis.view.drawing.sheet import (
    LEFT,
    RIGHT,
    SMALL,
    TEXT,
    TITLE,
    Part,
    Sheet,
    Words,
    join_parts,
    place_lines,
)

_GRID = 2
"""Steps of wordcloud's grid to a point: fine enough that no word seems to touch another."""

_HEIGHT = 290.0
_SMALLEST, _LARGEST = 10.0, 72.0
_MOST = 60


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """What a cloud shows: ``weights`` of words, above 0, and the ``colour`` of their theme.

    An empty ``title`` or ``source`` is left away, for a page that writes them beside the picture.

    Raises
    ------
    NothingToDraw
        When no word has a weight.
    BadFigure
        When a weight is negative or no number, or the colour is not ``#RRGGBB``.
    """

    name: str
    weights: Mapping[str, float]
    colour: str
    title: str = ""
    subtitle: str = ""
    source: str = ""
    language: str = "zh"

    def __post_init__(self) -> None:
        if not any(self.weights.values()):
            raise NothingToDraw(name=self.title or self.name)
        if faults := tuple(_find_faults(self)):
            raise BadFigure(name=self.name, faults="; ".join(faults))


@dataclass(frozen=True, slots=True)
class PlacedCloud:
    """A cloud on its sheet, and the words that stayed out: no glyph in our font, or no room."""

    sheet: Sheet
    left_out: tuple[str, ...]


def draw_cloud(cloud: Cloud, form: Form) -> bytes:
    """Return ``cloud`` as a file, the same bytes on repeat."""
    return save_sheet(place_cloud(cloud).sheet, form)


def place_cloud(cloud: Cloud, *, dark: bool = False) -> PlacedCloud:
    """Return the sheet of a cloud; the heavier a word, the larger it is and the more it stands out.

    ``dark`` is for a dark screen; files are light.

    Raises
    ------
    NothingToDraw
        When our font has the characters of none of the words.
    """
    ranked = sorted(cloud.weights.items(), key=lambda item: (-item[1], item[0]))
    drawable = {word: weight for word, weight in ranked if weight and not missing_glyphs(word)}
    if not drawable:
        raise NothingToDraw(name=cloud.title or cloud.name)
    ink = choose_ink(dark=dark)
    head = [place_lines(cloud.title, 26, TITLE, ink.text)]
    head.append(place_lines(cloud.subtitle, head[-1].bottom, TEXT, ink.muted))
    top = head[-1].bottom + 10
    words = tuple(_place_words(drawable, cloud.colour, top, paper=ink.paper))
    foot = place_lines(cloud.source, top + _HEIGHT + 10, SMALL, ink.muted)
    whole = join_parts([*head, Part(top, words=words), foot], foot.bottom + 22)
    title = cloud.title or cloud.name
    sheet = Sheet(title, whole.bottom, whole.boxes, whole.words, paper=ink.paper)
    shown = {placed.text for placed in words}
    return PlacedCloud(sheet, tuple(word for word, _ in ranked if word not in shown))


class _Reread(BytesIO):
    """Bytes that every reader gets whole: wordcloud opens its font anew for every size."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the bytes from the beginning."""
        self.seek(0)
        return super().read(size)


def _find_faults(cloud: Cloud) -> Iterator[str]:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", cloud.colour):
        yield f"colour {cloud.colour!r} is not #RRGGBB"
    for word, weight in cloud.weights.items():
        if not (isfinite(weight) and weight >= 0):
            yield f"the weight of {word} is {weight}"


def _place_words(
    weights: Mapping[str, float], colour: str, top: float, *, paper: str
) -> Iterator[Words]:
    """Yield the words where wordcloud puts them, in points; its layout counts in pixels."""
    layout = WordCloud(
        font_path=_Reread(block_font("".join(weights))),
        width=round((RIGHT - LEFT) * _GRID),
        height=round(_HEIGHT * _GRID),
        margin=12,
        max_words=_MOST,
        min_font_size=round(_SMALLEST * _GRID),
        max_font_size=round(_LARGEST * _GRID),
        prefer_horizontal=1,
        relative_scaling=0.6,
        random_state=0,
    ).generate_from_frequencies(dict(weights))
    for (word, share), size, (down, across), _, _ in layout.layout_:
        # wordcloud places the corner of the ink, a typesetter the begin of the base line.
        font = ImageFont.truetype(str(FONT_TTF), size)
        left, ascent, _, _ = font.getbbox(word, anchor="ls")
        x, y = LEFT + (across - left) / _GRID, top + (down - ascent) / _GRID
        yield Words(word, x, y, size / _GRID, _shade_word(colour, share, paper))


def _shade_word(colour: str, share: float, paper: str) -> str:
    """Return the theme's colour, farther from the paper by weight; at least 4.5:1 (WCAG AA)."""
    away = "#000000" if paper == LIGHT.paper else "#FFFFFF"
    return mix_colours(make_readable(colour, paper, 4.5), away, 0.3 * share)
