"""The commands ``articles`` and ``themes``: what is found, as a list for a program or a reader."""

import argparse
from pathlib import Path

from analysis.cli.reading import add_reading, find_given
from analysis.cli.terminal import FAULT, USED, progress, put, tell_failures
from analysis.press.limits import read_limits
from analysis.study.catalogue import load_catalogue
from analysis.study.cutting import cut_inputs
from analysis.study.folder import open_study
from analysis.study.reprints import mark_copies
from analysis.view.listing import (
    FORMATS,
    article_row,
    lexicon_rows,
    themed_rows,
    topic_rows,
    write_rows,
)


def fill_articles(parser: argparse.ArgumentParser) -> None:
    """Say what ``articles`` takes."""
    add_reading(parser)
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="instead of the terminal")
    parser.set_defaults(run=_articles)


def _articles(choice: argparse.Namespace) -> int:
    with progress() as report:
        corpus = mark_copies(
            cut_inputs(find_given(choice), limits=read_limits(choice.limit), report=report)
        )
    rows = (article_row(a, cut.page) for cut in corpus.cuts for a in cut.articles)
    columns = ("source", "kind", "date", "headline", "byline", "body")
    put(write_rows(rows, choice.format, columns=columns), choice.output)
    return FAULT if tell_failures(corpus.failures) else USED


def fill_themes(parser: argparse.ArgumentParser) -> None:
    """Say what ``themes`` takes."""
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
    columns: tuple[str, ...] = ("topic_id", "theme", "label", "size", "terms")
    rows = topic_rows(catalogue, hidden=choice.hidden)
    if choice.articles:
        columns, rows = ("source", "theme", "headline", "themes"), themed_rows(catalogue)
    elif choice.lexicon:
        columns = ("theme", "topic_id", "label", "cosine", "own", "widened")
        rows = lexicon_rows(catalogue)
    put(write_rows(rows, choice.format, columns=columns))
    return USED
