"""Before and after: which topics came, went or stayed, and which articles changed their theme."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.study.laying import read_long
from analysis.study.records import Study
from analysis.study.tables import read_table
from analysis.theme.shapes import Array


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What of a study is compared: taken before it changes in its place.

    ``topics`` are the topics' labels by id; ``shares`` (n_articles, n_topics) is in the order of
    ``articles`` and ``topics``; ``main`` is the main theme of each article, None where no word of
    it counts.
    """

    articles: tuple[str, ...]
    topics: Mapping[int, str]
    shares: Array
    main: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Moved:
    """An article whose main theme is another now."""

    article_id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one state of a study to another; topics are their labels by id.

    ``heirs`` says for each topic that is gone which topic its articles now hold most of, each as
    far as it was in the topic, and how much, 0-1. ``compared`` counts the articles in both.
    """

    kept: Mapping[int, str]
    new: Mapping[int, str]
    gone: Mapping[int, str]
    heirs: Mapping[int, tuple[int, float]]
    moved: tuple[Moved, ...]
    compared: int


def take_snapshot(study: Study) -> Snapshot:
    """Return what of a study can be compared with a later state of it."""
    told = read_table(study.folder, "topics", ["topic_id", "label"]).to_pylist()
    topics = {row["topic_id"]: row["label"] for row in told}
    ids = read_table(study.folder, "articles", ["article_id"])["article_id"].to_pylist()
    themes = list(
        dict.fromkeys(read_table(study.folder, "topic_themes", ["theme"])["theme"].to_pylist())
    )
    of_themes = read_long(read_table(study.folder, "article_themes"), ids, themes)
    best = zip(ids, of_themes.argmax(axis=1), of_themes.sum(axis=1) > 0, strict=True)
    return Snapshot(
        articles=tuple(ids),
        topics=topics,
        shares=read_long(read_table(study.folder, "article_topics"), ids, list(topics)),
        main={one: themes[column] if counted else None for one, column, counted in best},
    )


def compare_snapshots(before: Snapshot, after: Snapshot) -> Changes:
    """Return what changed; articles that are in one of them only are not compared."""
    common = [one for one in after.articles if one in before.main]
    gone = {one: label for one, label in before.topics.items() if one not in after.topics}
    return Changes(
        kept={one: label for one, label in after.topics.items() if one in before.topics},
        new={one: label for one, label in after.topics.items() if one not in before.topics},
        gone=gone,
        heirs=_find_heirs(before, after, tuple(gone)),
        moved=tuple(
            Moved(one, before.main[one], after.main[one])
            for one in common
            if before.main[one] != after.main[one]
        ),
        compared=len(common),
    )


def _find_heirs(
    before: Snapshot, after: Snapshot, gone: tuple[int, ...]
) -> dict[int, tuple[int, float]]:
    """Follow the articles of each topic that is gone to the topic that they are in now."""
    rows = {one: row for row, one in enumerate(after.articles)}
    common = [(row, rows[one]) for row, one in enumerate(before.articles) if one in rows]
    if not common:
        return {}
    old, new = (np.array(one) for one in zip(*common, strict=True))
    columns = [list(before.topics).index(one) for one in gone]
    went = before.shares[old][:, columns].T @ after.shares[new]
    ids = list(after.topics)
    return {
        one: (ids[row.argmax()], float(row.max() / row.sum()))
        for one, row in zip(gone, went, strict=True)
        if row.any()
    }
