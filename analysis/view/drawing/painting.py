"""How a sheet becomes PNG, SVG or PDF.

Only this file knows matplotlib; it draws with our font and nothing else, on every machine alike.
"""

import re
from io import BytesIO
from threading import Lock
from typing import Literal

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from analysis.resources import FONT_TTF
from analysis.view.drawing.fonts import replace_missing
from analysis.view.drawing.sheet import WIDTH, Dots, Sheet, Words

Form = Literal["png", "svg", "pdf"]

_DPI = 200
_THRONG = 1_000
_SAVING = Lock()


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
