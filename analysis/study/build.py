"""A build: inputs and a recipe become a study folder, whole or not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
import pyarrow as pa

from analysis.press.edits import only_pages, read_edits
from analysis.press.errors import NothingUsable
from analysis.press.inputs import Input
from analysis.study.alarming import alarm_topics
from analysis.study.corpus import Corpus
from analysis.study.cutting import cut_inputs
from analysis.study.engine import LOCAL, Engine
from analysis.study.explain import MODEL
from analysis.study.filling import page_tables
from analysis.study.fitting import fit_articles
from analysis.study.folder import digest_file, open_study, replaced_whole
from analysis.study.naming import quote_study
from analysis.study.overlay import (
    edit_corpus,
    find_strays,
    take_over_edits,
    tell_misfits,
    tell_topic_misfits,
)
from analysis.study.recipe import NAME, Recipe, dump_recipe
from analysis.study.records import Built, Failure, Report, Study
from analysis.study.reprints import group_articles
from analysis.study.stories import join_stories
from analysis.study.tables import write_table
from analysis.theme.records import Model
from analysis.theme.storage import model_arrays

COUNTED = ("pages", "articles", "passages", "terms", "topics")
"""The tables whose rows a build tells."""


class Stages:
    """Passes a build's progress on and keeps how long each stage took, in seconds."""

    def __init__(self, report: Report | None) -> None:
        self.seconds: dict[str, float] = {}
        self._report = report
        self._since = perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear that ``done`` of ``total`` of a stage are done."""
        now = perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now
        if self._report:
            self._report(stage, done, total)


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
    The same inputs and recipe give byte-equal files, whatever the order of the inputs.

    Raises
    ------
    NothingUsable
        When no input gave an article.
    TooFewWords
        When the corpus is too small for the topics asked for.
    NotReplaced
        When the folder is there and is not a study.
    """
    stages = Stages(report)
    recipe, old, lost = take_over_edits(recipe, Path(folder))
    corpus, misfits = edit_corpus(cut_inputs(inputs, engine=engine, report=stages), recipe)
    misfits += find_strays(
        only_pages(read_edits(recipe.edits)), {cut.page.id for cut in corpus.cuts}
    )
    require_articles(corpus)
    corpus = join_stories(corpus, recipe.edits)
    fit = fit_articles(
        [article.id for article in corpus.articles],
        [article.plain for article in corpus.articles],
        recipe,
        old=old,
        report=stages,
    )
    made = fit.recipe.with_inputs(corpus.inputs)
    tables = group_copies({**page_tables(corpus), **fit.tables}, stages)
    tables |= quote_study(tables, fit.model, made)
    stages("quotations", 1, 1)
    write_study(Path(folder), recipe=made, model=fit.model, tables=tables)
    stages("write", 1, 1)
    told = (*lost, *tell_misfits(misfits, corpus), *tell_topic_misfits(fit.misfits))
    return tell_built(open_study(folder), corpus, tables, stages, misfits=told)


def require_articles(corpus: Corpus) -> None:
    """Stop where no input gave an article, telling why each did not."""
    if not corpus.articles:
        raise NothingUsable(
            n=len(corpus.inputs),
            reasons={
                "zh": "".join(failure.zh for failure in corpus.failures),
                "en": " ".join(failure.en for failure in corpus.failures),
            },
        )


def group_copies(tables: Mapping[str, pa.Table], report: Report) -> dict[str, pa.Table]:
    """Return the tables with the copies among all articles told."""
    articles = group_articles(tables["articles"], tables["pages"])
    report("copies", 1, 1)
    return {**tables, "articles": articles}


def write_study(
    folder: Path, *, recipe: Recipe, model: Model, tables: Mapping[str, pa.Table]
) -> None:
    """Write tables, model and recipe to a fresh folder and put it in place in one step."""
    tables = alarm_topics(tables, recipe.words)
    with replaced_whole(folder) as fresh:
        digests = write_parts(fresh, tables=tables, model=model)
        (fresh / NAME).write_bytes(dump_recipe(recipe.with_tables(digests)))


def write_parts(
    folder: Path, *, tables: Mapping[str, pa.Table], model: Model | None
) -> dict[str, str]:
    """Write tables and, where there is one, a model to a folder; return their digests."""
    digests = {name: write_table(table, folder, name) for name, table in tables.items()}
    if model is not None:
        np.savez(folder / MODEL, allow_pickle=False, **model_arrays(model))
        digests["model"] = digest_file(folder / MODEL)
    return digests


def tell_built(
    study: Study,
    corpus: Corpus,
    tables: Mapping[str, pa.Table],
    stages: Stages,
    *,
    misfits: tuple[Failure, ...] = (),
) -> Built:
    """Return what a finished build has to tell."""
    counts = {name: len(tables[name]) for name in COUNTED}
    return Built(study, corpus.failures, counts, stages.seconds, misfits=misfits)
