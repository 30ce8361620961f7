"""A story in several places: how its copies count, and where else it stands."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import numpy as np

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask
from analysis.study.stories import find_likely
from analysis.view.frames import article_frame


def tell_counting(catalogue: Catalogue, rows: Mask) -> str:
    """Return how the copies among the rows count: "each", "once", or "" where there are none.

    "once" is true of any selection that holds copies and no story twice.
    """
    groups = catalogue.groups[rows]
    groups = groups[groups >= 0]
    if not len(groups):
        return ""
    return "each" if len(np.unique(groups)) < len(groups) else "once"


def list_relatives(
    catalogue: Catalogue, at: int, language: str
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield where else the story of row ``at`` stands: a title, then names and ids of articles.

    First its other printings, the earliest first; then the pieces that it probably jumps from and
    to, which were not joined.
    """
    likely = find_likely(catalogue.study, catalogue.articles["article_id"][at].as_py())
    found = {"carried": _find_carriers(catalogue, at)}
    for name, one in zip(("likely_head", "likely_tail"), likely, strict=True):
        place = catalogue.find_place(one) if one else -1
        found[name] = [place] if place >= 0 else []
    for name, places in found.items():
        if places:
            yield say(f"articles.{name}", language), name_articles(catalogue, places, language)


def _find_carriers(catalogue: Catalogue, at: int) -> list[int]:
    group = catalogue.groups[at]
    others = np.flatnonzero((catalogue.groups == group) & (group >= 0))
    ordered = others[np.argsort(catalogue.printed[others])].tolist()
    return [one for one in ordered if one != at]


def name_articles(catalogue: Catalogue, places: list[int], language: str) -> list[tuple[str, str]]:
    """Return what the articles at some rows are called in a list, and their ids."""
    rows = article_frame(catalogue, places, language).to_dict("records")
    return [(_name_article(row, language), row["article_id"]) for row in rows]


def _name_article(row: Mapping[Hashable, Any], language: str) -> str:
    edition = row["edition"] and say("article.edition.value", language, edition=row["edition"])
    facts = (row["newspaper"], row["date"], edition, row["headline"])
    return " · ".join(fact for fact in facts if fact)
