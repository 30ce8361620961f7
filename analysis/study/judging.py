"""How stable the topics and themes of a study are: as its build found, or measured when asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from analysis.study.explain import load_model
from analysis.study.exploring import read_ground
from analysis.study.records import Report, Study
from analysis.study.tables import read_table
from analysis.theme.combining import list_altered
from analysis.theme.exploring import Ground
from analysis.theme.facts import judge_stability
from analysis.theme.overlay import bare_model
from analysis.theme.records import Model


@dataclass(frozen=True, slots=True)
class Judged:
    """How well the topics (by id) and themes (by name) of a study come back, 0-1.

    A theme that the study does not hold is left out. Each of ``resamples`` fits saw ``resampled``
    of the ``rows`` that are fitted.
    """

    topics: Mapping[int, float]
    themes: Mapping[str, float]
    resamples: int
    resampled: int
    rows: int


def read_judged(study: Study) -> Judged | None:
    """Return the stability that a study's build measured; None where it was too large for that."""
    topics = read_table(study.folder, "topics").to_pylist()
    themes = read_table(study.folder, "themes").to_pylist()
    resampled = [row["resampled"] for row in themes if row["resampled"] is not None]
    if not resampled:
        return None
    return Judged(
        topics={row["topic_id"]: row["stability"] for row in topics if _has(row)},
        themes={row["theme"]: row["stability"] for row in themes if _has(row)},
        resamples=study.recipe.settings.resamples,
        resampled=resampled[0],
        rows=load_model(study).rows,
    )


def _has(row: Mapping[str, Any]) -> bool:
    return row["stability"] is not None


def judge_study(study: Study, report: Report) -> Judged | None:
    """Measure the stability of a study's topics and themes; None where it asks no resamples."""
    _, ground = read_ground(study, report)
    # What was fitted is what can come back; topics that a reader put together are told without.
    edited = load_model(study)
    model = _transfer(bare_model(edited), ground)
    table = read_table(study.folder, "found_topics", ["topic_id", "size"])
    found = judge_stability(
        ground.corpus,
        model,
        rows=ground.rows,
        sizes=table["size"].to_numpy(),
        report=report,
    )
    if found is None:
        return None
    themes = zip(model.themes, found.themes.tolist(), strict=True)
    topics = zip(table["topic_id"].to_pylist(), found.topics.tolist(), strict=True)
    altered = list_altered(edited)
    return Judged(
        topics={topic: value for topic, value in topics if topic not in altered},
        themes={name: value for name, value in themes if not np.isnan(value)},
        resamples=found.resamples,
        resampled=found.rows,
        rows=ground.rows.shape[0],
    )


def _transfer(model: Model, ground: Ground) -> Model:
    """Return a model in the terms of the articles as they are now: some may have been added."""
    terms = ground.corpus.terms
    columns = model.term_ids
    components = np.zeros((len(model.components), len(terms)))
    known = [(now, columns[term]) for now, term in enumerate(terms) if term in columns]
    now, then = np.array(known, dtype=np.int64).reshape(-1, 2).T
    components[:, now] = model.components[:, then]
    corpus = ground.corpus
    return replace(model, terms=terms, tags=corpus.tags, idf=corpus.idf, components=components)
