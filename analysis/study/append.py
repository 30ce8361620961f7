"""New pages join a study: its topics stay as they are, the new articles are placed among them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analysis.press.edits import read_edits
from analysis.press.errors import SameInput
from analysis.press.inputs import Input
from analysis.press.limits import Limits
from analysis.study.build import require_articles, tally_all
from analysis.study.building.dealing import Given, is_little, sort_inputs, word_error
from analysis.study.building.extending import Extension, extend_study
from analysis.study.building.gathering import Hands, There, gather_batches
from analysis.study.building.workshop import open_workshop
from analysis.study.edits import read_states
from analysis.study.engine import LOCAL, Engine, start_engine
from analysis.study.folder import open_study
from analysis.study.memory import add_peaks
from analysis.study.overlay import tell_misfits
from analysis.study.recipe import RecipeInput
from analysis.study.records import Built, Report, Study
from analysis.study.stages import Stages, count_tables
from analysis.study.stories import find_jumping, find_linked, list_joined
from analysis.study.tables import read_table


def append_study(
    inputs: Sequence[Input],
    folder: str | Path,
    *,
    engine: Engine = LOCAL,
    limits: Limits | None = None,
    report: Report | None = None,
) -> Built:
    """Add inputs to a study without refitting: topics, terms and all earlier shares stay.

    Whoever wants the topics to follow the new articles refits afterwards (``refit_study``).

    Only a story that goes on to or from a new page is placed anew, as one article. Inputs and pages
    that the study has already are told as failures and not counted twice; such inputs are not read.
    What an input may cost is as the study's recipe says, or ``limits``, which it then keeps.

    Raises
    ------
    NotAStudy, DamagedStudy
        As the folder is found.
    NothingUsable
        When no input gave a new article.
    LostWorkers
        When worker processes die again and again.
    """
    stages, study = Stages(report), open_study(folder)
    old = replace(study.recipe, limits=limits or study.recipe.limits)
    given = _leave_known(sort_inputs(inputs, old.limits), old.inputs)
    edits = (*list_joined(study), *study.recipe.edits)
    with (
        open_workshop(study.folder) as workshop,
        start_engine(engine, few=is_little(given)) as runner,
    ):
        hands = Hands(workshop, runner, stages)
        # Edits of a page that was away and comes back are done as well.
        gathered = gather_batches(hands, given, edits, _look_at(study))
        require_articles(gathered)
        extension = Extension(
            changed=gathered.changed,
            links=gathered.links,
            folders=tuple(batch.folder for batch in gathered.batches),
            tallies=tally_all(hands, gathered, study.recipe),
        )
        recipe = old.with_inputs(_join_inputs(old.inputs, gathered.inputs))
        extend_study(hands, study, extension, target=study.folder, recipe=recipe)
        peak = add_peaks(runner.peaks.values())
    told = tell_misfits(gathered.misfits, gathered.strays)
    return Built(
        open_study(folder),
        gathered.failures,
        counts=count_tables(study.folder),
        seconds=stages.seconds,
        misfits=told,
        peak=peak,
    )


def _look_at(study: Study) -> There:
    """Return what of a study new pages meet: its pages, and those whose stories may go on."""
    pages = read_table(study.folder, "pages", ["page_id", "source"])
    known = dict(zip(*(column.to_pylist() for column in pages.columns), strict=True))
    # An edit can link articles that do not jump: without their pages it would seem to misfit.
    waiting = dict.fromkeys([*find_jumping(study), *find_linked(read_edits(study.recipe.edits))])
    there = read_states(study, waiting).values()
    return There(known, tuple(state.cut for state in there))


def _join_inputs(
    known: Sequence[RecipeInput], read: Sequence[RecipeInput]
) -> tuple[RecipeInput, ...]:
    """Return the inputs of a study and new ones; what was read again is told as it is now."""
    again = {(one.source, one.digest) for one in read}
    kept = [one for one in known if not one.failures or (one.source, one.digest) not in again]
    there = {(one.source, one.digest) for one in kept if one.digest}
    return (*kept, *(one for one in read if (one.source, one.digest) not in there))


def _leave_known(given: Sequence[Given], known: Sequence[RecipeInput]) -> tuple[Given, ...]:
    """Return inputs, those that the study has to the byte with the word that they are not read."""
    # What could not be used before may be read now: a limit was raised, a library installed.
    there = {(one.source, one.digest) for one in known if one.digest and not one.failures}
    return tuple(_tell_known(one) if _name(one) in there else one for one in given)


def _name(given: Given) -> tuple[str, str]:
    return given.item.source, given.digest


def _tell_known(given: Given) -> Given:
    source = given.item.source
    return replace(given, fault=word_error(SameInput(source=source), source))
