"""Newspaper pages as PDF, set line by line, so that a test knows what belongs together."""

import io
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from analysis.press.readers import pdf
from analysis.resources import FONT_TTF

BODY, LEAD, MARGIN = 9.0, 13.5, 36.0
CLOSING = "，。、；：？！”’）》"


@dataclass
class Press:
    """Prints pages of ``columns`` columns; ``put`` is all there is, the rest only calls it."""

    columns: int = 4
    size: tuple[float, float] = (842.0, 1191.0)
    gutter: float = 12.0
    canvas: Canvas = field(init=False)

    def __post_init__(self):
        pdfmetrics.registerFont(TTFont("press", FONT_TTF))
        self.file = io.BytesIO()
        self.canvas = Canvas(self.file, pagesize=self.size)
        self.width = (self.size[0] - 2 * MARGIN + self.gutter) / self.columns - self.gutter

    def left(self, column):
        """Return where a column begins."""
        return MARGIN + column * (self.width + self.gutter)

    def put(self, text, left, base, size=BODY):
        """Print one line; ``base`` is measured from the upper edge."""
        self.canvas.setFont("press", size)
        self.canvas.drawString(left, self.size[1] - base, text)

    def head(self, lines, column, base, *, span=1, size=20.0):
        """Print the lines of a headline in the middle over its columns; return where it ends."""
        room = span * (self.width + self.gutter) - self.gutter
        for line in lines:
            for part in wrap(line, size, room):
                base += 1.25 * size
                self.put(part, self.left(column) + (room - measure(part, size)) / 2, base, size)
        return base + 0.5 * BODY

    def box(self, head, paragraphs, column, base, *, span=1):
        """Print an article as a box of ``span`` columns; return where it ends."""
        base = self.head([head], column, base, span=span)
        lines = set_text(paragraphs, self.width)
        share = -(-len(lines) // span)
        for number, (indent, line) in enumerate(lines):
            place, row = divmod(number, share)
            self.put(line, self.left(column + place) + indent, base + (row + 1) * LEAD)
        return base + share * LEAD

    def flow(self, stories, *, top=80.0, bottom=1140.0):
        """Print articles down and over the columns, as many as there is room for; return these."""
        column, base, printed = 0, top, []
        for head, paragraphs in stories:
            need = 1.25 * 16 * len(wrap(head, 16, self.width)) + 4 * LEAD
            column, base = (column, base) if base + need < bottom else (column + 1, top)
            lines = set_text(paragraphs, self.width)
            rows = (bottom - base - need) // LEAD + (self.columns - column - 1) * (
                (bottom - top) // LEAD
            )
            if column >= self.columns or len(lines) > rows:
                break
            base = self.head([head], column, base, size=16)
            for indent, line in lines:
                column, base = (column, base) if base + LEAD < bottom else (column + 1, top)
                base += LEAD
                self.put(line, self.left(column) + indent, base)
            base += BODY
            printed.append((head, paragraphs))
        return printed

    def turn(self):
        """End the page."""
        self.canvas.showPage()

    def finish(self):
        """Return the file."""
        self.canvas.save()
        return self.file.getvalue()


def measure(text, size):
    return pdfmetrics.stringWidth(text, "press", size)


def wrap(text, size, room):
    """Break a text to lines; a closing mark hangs over the edge rather than opening a line."""
    lines = [""]
    for sign in text:
        if lines[-1] and measure(lines[-1] + sign, size) > room and sign not in CLOSING:
            lines.append("")
        lines[-1] += sign
    return lines


def set_text(paragraphs, width):
    """Return the lines of paragraphs, each with its indent: two characters for the first."""
    lines = []
    for text in paragraphs:
        cut = max(1, len(wrap(text, BODY, width - 2 * BODY)[0]))
        lines.append((2 * BODY, text[:cut]))
        lines += [(0.0, line) for line in wrap(text[cut:], BODY, width) if line]
    return lines


PROSE = "今天，全国总工会在北京召开会议，部署下一阶段的工作，并听取了各地的汇报。"
HEAD = "全国总工会部署工作"


def read(data):
    """Read the pages of a printed file."""
    return list(pdf.read_sheets("issue.pdf", data))


def print_article(press, text=PROSE * 12, head=HEAD):
    """Print one article over all columns and turn the page."""
    press.box(head, [text], 0, 100, span=press.columns)
    press.turn()
    return press
