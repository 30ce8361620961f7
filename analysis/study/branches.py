"""The tree of themes and their topics, and what is chosen of it."""

from dataclasses import dataclass, replace

from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.tables import read_table


@dataclass(frozen=True, slots=True)
class Branch:
    """A theme and the labels of its topics by id, the largest first; hidden ones are left out."""

    theme: str
    topics: dict[int, str]


def list_branches(catalogue: Catalogue) -> tuple[Branch, ...]:
    """Return the themes of a study in its order, each with the topics that belong to it most."""
    columns = ["topic_id", "theme", "label", "size", "hidden"]
    rows = read_table(catalogue.study.folder, "topics", columns).to_pylist()
    seen = sorted((row for row in rows if not row["hidden"]), key=lambda row: -row["size"])
    return tuple(
        Branch(theme, {row["topic_id"]: row["label"] for row in seen if row["theme"] == theme})
        for theme in catalogue.themes
    )


def choose_all(branches: tuple[Branch, ...], selection: Selection) -> Selection:
    """Return a selection with every theme: only articles that belong to none are left out."""
    return replace(selection, themes=tuple(branch.theme for branch in branches), topics=())


def invert_choice(branches: tuple[Branch, ...], selection: Selection) -> Selection:
    """Return a selection with the other leaves of the tree.

    A theme stands for all its leaves: one that was not touched is chosen whole, one that was chosen
    is not any more, and of one with some topics chosen the others are.
    """
    themes, topics = [], []
    for branch in branches:
        left = [topic for topic in branch.topics if topic not in selection.topics]
        if branch.theme in selection.themes:
            continue
        if len(left) == len(branch.topics):
            themes.append(branch.theme)
        else:
            topics += left
    return replace(selection, themes=tuple(themes), topics=tuple(topics))
