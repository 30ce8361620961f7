"""The commands: each a few lines over the library calls that the dashboard uses too."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analysis.cli.quality import add_quality
from analysis.cli.refitting import add_refit, refit_appended
from analysis.cli.taking import add_export, add_report
from analysis.cli.terminal import (
    leave_closed_pipe,
    progress,
    put,
    speak_utf8,
    tell,
    tell_failures,
    terminal_language,
)
from analysis.errors import BadSetting, BaotiError
from analysis.press.decode import require_encoding
from analysis.press.inputs import Input, find_inputs
from analysis.press.readers.fields import FIELDS, name_columns
from analysis.resources import APP, say
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.catalogue import load_catalogue
from analysis.study.cutting import cut_inputs
from analysis.study.engine import ENGINES, Engine
from analysis.study.folder import open_study
from analysis.study.lexicon import list_absent
from analysis.study.recipe import new_recipe
from analysis.study.records import Built, Report
from analysis.study.reprints import mark_copies
from analysis.view.listing import (
    FORMATS,
    article_row,
    lexicon_rows,
    themed_rows,
    topic_rows,
    write_rows,
)
from analysis.view.topics.counts import tell_count

USED, FAULT = 0, 2


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 2 when an input or a setting could not be used."""
    choice = make_parser().parse_args(words)
    speak_utf8()
    try:
        return int(choice.run(choice))
    except BaotiError as error:
        tell(error.tell(terminal_language()))
    except BrokenPipeError:
        leave_closed_pipe()
        return USED
    return FAULT


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of every command; the README's table of commands is tested against it."""
    parser = argparse.ArgumentParser(prog="baoti", description="Topics of Chinese newspaper pages.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_articles(commands)
    _add_build(commands)
    add_refit(commands)
    _add_themes(commands)
    add_quality(commands)
    add_export(commands)
    add_report(commands)
    _add_open(commands)
    return parser


def _add_articles(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("articles", help="pages to articles, nothing else")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a page or a folder of pages")
    _add_reading(parser)
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="instead of the terminal")
    parser.set_defaults(run=_articles)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """Add how files are read, where what they say themselves shall not decide."""
    parser.add_argument("--encoding", metavar="NAME", help="of texts and tables (default: told)")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help=f"which column of a table holds what: {', '.join(FIELDS)}",
    )


def _find_inputs(choice: argparse.Namespace) -> list[Input]:
    columns = name_columns(choice.column)
    encoding = require_encoding(choice.encoding) if choice.encoding else None
    found = find_inputs(choice.paths)
    return [replace(item, columns=columns, encoding=encoding) for item in found]


def _articles(choice: argparse.Namespace) -> int:
    with progress() as report:
        corpus = mark_copies(cut_inputs(_find_inputs(choice), report=report))
    rows = (article_row(a, cut.page) for cut in corpus.cuts for a in cut.articles)
    columns = ("source", "kind", "date", "headline", "byline", "body")
    put(write_rows(rows, choice.format, columns=columns), choice.output)
    return FAULT if tell_failures(corpus.failures) else USED


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("build", help="pages to a study folder")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a page or a folder of pages")
    _add_reading(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="STUDY")
    parser.add_argument("--topics", default="auto", metavar="N|auto", help="how many topics")
    parser.add_argument("--themes", type=Path, metavar="FILE", help="your own themes.toml")
    parser.add_argument("--engine", choices=ENGINES, default="local")
    parser.add_argument("--address", metavar="URL", help="of the Dask scheduler")
    parser.add_argument(
        "--workers", type=_count, metavar="N", help="processes (default: one a core)"
    )
    parser.add_argument("--timings", action="store_true", help="print one JSON object last")
    parser.add_argument(
        "--append", action="store_true", help="add to the study, topics as they are"
    )
    parser.add_argument("--refit", action="store_true", help="with --append: then fit anew")
    parser.set_defaults(run=_build)


