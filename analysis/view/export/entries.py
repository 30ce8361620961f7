"""All charts and tables of a selection as files: one list, for a ZIP or for a folder."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO

from analysis.resources import say
from analysis.study.folder import Filling
from analysis.study.packing import DatelessZip, Sink
from analysis.study.records import Report
from analysis.view.drawing.charts import write_script
from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.figures import Figure
from analysis.view.export.collection import (
    Exhibit,
    list_of_selection,
    list_of_sides,
    list_of_subject,
)
from analysis.view.export.files import (
    Download,
    cloud_downloads,
    download_name,
    figure_downloads,
    table_csv,
)
from analysis.view.export.notes import write_notes
from analysis.view.export.parcel import Parcel, tell_all
from analysis.view.export.sheets import SheetTable, write_workbook
from analysis.view.export.tables import ExportTable, list_tables, make_word_table
from analysis.view.topics.subjects import choose_subjects

FIGURE_FORMS = ("png", "svg", "pdf", "html")
TABLE_FORMS = ("csv", "xlsx", "parquet")
# Packed already: to pack them again costs time and saves nothing.
_PACKED = (".png", ".pdf", ".xlsx", ".parquet")


# Once beside all charts that need it: in each of them it would be nine tenths of the ZIP.
_SCRIPT = "plotly.min.js"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One file: its path in the ZIP or the folder, what it is, and what writes it."""

    name: str
    about: str
    fill: Filling


def list_entries(
    parcel: Parcel,
    *,
    figures: Collection[str] = FIGURE_FORMS,
    tables: Collection[str] = TABLE_FORMS,
) -> tuple[Entry, ...]:
    """Return the files of a selection, the last of them a text that says what each is.

    ``figures`` and ``tables`` are the forms that are wanted; a chart brings its data along in the
    forms of the tables. Files are made when they are written, one at a time.
    """
    entries = (*_list_charts(parcel, {*figures, *tables}), *_list_tables(parcel, tables))
    return (*entries, _describe(parcel, entries))


def stream_zip(entries: Sequence[Entry], report: Report | None = None) -> Iterator[bytes]:
    """Yield files as a ZIP, one of them at a time: no more than the largest is in memory."""
    sink = Sink()
    with DatelessZip(sink) as archive:
        for done, entry in enumerate(entries, 1):
            packed = not entry.name.endswith(_PACKED)
            with archive.begin(entry.name, packed=packed) as member:
                entry.fill(member)
            yield sink.drain()
            if report:
                report("take", done, len(entries))
    yield sink.drain()


def _list_charts(parcel: Parcel, forms: Collection[str]) -> Iterator[Entry]:
    folder = say("parcel.charts", parcel.language)
    shared = False
    for number, exhibit in enumerate(_list_exhibits(parcel), 1):
        chart = exhibit.chart
        if "html" in forms and isinstance(chart, Figure) and not shared:
            about = say("parcel.script", parcel.language)
            yield Entry(f"{folder}/{_SCRIPT}", about, lambda file: _write(write_script(), file))
            shared = True
        for download in _offer_files(parcel, exhibit):
            form = download.name.rpartition(".")[2]
            if form in forms:
                name = download_name(f"{number:02}", chart.title or chart.name, "", form)
                about = download.label
                yield Entry(f"{folder}/{name}", about, partial(_write_download, download))


def _list_exhibits(parcel: Parcel) -> Iterator[Exhibit]:
    """Yield the charts of the selection, of two sides where it has them, then of each subject."""
    catalogue, language = parcel.catalogue, parcel.language
    yield from list_of_selection(catalogue, parcel.rows, language)
    if parcel.contrast:
        yield from list_of_sides(parcel.contrast)
    for subject in choose_subjects(catalogue, parcel.selection):
        yield from list_of_subject(catalogue, subject, language)


def _offer_files(parcel: Parcel, exhibit: Exhibit) -> tuple[Download, ...]:
    chart, study = exhibit.chart, parcel.catalogue.study.name
    selected = parcel.narrowed if exhibit.narrowed else ""
    if isinstance(chart, Cloud):
        return cloud_downloads(chart, study, parcel.date, selected=selected)
    return figure_downloads(chart, study, parcel.date, selected=selected, script=_SCRIPT)


def _write(content: bytes, file: IO[bytes]) -> None:
    file.write(content)


def _write_download(download: Download, file: IO[bytes]) -> None:
    _write(download.make(), file)


def _list_tables(parcel: Parcel, forms: Collection[str]) -> Iterator[Entry]:
    language = parcel.language
    tables = list_tables(parcel.catalogue, parcel.rows, language)
    if parcel.contrast and parcel.contrast.told_apart:
        tables = (*tables, make_word_table(parcel.contrast.words))
    folder = say("parcel.tables", language)
    for table in tables:
        stem = download_name(table.title(language), "", "", "")
        if "csv" in forms:
            name = f"{folder}/{stem}csv"
            yield Entry(name, table.about(language), partial(_write_csv, table))
        if "parquet" in forms:
            name = f"{folder}/{stem}parquet"
            yield Entry(name, table.about(language), partial(_write_parquet, table))
    if "xlsx" in forms:
        name = f"{folder}/{say('parcel.workbook', language)}.xlsx"
        fill = partial(_write_book, parcel, tables)
        yield Entry(name, say("parcel.workbook.about", language), fill)


def _write_csv(table: ExportTable, file: IO[bytes]) -> None:
    file.write(table_csv(table.make()))


def _write_parquet(table: ExportTable, file: IO[bytes]) -> None:
    table.make().to_parquet(file, index=False, compression="zstd")


def _write_book(parcel: Parcel, tables: Sequence[ExportTable], file: IO[bytes]) -> None:
    language = parcel.language
    sheets = (SheetTable(one.title(language), one.make(), one.formats) for one in tables)
    about = (*tell_all(parcel), *((one.title(language), one.about(language)) for one in tables))
    write_workbook(file, sheets, about, language=language)


def _describe(parcel: Parcel, entries: Sequence[Entry]) -> Entry:
    language = parcel.language
    listed = [(entry.name, entry.about) for entry in entries]
    text = write_notes(tell_all(parcel), listed, language)
    name = f"{say('parcel.notes', language)}.txt"
    return Entry(name, "", lambda file: _write_text(text, file))


def _write_text(text: str, file: IO[bytes]) -> None:
    # Old editors of Windows take a text for the local code page unless it opens with a mark.
    file.write(text.replace("\n", "\r\n").encode("utf-8-sig", "replace"))
