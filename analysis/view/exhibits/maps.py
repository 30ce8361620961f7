"""Maps: topics near each other where they share words, articles in the midst of their topics."""

import numpy as np
import pandas as pd

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.mapping import LEAST_TOPICS, TopicMap, map_topics
from analysis.study.select import Mask
from analysis.study.tables import read_table
from analysis.theme.records import OTHER
from analysis.view.drawing.figures import Figure
from analysis.view.frames import name_themes
from analysis.view.measuring.sampling import sample_articles
from analysis.view.source import source_line, theme_colours

MOST_POINTS = 10_000
"""Grains of three pixels: spread evenly, so many fill two thirds of a map on a telephone."""


def topic_map_frame(
    catalogue: Catalogue, rows: Mask, language: str, *, lain: TopicMap
) -> pd.DataFrame:
    """Return one row a topic that is not hidden.

    Columns: topic_id, topic (its label), theme_id and theme (the one it belongs to most), articles
    (selected ones whose main topic it is), told (the same in words), across and up (where it lies).
    """
    table = read_table(catalogue.study.folder, "topics", ["topic_id", "theme", "label"])
    told = {row["topic_id"]: row for row in table.to_pylist()}
    names = name_themes(catalogue.study, language)
    main = catalogue.main_topic[rows]
    counts = np.bincount(main[main >= 0], minlength=len(catalogue.topics))
    listed = [told[topic] for topic in lain.topics]
    held = [int(counts[catalogue.topics.index(topic)]) for topic in lain.topics]
    return pd.DataFrame(
        {
            "topic_id": lain.topics,
            "topic": [row["label"] for row in listed],
            "theme_id": [row["theme"] for row in listed],
            "theme": [names[row["theme"]] for row in listed],
            "articles": held,
            "told": [say("map.articles", language, n=f"{n:,}") for n in held],
            "across": lain.places[:, 0],
            "up": lain.places[:, 1],
        }
    )


def show_topic_map(
    catalogue: Catalogue, rows: Mask, language: str, *, lain: TopicMap | None = None
) -> Figure:
    """Return the topics of a study on a map; ``lain`` is ``map_topics`` of it, where it is known.

    Raises
    ------
    NothingToDraw
        When the study has fewer than three topics that are not hidden.
    """
    lain = _need_map(catalogue, lain, say("chart.topic-map", language))
    frame = topic_map_frame(catalogue, rows, language, lain=lain)
    return Figure(
        name="topic-map",
        title=say("chart.topic-map", language),
        subtitle=say("chart.topic-map.note", language, explained=f"{lain.explained:.0%}"),
        kind="points",
        frame=_put_other_first(frame),
        category="topic",
        value="articles",
        series="theme",
        key="topic_id",
        note="told",
        across="across",
        up="up",
        value_format="count",
        value_label=say("axis.topic-map", language),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=_tell_nearest(frame, lain, language),
        language=language,
    )


def _need_map(catalogue: Catalogue, lain: TopicMap | None, title: str) -> TopicMap:
    found = lain or map_topics(catalogue.study)
    if found is None or len(found.topics) < LEAST_TOPICS:
        raise NothingToDraw(name=title)
    return found


def _put_other_first(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows so that what belongs to no named theme is drawn under all else."""
    order = (frame["theme_id"] != OTHER).sort_values(kind="stable").index
    return frame.loc[order].reset_index(drop=True)


def _tell_nearest(frame: pd.DataFrame, lain: TopicMap, language: str) -> str:
    """Return which two topics share most of their words; the distance is that of all the words."""
    apart = lain.distances + np.eye(len(lain.topics)) * 2
    first, second = np.unravel_index(int(apart.argmin()), apart.shape)
    return say(
        "alt.topic-map",
        language,
        n=len(lain.topics),
        one=frame["topic"].iloc[int(first)],
        two=frame["topic"].iloc[int(second)],
        distance=f"{apart[first, second]:.2f}",
    )


def article_map_frame(
    catalogue: Catalogue, rows: Mask, language: str, *, lain: TopicMap
) -> pd.DataFrame:
    """Return one row for each selected article that is drawn, at most ``MOST_POINTS``.

    Columns: article_id, headline, theme_id and theme (its main one), articles (1), across and up:
    the mean of the places of its topics, by their shares in it.
    """
    columns = [catalogue.topics.index(topic) for topic in lain.topics]
    drawn = np.zeros(len(rows), dtype=np.bool_)
    drawn[sample_articles(catalogue, rows, MOST_POINTS)] = True
    shares = catalogue.topic_shares[drawn][:, columns]
    held = shares.sum(axis=1)
    # An article of hidden topics alone lies nowhere.
    shares, drawn[drawn] = shares[held > 0], held > 0
    places = shares @ lain.places / held[held > 0, np.newaxis]
    names = name_themes(catalogue.study, language)
    themes = np.array(catalogue.themes, dtype=object)[catalogue.main[drawn]]
    articles = catalogue.articles.select(["article_id", "headline", "opening"]).filter(drawn)
    told = zip(articles["headline"].to_pylist(), articles["opening"].to_pylist(), strict=True)
    return pd.DataFrame(
        {
            "article_id": articles["article_id"].to_pylist(),
            "headline": [headline or opening for headline, opening in told],
            "theme_id": themes,
            "theme": [names[theme] for theme in themes],
            "articles": 1,
            "across": places[:, 0],
            "up": places[:, 1],
        }
    )


def show_article_map(
    catalogue: Catalogue, rows: Mask, language: str, *, lain: TopicMap | None = None
) -> Figure:
    """Return the selected articles on the map of topics, a sample where there are very many.

    Raises
    ------
    NothingToDraw
        As ``show_topic_map`` says, and when no article has a topic.
    """
    lain = _need_map(catalogue, lain, say("chart.article-map", language))
    frame = article_map_frame(catalogue, rows, language, lain=lain)
    whole = int((rows & (catalogue.main >= 0)).sum())
    sampled = say("chart.article-map.sampled", language, n=f"{len(frame):,}", whole=f"{whole:,}")
    return Figure(
        name="article-map",
        title=say("chart.article-map", language),
        subtitle=say("chart.article-map.note", language) + (sampled if len(frame) < whole else ""),
        kind="points",
        frame=_put_other_first(frame),
        category="headline",
        value="articles",
        series="theme",
        key="article_id",
        across="across",
        up="up",
        value_format="count",
        value_label=say("axis.article-map", language),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=_tell_crowd(frame, language),
        language=language,
    )


def _tell_crowd(frame: pd.DataFrame, language: str) -> str:
    counts = frame["theme"].value_counts(sort=True)
    listed = (f"{theme} {n:,}" for theme, n in counts.items())
    themes = say("told.listed", language).join(listed)
    return say("alt.article-map", language, n=f"{len(frame):,}", themes=themes)