def _require_same_topics(choice: argparse.Namespace) -> None:
    """Stop where topics or themes are asked for that an append leaves as they are."""
    if (choice.topics != "auto" or choice.themes) and not choice.refit:
        need = {
            "zh": "不与 --append 同用（议题保持原样），除非加上 --refit",
            "en": "left out with --append, unless --refit is given too",
        }
        raise BadSetting(name="--topics, --themes", value=choice.topics, need=need)


def _append(choice: argparse.Namespace, engine: Engine, report: Report | None) -> Built:
    _require_same_topics(choice)
    built = append_study(_find_inputs(choice), choice.output, engine=engine, report=report)
    if not choice.refit:
        return built
    # Nothing said of topics: as many as before.
    choice.topics = None if choice.topics == "auto" else choice.topics
    return refit_appended(built, choice, report)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return int(text)


def _build(choice: argparse.Namespace) -> int:
    engine = Engine(choice.engine, choice.workers, choice.address)
    if choice.refit and not choice.append:
        need = {"zh": "与 --append 同用", "en": "given with --append"}
        raise BadSetting(name="--refit", value="", need=need)
    with progress() as report:
        if choice.append:
            built = _append(choice, engine, report)
        else:
            inputs = _find_inputs(choice)
            recipe = new_recipe(topics=choice.topics, themes=choice.themes)
            built = build_study(inputs, choice.output, recipe=recipe, engine=engine, report=report)
    tell(tell_count(built.study, terminal_language()))
    tell(say("build.done", terminal_language(), folder=choice.output, **built.counts))
    if absent := list_absent(built.study):
        between = say("told.listed", terminal_language())
        tell(say("build.absent", terminal_language(), themes=between.join(absent)))
    failed = tell_failures(built.failures)
    recipe = built.study.recipe
    if edits := (*recipe.edits, *recipe.topic_edits):
        tell(say("build.edits", terminal_language(), n=len(edits), misfits=len(built.misfits)))
        tell_failures(built.misfits)
    if choice.timings:
        put(json.dumps(_timings(built)) + "\n")
    return FAULT if failed else USED


def _timings(built: Built) -> dict[str, object]:
    seconds = {stage: round(spent, 3) for stage, spent in built.seconds.items()}
    return {"seconds": seconds, **built.counts, "peak_memory_mb": built.peak}


def _add_themes(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("themes", help="themes and topics of a study")
    parser.add_argument("study", type=Path, metavar="STUDY")
    listed = parser.add_mutually_exclusive_group()
    listed.add_argument("--articles", action="store_true", help="one row an article")
    listed.add_argument(
        "--lexicon", action="store_true", help="one row a theme and topic: how near, by which words"
    )
    parser.add_argument("--hidden", action="store_true", help="list hidden topics too")
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.set_defaults(run=_themes)


def _themes(choice: argparse.Namespace) -> int:
    catalogue = load_catalogue(open_study(choice.study))
    columns: Sequence[str] = ("topic_id", "theme", "label", "size", "terms")
    rows = topic_rows(catalogue, hidden=choice.hidden)
    if choice.articles:
        columns, rows = ("source", "theme", "headline", "themes"), themed_rows(catalogue)
    elif choice.lexicon:
        columns = ("theme", "topic_id", "label", "cosine", "own", "widened")
        rows = lexicon_rows(catalogue)
    put(write_rows(rows, choice.format, columns=columns))
    return USED


def _add_open(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("open", help="the dashboard, on a study or on the seed pages")
    parser.add_argument("study", type=Path, nargs="?", metavar="STUDY")
    parser.add_argument("--port", type=int, metavar="N", help="default: 8501, or the next free one")
    parser.set_defaults(run=_open)


def _open(choice: argparse.Namespace) -> int:
    environment = dict(os.environ)
    if choice.study:
        environment["BAOTI_STUDY"] = str(open_study(choice.study).folder.resolve())
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    if choice.port:
        command += ["--server.port", str(choice.port)]
    if os.name == "posix":
        # This process becomes the server: who ends it (Ctrl-C, a service manager) ends the server.
        os.execve(sys.executable, command, environment)  # noqa: S606 - our own words, no shell
    return subprocess.call(command, env=environment)  # noqa: S603 - the same
