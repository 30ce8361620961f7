"""How far to trust a topic or a theme, in a few words beside its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.resources import say
from analysis.study.judging import Judged
from analysis.study.records import Study
from analysis.study.tables import read_table
from analysis.theme.rules import FEW
from analysis.theme.stability import name_level
from analysis.view.frames import name_themes


@dataclass(frozen=True, slots=True)
class Badge:
    """``level`` is "stable", "fair", "unstable", "unknown" or "absent"; ``few`` warns of few."""

    name: str
    level: str
    words: str
    few: str


def write_badge(
    name: str,
    stability: float | None,
    language: str,
    *,
    row: Mapping[str, Any],
    judged: Judged | None,
) -> Badge:
    """Return the badge of a topic or theme.

    Parameters
    ----------
    row : mapping
        Its row in the table of topics or themes: "articles" and "effective".
    judged : Judged, optional
        How the stability was measured; with it a theme without stability is one that is absent.
    """
    level = ("absent" if judged else "unknown") if stability is None else name_level(stability)
    words = say(
        f"badge.{level}",
        language,
        value=f"{stability or 0:.2f}",
        resamples=judged.resamples if judged else 0,
        articles=int(row["articles"]),
    )
    few = level != "absent" and row["effective"] < FEW
    return Badge(name, level, words, say("badge.few", language, few=FEW) if few else "")


def theme_badges(study: Study, judged: Judged | None, language: str) -> dict[str, Badge]:
    """Return the badge of each theme, by its name in the recipe."""
    names = name_themes(study, language)
    return {
        row["theme"]: write_badge(
            names[row["theme"]],
            judged.themes.get(row["theme"]) if judged else None,
            language,
            row=row,
            judged=judged,
        )
        for row in read_table(study.folder, "themes").to_pylist()
    }


def topic_badges(study: Study, judged: Judged | None, language: str) -> dict[int, Badge]:
    """Return the badge of each topic, by its id."""
    return {
        row["topic_id"]: write_badge(
            row["label"],
            judged.topics.get(row["topic_id"]) if judged else None,
            language,
            row=row,
            # A topic that a reader put together was not measured.
            judged=judged if judged and row["topic_id"] in judged.topics else None,
        )
        for row in read_table(study.folder, "topics").to_pylist()
    }


def tell_sample(study: Study, judged: Judged | None, language: str) -> str:
    """Return how the stability was measured: resamples and how many rows each of them saw."""
    if not study.recipe.settings.resamples:
        return say("stability.none", language)
    if judged is None:
        return say("stability.later", language)
    return say(
        "stability.sample",
        language,
        resamples=judged.resamples,
        resampled=f"{judged.resampled:,}",
        rows=f"{judged.rows:,}",
    )
