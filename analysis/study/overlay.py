"""The edits of a recipe laid over the pages of a build, and what is told of those that misfit."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.errors import StudyError
from analysis.press.edits import Edit
from analysis.press.errors import NoStoryThere, NoSuchPage
from analysis.press.mending import Misfit
from analysis.study.explain import load_model
from analysis.study.folder import open_study
from analysis.study.recipe import NAME, Recipe
from analysis.study.records import Failure
from analysis.theme.edits import COUNT, TopicMisfit, read_topic_edits
from analysis.theme.records import Model


def take_over_edits(
    recipe: Recipe, folder: Path
) -> tuple[Recipe, Model | None, tuple[Failure, ...]]:
    """Return the recipe with the edits of the study whose place it is about to take, and its model.

    A recipe that has edits of its own keeps to them; one that says how many topics to fit is not
    overruled. An old study that cannot be read is told: its edits and the ids of its topics are
    lost, and rebuilding is the way out of a damaged study.
    """
    if not (folder / NAME).is_file():
        return recipe, None, ()
    try:
        old = open_study(folder)
        model = load_model(old)
    except StudyError as error:
        return recipe, None, (Failure(NAME, error.tell("zh"), error.tell("en")),)
    edits = read_topic_edits(recipe.topic_edits or old.recipe.topic_edits)
    if recipe.settings.topics and not recipe.topic_edits:
        edits = tuple(edit for edit in edits if edit.edit != COUNT)
    told = replace(recipe, edits=recipe.edits or old.recipe.edits, next_topic=old.recipe.next_topic)
    return told.with_topic_edits(edits), model, ()


def find_strays(edits: Sequence[Edit], known: Collection[str]) -> tuple[Misfit, ...]:
    """Return the edits of pages that are not there, as misfits."""
    errors = [(edit, NoSuchPage(page=edit.page)) for edit in edits if edit.page not in known]
    return tuple(Misfit(edit, error.tell("zh"), error.tell("en")) for edit, error in errors)


def tell_misfits(
    misfits: Sequence[Misfit], strays: Sequence[Mapping[str, Any]]
) -> tuple[Failure, ...]:
    """Return misfits in the words of failures, also edits of stories that fit nothing."""
    told = [Failure(one.edit.page, one.zh, one.en) for one in misfits]
    for row in strays:
        error = NoStoryThere(article=row["article"])
        told.append(Failure(row["article"], error.tell("zh"), error.tell("en")))
    return tuple(told)


def tell_topic_misfits(misfits: Sequence[TopicMisfit]) -> tuple[Failure, ...]:
    """Return the misfits of topic edits in the words of failures."""
    return tuple(
        Failure(one.edit.edit, one.error.tell("zh"), one.error.tell("en")) for one in misfits
    )
