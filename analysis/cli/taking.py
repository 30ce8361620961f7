"""The commands ``export`` and ``report``: a study, or a part of it, as files to take away."""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from analysis.cli.terminal import USED, progress, tell, terminal_language
from analysis.errors import BadSetting, NothingToDraw
from analysis.resources import LANGUAGES, say
from analysis.study.catalogue import Catalogue, load_catalogue
from analysis.study.folder import fill_folder, open_study, write_file
from analysis.study.records import Report, Selection
from analysis.view.export.entries import FIGURE_FORMS, TABLE_FORMS, Entry, list_entries
from analysis.view.export.parcel import Parcel, make_parcel
from analysis.view.export.report import make_report
from analysis.view.frames import name_newspaper, name_themes


def fill_export(parser: argparse.ArgumentParser) -> None:
    """Say what ``export`` takes."""
    parser.add_argument("study", type=Path, metavar="STUDY")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    for name, known in (("figures", FIGURE_FORMS), ("tables", TABLE_FORMS)):
        parser.add_argument(
            f"--{name}",
            type=_choose_forms(known),
            default=known,
            metavar=",".join(known),
            help="which forms (default: all; none: '')",
        )
    _add_filters(parser)
    parser.set_defaults(run=_export)


def fill_report(parser: argparse.ArgumentParser) -> None:
    """Say what ``report`` takes."""
    parser.add_argument("study", type=Path, metavar="STUDY")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.html")
    _add_filters(parser)
    parser.set_defaults(run=_report)


def _add_filters(parser: argparse.ArgumentParser) -> None:
    repeated: dict[str, Any] = {"action": "append", "default": [], "metavar": "NAME"}
    parser.add_argument("--theme", **repeated, help="articles mainly about it; may be repeated")
    parser.add_argument("--newspaper", **repeated, help="articles of it; may be repeated")
    parser.add_argument("--search", default="", metavar="WORDS", help="as the dashboard searches")
    parser.add_argument("--from", dest="since", type=_read_day, metavar="DAY")
    parser.add_argument("--to", dest="until", type=_read_day, metavar="DAY")
    parser.add_argument("--language", choices=LANGUAGES, help="default: the terminal's")
    parser.add_argument(
        "--date", type=_read_day, metavar="DAY", help="that it bears (default: today)"
    )


def _choose_forms(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        asked = tuple(form.strip() for form in text.split(",") if form.strip())
        if strange := [form for form in asked if form not in known]:
            message = f"{', '.join(strange)}: choose from {', '.join(known)}"
            raise argparse.ArgumentTypeError(message)
        return asked

    return read


def _read_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        message = f"{text!r} is no day such as 2024-04-04"
        raise argparse.ArgumentTypeError(message) from error


def _export(choice: argparse.Namespace) -> int:
    parcel = _make_parcel(choice)
    entries = list_entries(parcel, figures=choice.figures, tables=choice.tables)
    with progress() as report:
        fill_folder(choice.output, _follow(entries, report))
    tell(say("export.done", terminal_language(), folder=choice.output, files=len(entries)))
    return USED


def _report(choice: argparse.Namespace) -> int:
    write_file(choice.output, make_report(_make_parcel(choice)))
    tell(say("report.done", terminal_language(), file=choice.output))
    return USED


def _follow(
    entries: Sequence[Entry], report: Report | None
) -> Iterator[tuple[str, Callable[[IO[bytes]], None]]]:
    """Yield what writes each file, telling how many are done when the next is asked for."""
    for done, entry in enumerate(entries):
        if report:
            report("take", done, len(entries))
        yield entry.name, entry.fill


def _make_parcel(choice: argparse.Namespace) -> Parcel:
    catalogue = load_catalogue(open_study(choice.study))
    language = choice.language or terminal_language()
    selection = Selection(
        themes=tuple(_find_theme(catalogue, name) for name in choice.theme),
        newspapers=tuple(_find_newspaper(catalogue, name) for name in choice.newspaper),
        since=choice.since or "",
        until=choice.until or "",
        search=choice.search,
    )
    day = choice.date or datetime.now().astimezone().date().isoformat()
    parcel = make_parcel(catalogue, selection, language, date=day)
    if not parcel.rows.any():
        raise NothingToDraw(name=parcel.selected)
    return parcel


def _find_theme(catalogue: Catalogue, name: str) -> str:
    """Return the theme of the recipe that is called so, in either language."""
    called = {theme: theme for theme in catalogue.themes}
    for language in LANGUAGES:
        called |= {said: one for one, said in name_themes(catalogue.study, language).items()}
    return _find_one(called, name, "--theme")


def _find_newspaper(catalogue: Catalogue, name: str) -> str:
    called = {paper: paper for paper in catalogue.facets.paper_names}
    for language in LANGUAGES:
        called |= {name_newspaper(one, language): one for one in catalogue.facets.paper_names}
    return _find_one(called, name, "--newspaper")


def _find_one(called: Mapping[str, str], name: str, option: str) -> str:
    if name not in called:
        known = {one: say("told.listed", one).join(filter(None, called)) for one in LANGUAGES}
        need = {"zh": f"是其中之一：{known['zh']}", "en": f"one of {known['en']}"}
        raise BadSetting(name=option, value=name, need=need)
    return called[name]
