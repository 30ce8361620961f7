"""Word lists against topics as a heat map and as tables."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.lexicon import Disagreement
from analysis.study.select import Mask
from analysis.study.tables import read_table
from analysis.theme.lexicon import Match, Part
from analysis.view.drawing.figures import Figure
from analysis.view.frames import article_frame, name_themes
from analysis.view.naming import name_topic
from analysis.view.source import source_line, theme_colours

# A cosine below this is the few common words that any two lists share.
_NEAR = 0.05


def match_frame(catalogue: Catalogue, matches: Sequence[Match], language: str) -> pd.DataFrame:
    """Return the matches of themes and topics, a row each.

    Columns: topic_id, topic, theme, cosine (0-1), own (words of the list that carry it, with their
    parts of the cosine), widened (words the list was widened to, the same).
    """
    names = name_themes(catalogue.study, language)
    themes = [names[theme.name] for theme in catalogue.study.recipe.themes]
    topics = read_table(catalogue.study.folder, "topics").to_pylist()
    rows = [
        (
            topics[one.topic]["topic_id"],
            name_topic(topics[one.topic], language),
            themes[one.theme],
            one.cosine,
            _list_parts(one.own),
            _list_parts(one.widened),
        )
        for one in matches
    ]
    return pd.DataFrame(rows, columns=["topic_id", "topic", "theme", "cosine", "own", "widened"])


def _list_parts(parts: Sequence[Part]) -> str:
    return " ".join(f"{term} {part:.2f}" for term, part in parts if part >= 0.005)


def near_matches(frame: pd.DataFrame, theme: str) -> pd.DataFrame:
    """Return the matches of one theme that are more than chance, nearest first."""
    mine = frame[(frame["theme"] == theme) & (frame["cosine"] >= _NEAR)]
    ranked: pd.DataFrame = mine.sort_values("cosine", ascending=False, kind="stable")
    return ranked.reset_index(drop=True)


def show_matches(catalogue: Catalogue, frame: pd.DataFrame, rows: Mask, language: str) -> Figure:
    """Return the matrix of topics and themes as a heat map."""
    top = frame.iloc[int(frame["cosine"].argmax())]
    finding = say("lexicon.alt", language, theme=top["theme"], topic=top["topic"])
    return Figure(
        name="lexicon",
        title=say("lexicon.title", language),
        subtitle=say("lexicon.note", language),
        kind="heat",
        frame=frame.assign(cosine=frame["cosine"].clip(0, 1)),
        category="topic",
        series="theme",
        key="topic_id",
        value="cosine",
        value_format="weight",
        value_label=say("lexicon.cosine", language),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=finding,
        language=language,
    )


def disagreement_frame(
    catalogue: Catalogue, found: Disagreement, theme: str, language: str, *, kind: str
) -> pd.DataFrame:
    """Return the articles that a theme's words and share disagree on, as ``article_frame``.

    ``kind`` is "silent" (words, hardly any share) or "wordless" (share, no word). The column
    "share" is that of the theme; silent ones have the column "words".
    """
    places = found.silent if kind == "silent" else found.wordless
    rows = np.zeros(len(catalogue.articles), dtype=np.bool_)
    rows[list(places)] = True
    frame = article_frame(catalogue, rows, language)
    column = catalogue.themes.index(theme)
    frame["share"] = catalogue.theme_shares[rows][:, column]
    ranks = np.searchsorted(np.flatnonzero(rows), places)
    frame = frame.iloc[ranks].reset_index(drop=True)
    if kind == "silent":
        frame["words"] = [" ".join(words) for words in found.words]
    return frame
