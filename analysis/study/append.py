"""New pages join a study: its topics stay as they are, the new articles are placed among them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analysis.press.edits import read_edits
from analysis.press.inputs import Input
from analysis.study.build import COUNTED, Stages, require_articles
from analysis.study.cutting import cut_inputs
from analysis.study.edits import find_linked, read_states
from analysis.study.engine import LOCAL, Engine
from analysis.study.folder import open_study
from analysis.study.overlay import edit_corpus, tell_misfits
from analysis.study.patching import patch_tables, write_patch
from analysis.study.records import Built, Report
from analysis.study.stories import find_jumping, join_stories, list_joined
from analysis.study.tables import count_rows, read_table


def append_study(
    inputs: Sequence[Input],
    folder: str | Path,
    *,
    engine: Engine = LOCAL,
    report: Report | None = None,
) -> Built:
    """Add inputs to a study without refitting: topics, terms and all earlier shares stay.

    Whoever wants the topics to follow the new articles refits afterwards (``refit_study``).

    Only a story that goes on to or from a new page is placed anew, as one article. Pages that the
    study has already are told as failures and not counted twice.

    Raises
    ------
    NotAStudy, DamagedStudy
        As the folder is found.
    NothingUsable
        When no input gave a new article.
    """
    stages = Stages(report)
    study = open_study(folder)
    pages = read_table(study.folder, "pages", ["page_id", "source"])
    known = dict(zip(*(column.to_pylist() for column in pages.columns), strict=True))
    # Edits of a page that was away and comes back are done as well.
    corpus, misfits = edit_corpus(
        cut_inputs(inputs, engine=engine, report=stages, known=known), study.recipe
    )
    require_articles(corpus)
    # An edit can link articles that do not jump: without their pages it would seem to misfit.
    waiting = dict.fromkeys([*find_jumping(study), *find_linked(read_edits(study.recipe.edits))])
    there = (state.cut for state in read_states(study, waiting).values())
    corpus = replace(corpus, cuts=(*there, *corpus.cuts))
    corpus = join_stories(corpus, (*list_joined(study), *study.recipe.edits))
    tables = patch_tables(study, corpus, stages)
    recipe = study.recipe.with_inputs(study.recipe.inputs + corpus.inputs)
    write_patch(study, study.folder, recipe=recipe, tables=tables)
    stages("write", 1, 1)
    counts = {name: count_rows(study.folder, name) for name in COUNTED}
    told = tell_misfits(misfits, corpus)
    return Built(open_study(folder), corpus.failures, counts, stages.seconds, misfits=told)
