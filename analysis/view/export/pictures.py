"""A chart as a picture in a page of HTML: a drawing without words around it, and its data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.resources import say
from analysis.view.drawing.aloud import write_alt
from analysis.view.drawing.clouds import Cloud, draw_cloud
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.look import LIGHT
from analysis.view.drawing.marks import place_marks
from analysis.view.drawing.painting import save_sheet
from analysis.view.drawing.prints import place_figure
from analysis.view.export.collection import Exhibit
from analysis.view.export.files import bear_selection

# A reader checks some numbers; whoever wants them all takes the table.
_MOST_ROWS = 120
# matplotlib writes a document of its own: what only that needs, and what would dress the page.
_OUTSIDE = re.compile(
    r"<\?xml.*?\?>|<!--.*?-->|<title>.*?</title>|<defs>\s*<style.*?</style>\s*</defs>", re.DOTALL
)
_SIZE = re.compile(r'(<svg[^>]*?) width="[^"]*" height="[^"]*" viewBox="0 0 (\S+) (\S+)"')
_NAMES = re.compile(r'(\bid="|href="#|url\(#)')
# Points of the sheet's own margins: in a page the page has margins.
_SIDE, _ABOVE = 29.0, 22.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart in words, a drawing (SVG without a document around it) and rows of its data.

    ``kind`` is "figure" or "cloud"; ``more`` are rows that are left out.
    """

    kind: str
    title: str
    finding: str
    unit: str
    drawing: str
    alt: str
    source: str
    rows: tuple[tuple[str, ...], ...]
    more: int


def make_picture(exhibit: Exhibit, number: int, *, selected: str) -> Picture:
    """Return an exhibit as the picture ``number`` of a page, which all names in it begin with.

    ``selected`` says what narrows the study, "" where nothing does.
    """
    told = selected if exhibit.narrowed else ""
    chart = exhibit.chart
    if isinstance(chart, Cloud):
        return _picture_cloud(bear_selection(chart, told), number)
    return _picture_figure(bear_selection(chart, told), number)


def _picture_figure(figure: Figure, number: int) -> Picture:
    drawing = save_sheet(place_figure(figure, bare=True), "svg").decode()
    marks = place_marks(figure, LIGHT)
    rows = ((mark.category, mark.series, mark.text) for mark in marks)
    return Picture(
        kind="figure",
        title=figure.title,
        finding=figure.subtitle,
        unit=figure.value_label,
        drawing=inline_svg(drawing, f"f{number}-"),
        alt=write_alt(figure),
        source=figure.source,
        rows=_list_rows(rows),
        more=max(len(marks) - _MOST_ROWS, 0),
    )


def _picture_cloud(cloud: Cloud, number: int) -> Picture:
    drawing = draw_cloud(replace(cloud, title="", subtitle="", source=""), "svg").decode()
    words = list(cloud.weights.items())
    listed = say("told.listed", cloud.language).join(word for word, _ in words[:8])
    return Picture(
        kind="cloud",
        title=cloud.title,
        finding=cloud.subtitle,
        unit=say("report.cloud.unit", cloud.language),
        drawing=inline_svg(drawing, f"f{number}-"),
        alt=say("themes.cloud.alt", cloud.language, cloud=cloud.title, terms=listed),
        source=cloud.source,
        rows=_list_rows((word, f"{weight:.4f}") for word, weight in words),
        more=max(len(words) - _MOST_ROWS, 0),
    )


def _list_rows(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return the first rows, without cells that are empty in all of them."""
    kept = tuple(rows)[:_MOST_ROWS]
    filled = [any(cells) for cells in zip(*kept, strict=True)]
    return tuple(
        tuple(cell for cell, shown in zip(row, filled, strict=True) if shown) for row in kept
    )


def inline_svg(document: str, prefix: str) -> str:
    """Return a whole SVG file as a piece of a page: as wide as its place, its names its own.

    Several drawings in one page would else share the names that their parts refer to.

    Examples
    --------
    >>> head = '<?xml?><svg width="560pt" height="90pt" viewBox="0 0 560 90">'
    >>> inline_svg(head + '<use href="#a"/></svg>', "f1-")
    '<svg viewBox="29 22 502 46" aria-hidden="true"><use href="#f1-a"/></svg>'
    """
    inner = _OUTSIDE.sub("", document)
    named = _NAMES.sub(lambda found: f"{found[1]}{prefix}", inner)
    return _SIZE.sub(_crop, named, count=1).strip()


def _crop(found: re.Match[str]) -> str:
    width, height = float(found[2]) - 2 * _SIDE, float(found[3]) - 2 * _ABOVE
    return f'{found[1]} viewBox="{_SIDE:g} {_ABOVE:g} {width:g} {height:g}" aria-hidden="true"'
