"""A theme, or one topic of it, as what a page is about: its name, its words, its articles."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection, Study
from analysis.study.select import Mask
from analysis.study.tables import read_table
from analysis.theme.ranking import rank_highest
from analysis.theme.relevance import measure_relevance
from analysis.view.frames import name_themes, theme_weights, weigh_terms
from analysis.view.naming import name_topic
from analysis.view.source import theme_colours

TermFrame = pd.DataFrame
"""One row a term of a theme or topic, as ``term_frame`` returns it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A theme by its name in the recipe; with ``topic``, one topic that belongs to it most."""

    theme: str
    topic: int | None = None


def choose_subjects(catalogue: Catalogue, selection: Selection) -> tuple[Subject, ...]:
    """Return the themes and the topics that are selected; every theme where none of either is."""
    rows = read_table(catalogue.study.folder, "topics", ["topic_id", "theme"]).to_pylist()
    owners = {row["topic_id"]: row["theme"] for row in rows}
    every = not (selection.themes or selection.topics)
    themes = (one for one in catalogue.themes if every or one in selection.themes)
    topics = (Subject(owners[one], one) for one in catalogue.topics if one in selection.topics)
    return (*map(Subject, themes), *topics)


def call_subject(study: Study, subject: Subject, language: str) -> str:
    """Return what a theme or topic is called on the screen."""
    if subject.topic is None:
        return name_themes(study, language)[subject.theme]
    rows = read_table(study.folder, "topics", ["topic_id", "label"]).to_pylist()
    return next(str(row["label"]) for row in rows if row["topic_id"] == subject.topic)


def list_topics(study: Study, theme: str, language: str) -> dict[int, str]:
    """Return what the topics of a theme are called, by id, the largest first, without hidden ones.

    A topic is in the list of the theme that it belongs to most.
    """
    rows = read_table(study.folder, "topics").to_pylist()
    mine = [row for row in rows if row["theme"] == theme and not row["hidden"]]
    ranked = sorted(mine, key=lambda row: (-row["size"], row["topic_id"]))
    return {row["topic_id"]: name_topic(row, language) for row in ranked}


def colour_subject(study: Study, subject: Subject, language: str) -> str:
    """Return the colour of a theme, which its topics have too."""
    return theme_colours(study, language)[name_themes(study, language)[subject.theme]]


def share_subject(catalogue: Catalogue, subject: Subject) -> NDArray[np.float64]:
    """Return the share of each article of the study, (n_articles,), 0-1."""
    if subject.topic is None:
        return catalogue.theme_shares[:, catalogue.themes.index(subject.theme)]
    return catalogue.topic_shares[:, catalogue.topics.index(subject.topic)]


def find_own(catalogue: Catalogue, subject: Subject) -> NDArray[np.bool_]:
    """Return which articles of the study have it as their main theme or topic."""
    if subject.topic is None:
        return np.asarray(catalogue.main == catalogue.themes.index(subject.theme))
    return np.asarray(catalogue.main_topic == catalogue.topics.index(subject.topic))


def weigh_subject(study: Study, subject: Subject) -> Mapping[str, float]:
    """Return how much each term speaks for it, strongest first; in all 1."""
    if subject.topic is None:
        return theme_weights(study, subject.theme)
    return weigh_terms(study, {subject.topic: 1.0})


def weigh_all(study: Study) -> Mapping[str, float]:
    """Return how much each term weighs in all topics, each counted by its size; in all 1."""
    topics = read_table(study.folder, "topics", ["topic_id", "size"])
    pull = zip(topics["topic_id"].to_pylist(), topics["size"].to_pylist(), strict=True)
    return weigh_terms(study, dict(pull))


def term_frame(study: Study, subject: Subject) -> TermFrame:
    """Return the terms of a theme or topic, heaviest first.

    Columns: term, share (of its weight, 0-1), overall (of the weight of all topics), lift (the one
    over the other), articles (how many of the study hold the term).
    """
    weights = pd.Series(weigh_subject(study, subject), dtype=float)
    everywhere = pd.Series(weigh_all(study), dtype=float).reindex(weights.index)
    terms = read_table(study.folder, "terms", ["term", "document_frequency"]).to_pandas()
    counts = terms.set_index("term")["document_frequency"].reindex(weights.index)
    return pd.DataFrame(
        {
            "term": weights.index,
            "share": weights.to_numpy(),
            "overall": everywhere.to_numpy(),
            "lift": (weights / everywhere).to_numpy(),
            "articles": counts.to_numpy(dtype=int),
        }
    )


def rank_by_relevance(frame: pd.DataFrame, weight: float) -> pd.DataFrame:
    """Return a frame of terms, most relevant first, with the column relevance.

    Equals stay in the order of their weights.
    """
    own, overall = frame["share"].to_numpy(), frame["overall"].to_numpy()
    found = frame.assign(relevance=measure_relevance(own, overall, weight))
    return found.sort_values("relevance", ascending=False, kind="stable", ignore_index=True)


def rank_articles(catalogue: Catalogue, rows: Mask, subject: Subject, *, most: int) -> list[int]:
    """Return the first ``most`` selected articles that hold some of it, the largest share first.

    They are told by row.
    """
    found = rank_highest(
        share_subject(catalogue, subject), find_holding(catalogue, rows, subject), most=most
    )
    listed: list[int] = found.tolist()
    return listed


def find_holding(catalogue: Catalogue, rows: Mask, subject: Subject) -> NDArray[np.int64]:
    """Return the selected articles that hold some of it, by row, in the order of the study."""
    return np.flatnonzero(rows & (share_subject(catalogue, subject) > 0))
