"""The command ``refit``, and what any refit tells: which topics came, went and stayed."""

import argparse
from dataclasses import replace
from pathlib import Path

from analysis.cli.terminal import USED, progress, tell, tell_failures, terminal_language
from analysis.resources import say
from analysis.study.changes import Changes, compare_snapshots, take_snapshot
from analysis.study.folder import open_study
from analysis.study.recipe import Recipe, read_count
from analysis.study.records import Built, Report, Study
from analysis.study.refit import refit_study
from analysis.theme.edits import COUNT, TopicEdit, read_topic_edits
from analysis.theme.themes import read_themes


def fill_refit(parser: argparse.ArgumentParser) -> None:
    """Say what ``refit`` takes."""
    parser.add_argument("study", type=Path, metavar="STUDY")
    parser.add_argument("--topics", metavar="N|auto", help="how many topics (default: as before)")
    parser.add_argument("--themes", type=Path, metavar="FILE", help="your own themes.toml")
    parser.set_defaults(run=_refit)


def _refit(choice: argparse.Namespace) -> int:
    study = open_study(choice.study)
    with progress() as report:
        built, changes = refit_told(study, choice, report)
    tell(say("refit.done", terminal_language(), folder=choice.study, **built.counts))
    tell_changes(changes)
    tell_failures(built.misfits)
    return USED


def refit_told(
    study: Study, choice: argparse.Namespace, report: Report | None
) -> tuple[Built, Changes]:
    """Refit a study in its place, with the topics and themes asked for; return what changed."""
    before = take_snapshot(study)
    built = refit_study(study, recipe=_change_recipe(study.recipe, choice), report=report)
    return built, compare_snapshots(before, take_snapshot(built.study))


def _change_recipe(recipe: Recipe, choice: argparse.Namespace) -> Recipe:
    if choice.themes:
        recipe = recipe.with_themes(read_themes(choice.themes))
    if choice.topics is None:
        return recipe
    edits = [one for one in read_topic_edits(recipe.topic_edits) if one.edit != COUNT]
    return recipe.with_topic_edits([*edits, TopicEdit(COUNT, number=read_count(choice.topics))])


def refit_appended(built: Built, choice: argparse.Namespace, report: Report | None) -> Built:
    """Refit a study that was just appended to, and tell what changed; return both as one build."""
    fitted, changes = refit_told(built.study, choice, report)
    tell_changes(changes)
    return replace(
        fitted,
        failures=built.failures,
        misfits=(*built.misfits, *fitted.misfits),
        seconds={**built.seconds, **{f"refit {one}": s for one, s in fitted.seconds.items()}},
    )


def tell_changes(changes: Changes) -> None:
    """Tell how many topics stayed, which are new, what became of the others, who moved."""
    language = terminal_language()
    tell(say("refit.kept", language, n=len(changes.kept)))
    for topic, label in changes.new.items():
        tell(say("refit.new", language, topic=topic, label=label))
    labels = {**changes.kept, **changes.new}
    for topic, label in changes.gone.items():
        heir, share = changes.heirs.get(topic, (None, 0.0))
        if heir is None:
            tell(say("refit.gone", language, topic=topic, label=label))
            continue
        facts = {"heir": heir, "now": labels[heir], "share": f"{share:.0%}"}
        tell(say("refit.became", language, topic=topic, label=label, **facts))
    tell(say("refit.moved", language, n=len(changes.moved), all=changes.compared))
