"""Which themes topics stand under, and which a merge will put one under."""

from collections.abc import Sequence

import numpy as np

from analysis.study.laying import read_long
from analysis.study.records import Study
from analysis.study.tables import read_table
from analysis.theme.records import OTHER


def find_themes(study: Study) -> dict[int, str]:
    """Return the theme that each topic of a study stands under, by id."""
    rows = read_table(study.folder, "topics", ["topic_id", "theme"]).to_pylist()
    return {row["topic_id"]: row["theme"] for row in rows}


def foresee_theme(study: Study, topic: int, others: Sequence[int]) -> str:
    """Return the theme that ``topic`` will stand under when it holds what ``others`` hold.

    A topic belongs to themes as its parts do, each by its size, and stands under the one it belongs
    to most: so the sum over topics is that over all their parts, and no text has to be read.
    """
    rows = read_table(study.folder, "topics", ["topic_id", "size", "hidden"]).to_pylist()
    if any(row["hidden"] for row in rows if row["topic_id"] == topic):
        # What is put to a hidden topic is hidden with it.
        return OTHER
    wanted = {topic, *others}
    sizes = {row["topic_id"]: row["size"] for row in rows if row["topic_id"] in wanted}
    long = read_table(study.folder, "topic_themes")
    themes = long["theme"].unique().to_pylist()
    belong = read_long(long, list(sizes), themes)
    weights = np.array(list(sizes.values()))
    # Topics that no article holds count alike, as where they are merged.
    return str(themes[int(((weights if weights.any() else weights + 1) @ belong).argmax())])
