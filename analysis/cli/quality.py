"""The command ``quality``: how good each number of topics is, and what each rule would choose."""

import argparse
from pathlib import Path

from analysis.cli.terminal import USED, progress, put, tell, terminal_language
from analysis.resources import say
from analysis.study.exploring import DEFAULT_COUNTS, explore_study, read_counts
from analysis.study.folder import open_study
from analysis.view.listing import FORMATS, write_rows
from analysis.view.topics.counts import count_rows, tell_count, tell_rules, tell_sample

_COLUMNS = (
    *("count", "coherence", "diversity", "exclusivity", "stability", "explained", "clear"),
    *("junk", "effective", "restated", "moved"),
)


def fill_quality(parser: argparse.ArgumentParser) -> None:
    """Say what ``quality`` takes."""
    parser.add_argument("study", type=Path, metavar="STUDY")
    parser.add_argument(
        "--topics", default=DEFAULT_COUNTS, metavar="4-20", help="such as 8, 4-20, 10-50:10"
    )
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="instead of the terminal")
    parser.set_defaults(run=_quality)


def _quality(choice: argparse.Namespace) -> int:
    language = terminal_language()
    study, counts = open_study(choice.study), read_counts(choice.topics)
    with progress() as report:
        found = explore_study(study, counts, report or _say_nothing)
    put(write_rows(count_rows(found), choice.format, columns=_COLUMNS), choice.output)
    # To standard error: the result stays a table that a program can read.
    tell(tell_count(study, language))
    tell(tell_sample(found, language))
    if found.left_out:
        tell(say("counts.left_out", language, least=found.left_out[0]))
    for sentence in tell_rules(found, language):
        tell(sentence)
    if len(found.fits) > 1:
        tell(say("counts.differ", language))
    return USED


def _say_nothing(stage: str, done: int, total: int) -> None:
    """Take a report that no terminal shows."""
