"""Figures, clouds and tables as files to take away: their names, their bytes, made when asked for.

Nothing is written here and nothing calls home: what is handed out opens offline.
"""

import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from io import SEEK_END, BytesIO
from typing import TypeVar

import pandas as pd

from analysis.resources import say
from analysis.view.drawing.clouds import Cloud, draw_cloud
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.page import figure_html
from analysis.view.drawing.prints import print_figure
from analysis.view.export.sheets import SheetTable, make_workbook

Chart = TypeVar("Chart", Figure, Cloud)

_MIMES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "html": "text/html",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), the full-width
# marks included, which East Asian editions of Excel read like the narrow ones.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Download:
    """A file on offer: ``label`` is what the button says, ``make`` gives its bytes."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def figure_downloads(
    figure: Figure, study: str, date: str, *, selected: str = "", script: str = ""
) -> tuple[Download, ...]:
    """Return ``figure`` as PNG, SVG, PDF, HTML and its data as CSV and XLSX.

    ``selected`` says in words what the figure was narrowed to; its source line then bears it.
    ``script`` is as ``figure_html`` has it.
    """
    figure = bear_selection(figure, selected)
    makers: dict[str, Callable[[], bytes]] = {
        "png": partial(print_figure, figure, "png"),
        "svg": partial(print_figure, figure, "svg"),
        "pdf": partial(print_figure, figure, "pdf"),
        "html": partial(figure_html, figure, script=script),
        "csv": partial(table_csv, figure.frame),
        "xlsx": partial(_figure_workbook, figure),
    }
    stem = (study, figure.title, date)
    return tuple(_offer(stem, form, make, figure.language) for form, make in makers.items())


def cloud_downloads(
    cloud: Cloud, study: str, date: str, *, selected: str = ""
) -> tuple[Download, ...]:
    """Return ``cloud`` as PNG, SVG and PDF and its words with their weights as CSV and XLSX."""
    cloud = bear_selection(cloud, selected)
    makers: dict[str, Callable[[], bytes]] = {
        "png": partial(draw_cloud, cloud, "png"),
        "svg": partial(draw_cloud, cloud, "svg"),
        "pdf": partial(draw_cloud, cloud, "pdf"),
        "csv": partial(table_csv, weight_frame(cloud)),
        "xlsx": partial(_cloud_workbook, cloud),
    }
    stem = (study, cloud.title or cloud.name, date)
    return tuple(_offer(stem, form, make, cloud.language) for form, make in makers.items())


def bear_selection(chart: Chart, selected: str) -> Chart:
    """Return a figure or cloud whose source line says what it was narrowed to, if it was."""
    if not selected:
        return chart
    words = {"source": chart.source, "selected": selected}
    return replace(chart, source=say("chart.selected", chart.language, **words))


def weight_frame(cloud: Cloud) -> pd.DataFrame:
    """Return the words of a cloud: term, weight."""
    return pd.DataFrame(list(cloud.weights.items()), columns=["term", "weight"])


def _figure_workbook(figure: Figure) -> bytes:
    table = SheetTable(figure.title, figure.frame, {figure.value: figure.value_format})
    unit = ((say("about.unit", figure.language), figure.value_label),)
    return make_workbook([table], (*_tell_chart(figure), *unit), language=figure.language)


def _cloud_workbook(cloud: Cloud) -> bytes:
    table = SheetTable(cloud.title or cloud.name, weight_frame(cloud), {"weight": "weight"})
    return make_workbook([table], _tell_chart(cloud), language=cloud.language)


def _tell_chart(chart: Figure | Cloud) -> tuple[tuple[str, str], ...]:
    """Return what the last sheet says of a chart; its source line bears the rest."""
    told = {"title": chart.title, "finding": chart.subtitle, "source": chart.source}
    return tuple(
        (say(f"about.{name}", chart.language), words) for name, words in told.items() if words
    )


def _offer(
    stem: tuple[str, str, str], form: str, make: Callable[[], bytes], language: str
) -> Download:
    name = download_name(*stem, form)
    return Download(say(f"download.{form}", language), name, _MIMES[form], make)


def table_csv(frame: pd.DataFrame) -> bytes:
    r"""Return ``frame`` as CSV that Excel opens right: UTF-8 with a mark, lines ended by CR LF.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; so does one
    that begins with apostrophes and then such a sign, so that taking one away gives every text
    back. Numbers stay numbers.

    Examples
    --------
    >>> table_csv(pd.DataFrame({"词": ["=1+1", "工会"], "n": [-1, 2]})).decode("utf-8-sig")
    "词,n\r\n'=1+1,-1\r\n工会,2\r\n"
    """
    return join_csv([frame])


def join_csv(frames: Iterable[pd.DataFrame]) -> bytes:
    r"""Return frames of the same columns as one CSV, as ``table_csv`` writes it.

    One of them at a time is in memory.

    Examples
    --------
    >>> join_csv(pd.DataFrame({"n": [number]}) for number in (1, 2)).decode("utf-8-sig")
    'n\r\n1\r\n2\r\n'
    """
    written = BytesIO(BOM_UTF8)
    written.seek(0, SEEK_END)
    for number, frame in enumerate(frames):
        harmless = frame.rename(columns=disarm).map(disarm)
        text = harmless.to_csv(index=False, header=not number, lineterminator="\r\n")
        written.write(text.encode("utf-8", "replace"))
    return written.getvalue()


def disarm(cell: object) -> object:
    """Return a cell so that no spreadsheet runs it as a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def download_name(study: str, view: str, date: str, suffix: str) -> str:
    """Return a file name that every system takes: study, view, date; Chinese stays Chinese.

    Parts are cut to 100 bytes, 33 Chinese characters: most file systems take names of 255.

    Examples
    --------
    >>> download_name("种子五版", "工会/社保：占比?", "2024-04-04", "csv")
    '种子五版_工会 社保：占比_2024-04-04.csv'
    """
    stem = "_".join(part for part in map(_clean_part, (study, view, date)) if part)
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}.{suffix}"


def _clean_part(part: str) -> str:
    """Return ``part`` without what Windows forbids and what cannot be seen."""
    text = unicodedata.normalize("NFC", part)
    # Category C: control marks, marks of direction that can make a name look like another.
    seen = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    words = " ".join(re.sub(r'[\\/:*?"<>|]', " ", seen).split())
    # A character that the cut would halve is left out whole.
    return words.encode()[:_LONGEST].decode(errors="ignore").strip(". ")
