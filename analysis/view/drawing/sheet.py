"""A sheet of paper: words and boxes at exact places, and how it becomes PNG, SVG or PDF.

Unit of all places is the point (1/72 inch), from the top left corner. Only this file knows
matplotlib; it draws with our font and nothing else, on every machine alike.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Literal

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from numpy.typing import NDArray

from analysis.resources import FONT_TTF
from analysis.view.drawing.fonts import break_text, replace_missing
from analysis.view.drawing.look import LIGHT

Form = Literal["png", "svg", "pdf"]

WIDTH, LEFT, RIGHT = 560.0, 30.0, 530.0
"""Points across: the sheet (7.8 inches, a page of A4 less its margins) and what is written on."""

TITLE, TEXT, SMALL = 15.0, 10.0, 8.5
"""Sizes of letters, in points."""

RISE = 0.36
"""How far under the middle of a line its base line lies, in em."""

_DPI = 200
_THRONG = 1_000
_SAVING = Lock()


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; ``x`` is its begin, middle or end as ``align`` says, ``y`` its base line."""

    text: str
    x: float
    y: float
    size: float
    colour: str = LIGHT.text
    align: Literal["left", "center", "right"] = "left"
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; ``x`` and ``y`` are its top left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points (x, y)."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with corners (x, y)."""

    corners: tuple[tuple[float, float], ...]
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """Round dots of one look around points, (n, 2); ``radii`` (n,), ``line`` is their edge."""

    points: NDArray[np.float64]
    radii: NDArray[np.float64]
    fill: str
    line: str
    thick: float = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sheet and where it ends, so that the next one can begin there."""

    bottom: float
    boxes: tuple[Box, ...] = ()
    words: tuple[Words, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    dots: tuple[Dots, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper: areas, strokes, boxes, dots, words over each other.

    ``title`` is the file's, ``paper`` the colour under all.
    """

    title: str
    height: float
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    dots: tuple[Dots, ...] = ()
    paper: str = LIGHT.paper


def join_parts(parts: Iterable[Part], bottom: float) -> Part:
    """Return the parts as one that ends at ``bottom``."""
    pieces = tuple(parts)
    boxes = tuple(box for part in pieces for box in part.boxes)
    words = tuple(words for part in pieces for words in part.words)
    strokes = tuple(stroke for part in pieces for stroke in part.strokes)
    areas = tuple(area for part in pieces for area in part.areas)
    dots = tuple(some for part in pieces for some in part.dots)
    return Part(bottom, boxes, words, strokes, areas, dots)


def place_lines(text: str, top: float, size: float, colour: str = LIGHT.text) -> Part:
    """Return ``text`` over the whole width from ``top`` down, in as many lines as it needs.

    An opening mark has its ink in the right half of its square: it hangs into the margin, so that
    the line begins flush.
    """
    step = 1.45 * size
    lines = break_text(text, (RIGHT - LEFT) / size)
    words = tuple(
        Words(line, LEFT - hang * size, top + (place + 0.5) * step + RISE * size, size, colour)
        for place, line in enumerate(lines)
        for hang in [0.5 if line[0] in "“‘（《「『【〔" else 0]
    )
    return Part(top + step * len(lines), words=words)


def save_sheet(sheet: Sheet, form: Form, *, dots: int = _DPI) -> bytes:
    """Return ``sheet`` as a file, the same bytes on repeat.

    PNG has ``dots`` an inch. In SVG letters are outlines, in PDF our font is embedded as TrueType
    and its text can be copied: neither needs a Chinese font where it is opened. A character that
    our font does not have stands as 〓.
    """
    buffer = BytesIO()
    # matplotlib reads these at the moment of writing, from settings that all threads share.
    with _SAVING, rc_context({"svg.hashsalt": "baoti", "svg.fonttype": "path", "pdf.fonttype": 42}):
        _paint(sheet).savefig(buffer, format=form, dpi=dots, metadata=_describe(sheet, form))
    return _strip_svg(buffer.getvalue()) if form == "svg" else buffer.getvalue()


def _strip_svg(svg: bytes) -> bytes:
    """Return ``svg`` without document type and RDF: they only name hosts that nobody needs."""
    return re.sub(rb"<!DOCTYPE.*?>\s*|<metadata>.*?</metadata>\s*", b"", svg, flags=re.DOTALL)


def _describe(sheet: Sheet, form: Form) -> dict[str, str | None]:
    """Return the file's metadata: its title, and nothing that changes from day to day."""
    if form == "png":
        return {"Title": sheet.title, "Software": None}
    if form == "pdf":
        return {"Title": sheet.title, "Creator": "Baoti", "Producer": None, "CreationDate": None}
    return {"Title": sheet.title, "Creator": None, "Date": None, "Format": None, "Type": None}


def _paint(sheet: Sheet) -> Canvas:
    canvas = Canvas(figsize=(WIDTH / 72, sheet.height / 72), facecolor=sheet.paper)
    FigureCanvasAgg(canvas)
    axes = canvas.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(sheet.height, 0))
    axes.set_axis_off()
    for area in sheet.areas:
        axes.add_patch(Polygon(area.corners, color=area.colour, linewidth=0))
    for stroke in sheet.strokes:
        across, down = zip(*stroke.points, strict=True)
        # Under the boxes: by itself matplotlib lays lines over areas.
        line = Line2D(across, down, linewidth=stroke.width, color=stroke.colour, zorder=0.5)
        axes.add_line(line)
    for box in sheet.boxes:
        place = (box.x, box.y)
        axes.add_patch(Rectangle(place, box.width, box.height, color=box.colour, linewidth=0))
    for dots in sheet.dots:
        _dot(axes, dots)
    for words in sheet.words:
        _write(axes, words)
    return canvas


def _dot(axes: Axes, dots: Dots) -> None:
    across, down = dots.points[:, 0], dots.points[:, 1]
    axes.scatter(
        across,
        down,
        # matplotlib asks for the square of the diameter, in points.
        s=(2 * dots.radii) ** 2,
        c=dots.fill,
        edgecolors=dots.line,
        linewidths=dots.thick,
        # Over lines, under words.
        zorder=2.5,
        # A throng as outlines makes files of many megabytes: it goes in as a picture.
        rasterized=len(dots.points) > _THRONG,
    )


def _write(axes: Axes, words: Words) -> None:
    axes.text(
        words.x,
        words.y,
        replace_missing(words.text),
        fontproperties=FontProperties(fname=FONT_TTF, size=words.size),
        color=words.colour,
        horizontalalignment=words.align,
        verticalalignment="baseline",
        rotation=90 if words.upwards else 0,
        rotation_mode="anchor",
        # A price of $5 is no formula.
        parse_math=False,
    )
