"""Edits of the topics of a study: done to its fit as it is, or with a refit where it needs one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.press.errors import NoSuchEdit
from analysis.study.build import COUNTED, Stages
from analysis.study.explain import load_model
from analysis.study.fitting import (
    COUNTED_ANEW,
    Recall,
    describe_topics,
    divide_fresh,
    find_free,
    misfits_of,
    remember,
)
from analysis.study.folder import open_study
from analysis.study.laying import Row, read_long, recount, share_tables, topic_tables
from analysis.study.overlay import tell_topic_misfits
from analysis.study.patching import write_patch
from analysis.study.recipe import Recipe
from analysis.study.records import Built, Report, Study
from analysis.study.refit import read_texts, refit_study
from analysis.study.tables import count_rows, read_table
from analysis.theme.altered import judge_topics
from analysis.theme.combining import list_altered
from analysis.theme.division import divide_as_before, refuse_division
from analysis.theme.edits import TopicEdit, TopicMisfit, read_topic_edits
from analysis.theme.overlay import Overlay, lay_edits
from analysis.theme.records import Model
from analysis.theme.shares import place_counts

_OF_PARTS = ("article_parts", "article_topics", "topic_terms")
_OF_THEMES = ("article_themes", "topic_themes")


def edit_topics(
    folder: str | Path, edits: Sequence[TopicEdit], *, report: Report | None = None
) -> Built:
    """Add edits of topics to a study and do them; refits where one of them needs it.

    Raises
    ------
    NotAStudy, DamagedStudy, BadEdit
        As the folder is found.
    NoWords, TooFewWords
        When the texts are too few for what is asked of a refit; the study stays as it was.
    """
    study = open_study(folder)
    return replace_topic_edits(study, (*list_topic_edits(study), *edits), report=report)


def undo_topic_edit(folder: str | Path, number: int = -1, *, report: Report | None = None) -> Built:
    """Take one edit of topics back, by its place among them: the last one by default.

    Later edits are done as if it had never been; those that then do not fit are told.

    Raises
    ------
    NoSuchEdit
        When there is no edit of that number.
    """
    study = open_study(folder)
    edits = list(list_topic_edits(study))
    if not -len(edits) <= number < len(edits):
        raise NoSuchEdit(number=number + 1, n=len(edits))
    del edits[number]
    return replace_topic_edits(study, edits, report=report)


def list_topic_edits(study: Study) -> tuple[TopicEdit, ...]:
    """Return the edits of topics of a study, in the order in which they were made."""
    return read_topic_edits(study.recipe.topic_edits)


def needs_refit(study: Study, edits: Sequence[TopicEdit]) -> bool:
    """Tell whether a study with these edits of topics, and no others, has to be fitted anew."""
    return study.recipe.with_topic_edits(edits).basis != study.recipe.basis


def replace_topic_edits(
    study: Study,
    edits: Sequence[TopicEdit],
    *,
    target: Path | None = None,
    name: str | None = None,
    report: Report | None = None,
) -> Built:
    """Make the study that has these edits of topics and no others, in its own place or as target.

    Without a refit the texts are read again only where a topic is merged or divided that was not
    before. The same fit with the same edits gives the same bytes, whatever was done in between.

    Raises
    ------
    NoWords, TooFewWords
        As ``edit_topics`` says.
    """
    recipe = study.recipe.with_topic_edits(edits)
    recipe = recipe if name is None else replace(recipe, name=name)
    if recipe.basis != study.recipe.basis:
        return refit_study(study, recipe=recipe, target=target, report=report)
    stages, target = Stages(report), target or study.folder
    overlay, tables = _relay(study, recipe, stages)
    made = replace(recipe, next_topic=find_free(recipe, overlay.model, edits))
    write_patch(study, target, recipe=made, tables=tables, model=overlay.model)
    stages("write", 1, 1)
    counts = {one: count_rows(target, one) for one in COUNTED}
    told = tell_topic_misfits((*misfits_of(recipe), *overlay.misfits))
    return Built(open_study(target), (), counts, stages.seconds, misfits=told)


def find_topic_misfits(study: Study) -> tuple[TopicMisfit, ...]:
    """Return the edits of topics that do not fit the study as it is, and why."""
    model = load_model(study)
    # What could not be divided when the edit was made cannot be now: the fit is the same.
    overlay = lay_edits(model, list_topic_edits(study), divide_as_before(model, refuse_division))
    return (*misfits_of(study.recipe), *overlay.misfits)


def _relay(study: Study, recipe: Recipe, report: Report) -> tuple[Overlay, dict[str, pa.Table]]:
    old = load_model(study)
    ids = read_table(study.folder, "articles", ["article_id"])["article_id"].to_pylist()
    recall = remember(old, lambda: list(read_texts(study).values()), recipe.basis, report)
    edits = read_topic_edits(recipe.topic_edits)
    overlay = lay_edits(old, edits, divide_as_before(old, divide_fresh(recall)))
    model = overlay.model
    shares = _take_shares(study, old, model, ids, recall)
    rows = describe_topics(
        model,
        _take_rows(study, old, model),
        lambda: judge_topics(model, shares, recall()[1], recipe.words),
    )
    tables = topic_tables(overlay, shares.sum(axis=0), rows) | share_tables(ids, model, shares)
    tables["themes"] = read_table(study.folder, "themes")
    for name in COUNTED_ANEW:
        tables[name] = recount(name, tables[name], tables[f"article_{name}"])
    same = _list_same(old, model)
    return overlay, {name: table for name, table in tables.items() if name not in same}


def _list_same(old: Model, model: Model) -> tuple[str, ...]:
    """Return the tables that are what they were: the large ones, where a name was all."""
    if not _are_same(old, model):
        return ()
    if np.array_equal(model.affinity, old.affinity):
        return (*_OF_PARTS, *_OF_THEMES)
    return _OF_PARTS


def _take_shares(
    study: Study, old: Model, model: Model, ids: Sequence[str], recall: Recall
) -> NDArray[Any]:
    """Return the shares of the parts of a model, those of an older overlay taken from the study."""
    shares = read_long(read_table(study.folder, "article_parts"), ids, [p.id for p in model.parts])
    known = _find_known(old, model)
    if missing := [row for row in range(len(model.parts)) if row not in known]:
        shares[:, missing] = place_counts(recall()[0], model)[:, missing]
    return shares


def _find_known(old: Model, model: Model) -> dict[int, int]:
    """Return the rows of a model that an older overlay of the same fit has too, and its rows."""
    rows = {part.id: row for row, part in enumerate(old.parts)}
    return {
        row: rows[part.id]
        for row, part in enumerate(model.parts)
        if part.id in rows and np.array_equal(old.components[rows[part.id]], model.components[row])
    }


def _take_rows(study: Study, old: Model, model: Model) -> dict[int, Row]:
    """Return what is known of parts as found, and of altered topics where all is as it was."""
    altered = list_altered(model)
    found = read_table(study.folder, "found_topics").to_pylist()
    known = {row["topic_id"]: row for row in found if row["topic_id"] not in altered}
    if not _are_same(old, model):
        # How much a topic has for itself depends on all the others.
        return known
    told = read_table(study.folder, "topics").to_pylist()
    return known | {row["topic_id"]: row for row in told if row["topic_id"] in altered}


def _are_same(old: Model, model: Model) -> bool:
    return old.parts == model.parts and np.array_equal(old.components, model.components)
