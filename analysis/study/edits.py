"""Edits of a study: only the pages concerned are cut anew, all else stays as it is, byte for byte.

Edits stand in the recipe, in the order in which they were made. They are done to the cut that the
press made of a page, which the study keeps, so that any of them can be taken back.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.press.edits import (
    AnyEdit,
    Edit,
    only_pages,
    read_edits,
    write_edit,
)
from analysis.press.errors import NoSuchEdit
from analysis.press.mending import Misfit, apply_edits
from analysis.press.records import PageCut
from analysis.study.building.extending import Extension, extend_study
from analysis.study.building.gathering import Hands
from analysis.study.building.workshop import open_workshop
from analysis.study.corpus import Corpus
from analysis.study.engine import LOCAL, start_engine
from analysis.study.folder import open_study
from analysis.study.groups import read_rows
from analysis.study.kept import load_cut, load_page
from analysis.study.overlay import find_strays, tell_misfits
from analysis.study.records import Built, Report, Study
from analysis.study.stages import Stages, count_tables
from analysis.study.stories import find_jumping, find_linked, join_stories, list_joined
from analysis.study.tables import count_rows

# Articles whose tables are written before another process has started.
_FEW = 20_000


@dataclass(frozen=True, slots=True)
class PageState:
    """A page of a study as it stands: its cut with its edits done, and those that do not fit."""

    cut: PageCut
    edits: tuple[Edit, ...]
    misfits: tuple[Misfit, ...]


def read_states(
    study: Study, page_ids: Collection[str], edits: Sequence[AnyEdit] | None = None
) -> dict[str, PageState]:
    """Return pages of a study as they stand, by id; ids that it does not have are left out.

    ``edits`` are done in the place of those of the recipe.
    """
    edits = read_edits(study.recipe.edits) if edits is None else edits
    cuts = {row["page_id"]: row["cut"] for row in read_rows(study.folder, "cuts", page_ids)}
    states = {}
    for row in read_rows(study.folder, "pages", page_ids):
        own = tuple(edit for edit in only_pages(edits) if edit.page == row["page_id"])
        cut, misfits = apply_edits(load_cut(load_page(row), cuts[row["page_id"]]), own)
        states[row["page_id"]] = PageState(cut, own, misfits)
    return states


def edit_study(
    folder: str | Path, edits: Sequence[AnyEdit], *, report: Report | None = None
) -> Built:
    """Add edits to a study and do them; topics, terms and all other articles stay as they are.

    Raises
    ------
    NotAStudy, DamagedStudy, BadEdit
        As the folder is found.
    NothingUsable
        When no article would be left.
    """
    study = open_study(folder)
    return replace_edits(study, (*read_edits(study.recipe.edits), *edits), report=report)


def undo_edit(folder: str | Path, number: int = -1, *, report: Report | None = None) -> Built:
    """Take one edit back, by its place among the edits of the recipe: the last one by default.

    Later edits are done as if it had never been; those that then do not fit are told.

    Raises
    ------
    NoSuchEdit
        When there is no edit of that number.
    """
    study = open_study(folder)
    edits = list(read_edits(study.recipe.edits))
    if not -len(edits) <= number < len(edits):
        raise NoSuchEdit(number=number + 1, n=len(edits))
    del edits[number]
    return replace_edits(study, edits, report=report)


def replace_edits(
    study: Study,
    edits: Sequence[AnyEdit],
    *,
    target: Path | None = None,
    name: str | None = None,
    report: Report | None = None,
) -> Built:
    """Make the study that has these edits and no others, in its own place or as ``target``.

    Parameters
    ----------
    name : str, optional
        What to call the edited study; without it the name stays.

    Raises
    ------
    NothingUsable
        When no article would be left.
    """
    stages, target = Stages(report), target or study.folder
    # A story that jumps from an edited page may be told from others, and the other way round.
    touched = _find_touched(read_edits(study.recipe.edits), edits)
    states = read_states(study, dict.fromkeys([*touched, *find_jumping(study)]), edits)
    stages("pages", len(states), len(states))
    rows = tuple(map(write_edit, edits))
    corpus = Corpus(tuple(state.cut for state in states.values()))
    corpus = join_stories(corpus, (*list_joined(study, touched), *rows))
    recipe = replace(study.recipe, edits=rows)
    recipe = recipe if name is None else replace(recipe, name=name)
    extension = Extension({cut.page.id: cut for cut in corpus.cuts}, corpus.links)
    few = count_rows(study.folder, "articles") <= _FEW
    with open_workshop(target) as workshop, start_engine(LOCAL, few=few) as runner:
        hands = Hands(workshop, runner, stages)
        extend_study(hands, study, extension, target=target, recipe=recipe)
    misfits = [misfit for state in states.values() for misfit in state.misfits]
    misfits += find_strays([one for one in only_pages(edits) if one.page in touched], states)
    told = tell_misfits(misfits, corpus.misfits)
    return Built(open_study(target), (), count_tables(target), stages.seconds, misfits=told)


def _find_touched(before: Sequence[AnyEdit], after: Sequence[AnyEdit]) -> list[str]:
    """Return the pages whose edits are others than they were, and all with edited stories."""
    pages = dict.fromkeys(edit.page for edit in only_pages((*before, *after)))
    changed = [page for page in pages if _of_page(before, page) != _of_page(after, page)]
    return [*changed, *find_linked((*before, *after))]


def _of_page(edits: Sequence[AnyEdit], page: str) -> list[Edit]:
    return [edit for edit in only_pages(edits) if edit.page == page]
