"""The edits of a recipe laid over the pages of a build, and what is told of those that misfit."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from analysis.errors import StudyError
from analysis.press.edits import Edit, only_pages, read_edits
from analysis.press.errors import NoStoryThere, NoSuchPage
from analysis.press.mending import Misfit, apply_edits
from analysis.study.cutting import Corpus
from analysis.study.recipe import NAME, Recipe, load_recipe
from analysis.study.records import Failure


def take_over_edits(recipe: Recipe, folder: Path) -> tuple[Recipe, tuple[Failure, ...]]:
    """Return the recipe with the edits of the study that it is about to take the place of.

    A recipe that has edits of its own keeps to them. An old recipe that cannot be read is told:
    its edits are lost, and rebuilding is the way out of a damaged study.
    """
    if recipe.edits or not (folder / NAME).is_file():
        return recipe, ()
    try:
        old, _ = load_recipe(folder)
    except StudyError as error:
        return recipe, (Failure(NAME, error.tell("zh"), error.tell("en")),)
    return replace(recipe, edits=old.edits), ()


def edit_corpus(corpus: Corpus, recipe: Recipe) -> tuple[Corpus, tuple[Misfit, ...]]:
    """Do the edits of a recipe to the pages of a corpus; misfits are told and left out."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for edit in only_pages(read_edits(recipe.edits)):
        edits[edit.page].append(edit)
    done = [apply_edits(cut, edits.get(cut.page.id, ())) for cut in corpus.cuts]
    cuts = tuple(cut for cut, _ in done)
    told = tuple(misfit for _, misfits in done for misfit in misfits)
    return replace(corpus, cuts=cuts, uncorrected=corpus.cuts), told


def find_strays(edits: Sequence[Edit], known: Collection[str]) -> tuple[Misfit, ...]:
    """Return the edits of pages that are not there, as misfits."""
    errors = [(edit, NoSuchPage(page=edit.page)) for edit in edits if edit.page not in known]
    return tuple(Misfit(edit, error.tell("zh"), error.tell("en")) for edit, error in errors)


def tell_misfits(misfits: Sequence[Misfit], corpus: Corpus) -> tuple[Failure, ...]:
    """Return misfits in the words of failures, also those of stories that cannot be joined so."""
    told = [Failure(one.edit.page, one.zh, one.en) for one in misfits]
    for row in corpus.misfits:
        error = NoStoryThere(article=row["article"])
        told.append(Failure(row["article"], error.tell("zh"), error.tell("en")))
    return tuple(told)
