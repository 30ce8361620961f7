"""A build: inputs and a recipe become a study folder, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from analysis.press.edits import only_pages, read_edits
from analysis.press.errors import NothingUsable
from analysis.press.inputs import Input
from analysis.study.building.assembling import AS_THEY_ARE, Grouping, Writing
from analysis.study.building.batches import OF_PAGES
from analysis.study.building.dealing import is_little, sort_inputs
from analysis.study.building.finishing import Order, Plan, finish_study
from analysis.study.building.gathering import Gathered, Hands, gather_batches, tally_batches
from analysis.study.building.tallying import Tally, find_source
from analysis.study.building.workshop import Workshop, open_workshop
from analysis.study.engine import LOCAL, Engine, start_engine
from analysis.study.folder import open_study, replaced_whole, take_target
from analysis.study.memory import add_peaks
from analysis.study.overlay import (
    find_strays,
    take_over_edits,
    tell_misfits,
    tell_topic_misfits,
)
from analysis.study.recipe import Recipe
from analysis.study.records import Built, Failure, Report
from analysis.study.stages import Stages, count_tables


def build_study(
    inputs: Sequence[Input],
    folder: str | Path,
    *,
    recipe: Recipe,
    engine: Engine = LOCAL,
    report: Report | None = None,
) -> Built:
    """Make the study ``folder`` from inputs by a recipe; an old study there stays until the end.

    Inputs that cannot be used are told in ``Built.failures`` and in the recipe; the others go on.
    Edits of the old study are taken over, and topics found again keep their ids; what does not fit
    any more is told in ``Built.misfits``.
    The same inputs and recipe give byte-equal files, whatever the order of the inputs and whoever
    does the work. A build that was killed goes on from the batches that it had finished.

    Raises
    ------
    NothingUsable
        When no input gave an article.
    TooFewWords
        When the corpus is too small for the topics asked for.
    NotReplaced
        When the folder is there and is not a study.
    LostWorkers
        When worker processes die again and again.
    """
    stages, target = Stages(report), take_target(folder)
    recipe, old, lost = take_over_edits(recipe, target)
    given = sort_inputs(inputs, recipe.limits)
    with (
        open_workshop(target) as workshop,
        start_engine(engine, few=is_little(given)) as runner,
    ):
        hands = Hands(workshop, runner, stages)
        gathered = gather_batches(hands, given, recipe.edits)
        require_articles(gathered)
        tallies = tally_all(hands, gathered, recipe)
        recipe = recipe.with_inputs(gathered.inputs)
        with replaced_whole(target, within=workshop.folder) as fresh:
            orders = order_tables(workshop, fresh, gathered, tallies)
            plan = Plan(fresh, recipe, old, tallies, orders)
            fit = finish_study(hands, plan, {})
        peak = add_peaks(runner.peaks.values())
    told = (*lost, *_tell_misfits(gathered, recipe), *tell_topic_misfits(fit.misfits))
    return Built(
        open_study(target),
        gathered.failures,
        counts=count_tables(target),
        seconds=stages.seconds,
        misfits=told,
        peak=peak,
    )


def require_articles(gathered: Gathered) -> None:
    """Stop where no input gave an article, telling why each did not."""
    # An article may have gone on from one that was there before.
    if not (gathered.articles or gathered.changed):
        raise NothingUsable(
            n=len(gathered.inputs),
            reasons={
                "zh": "".join(failure.zh for failure in gathered.failures),
                "en": " ".join(failure.en for failure in gathered.failures),
            },
        )


def tally_all(hands: Hands, gathered: Gathered, recipe: Recipe) -> tuple[Tally, ...]:
    """Count the articles of a study to be."""
    sources = [find_source(batch) for batch in gathered.batches]
    whole = recipe.settings.fits_articles(gathered.articles)
    return tally_batches(hands, sources, recipe, whole=whole)


def order_tables(
    workshop: Workshop, target: Path, gathered: Gathered, tallies: tuple[Tally, ...]
) -> tuple[Order, ...]:
    """Return the orders to write the tables of pages; the longest work first."""
    folders = {name: tuple(one.folder for one in gathered.batches) for name in OF_PAGES}
    folders["passages"] = tuple(tally.folder for tally in tallies)
    return (
        Grouping(workshop, target, tallies),
        *(Writing(target, name, folders[name]) for name in AS_THEY_ARE),
    )


def _tell_misfits(gathered: Gathered, recipe: Recipe) -> tuple[Failure, ...]:
    strays = find_strays(only_pages(read_edits(recipe.edits)), gathered.edited)
    return tell_misfits((*gathered.misfits, *strays), gathered.strays)
