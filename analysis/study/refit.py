"""A study fitted anew from its own tables: topics that are found again keep their ids."""

from dataclasses import replace
from pathlib import Path

import pyarrow.compute as pc

from analysis.study.build import COUNTED, Stages
from analysis.study.explain import load_model
from analysis.study.fitting import fit_articles
from analysis.study.folder import open_study
from analysis.study.overlay import tell_topic_misfits
from analysis.study.patching import write_patch
from analysis.study.recipe import Recipe
from analysis.study.records import Built, Report, Study
from analysis.study.tables import count_rows, read_table


def refit_study(
    study: Study,
    *,
    recipe: Recipe | None = None,
    target: Path | None = None,
    name: str | None = None,
    report: Report | None = None,
) -> Built:
    """Fit a study anew, in its own place or as ``target``; its inputs are not read again.

    Parameters
    ----------
    recipe : Recipe, optional
        What to fit by, where it is not the study's own: other themes, words, edits of topics.
    name : str, optional
        What to call the new study; without it the name stays.

    Raises
    ------
    NoWords, TooFewWords
        When the texts are too few for what is asked; the study stays as it was.
    """
    stages, target = Stages(report), target or study.folder
    recipe = recipe or study.recipe
    texts = read_texts(study)
    fit = fit_articles(
        list(texts), list(texts.values()), recipe, old=load_model(study), report=stages
    )
    made = fit.recipe if name is None else replace(fit.recipe, name=name)
    write_patch(study, target, recipe=made, tables=fit.tables, model=fit.model)
    stages("write", 1, 1)
    counts = {one: count_rows(target, one) for one in COUNTED}
    told = tell_topic_misfits(fit.misfits)
    return Built(open_study(target), (), counts, stages.seconds, misfits=told)


def read_texts(study: Study) -> dict[str, str]:
    """Return what is analysed of every article, by its id, in the order of the table."""
    table = read_table(study.folder, "articles", ["article_id", "text", "plain"])
    plain = pc.coalesce(table["plain"], table["text"]).to_pylist()
    return dict(zip(table["article_id"].to_pylist(), plain, strict=True))
