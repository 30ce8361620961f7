"""The command ``build``: pages to a study folder, or added to one."""

import argparse
import json
from pathlib import Path

from analysis.cli.reading import add_reading, find_given
from analysis.cli.refitting import refit_appended
from analysis.cli.terminal import FAULT, USED, progress, put, tell, tell_failures, terminal_language
from analysis.errors import BadSetting
from analysis.press.limits import read_limits
from analysis.resources import say
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.engine import ENGINES, Engine
from analysis.study.folder import open_study
from analysis.study.lexicon import list_absent
from analysis.study.recipe import new_recipe
from analysis.study.records import Built, Report
from analysis.view.topics.counts import tell_count


def fill_build(parser: argparse.ArgumentParser) -> None:
    """Say what ``build`` takes."""
    add_reading(parser)
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
    study = open_study(choice.output)
    limits = read_limits(choice.limit, study.recipe.limits)
    built = append_study(
        find_given(choice), choice.output, engine=engine, limits=limits, report=report
    )
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
            inputs = find_given(choice)
            limits = read_limits(choice.limit)
            recipe = new_recipe(topics=choice.topics, themes=choice.themes, limits=limits)
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
