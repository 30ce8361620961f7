"""The chapters of a report: for each theme its words, its topics, its sentences, its articles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.resources import say
from analysis.study.judging import Judged
from analysis.view.citation import cite_article, list_citable
from analysis.view.drawing.figures import format_value
from analysis.view.export.collection import list_of_selection, list_of_theme
from analysis.view.export.parcel import Parcel
from analysis.view.export.pictures import Picture, make_picture
from analysis.view.frames import name_themes, strongest_articles, topic_frame
from analysis.view.naming import name_topic
from analysis.view.reading.quoting import Quote, list_quotes
from analysis.view.source import theme_colours
from analysis.view.topics.badges import Badge, theme_badges, topic_badges

_QUOTES, _ARTICLES, _TOPICS = 6, 8, 12
# Topics with less than this of one article are traces.
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic of a theme: its name, how much of the selection it holds, its words, its badge."""

    name: str
    size: str
    terms: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A selected article of a theme, and the theme's share of it."""

    article_id: str
    headline: str
    printed: str
    share: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """All that a report says of one theme; ``anchor`` names it inside the page."""

    anchor: str
    name: str
    colour: str
    share: str
    badge: Badge
    pictures: tuple[Picture, ...]
    topics: tuple[TopicRow, ...]
    quotes: tuple[Quote, ...]
    articles: tuple[ArticleRow, ...]


def draw_selection(parcel: Parcel, numbers: Iterator[int]) -> tuple[Picture, ...]:
    """Return the pictures of the selected articles."""
    exhibits = list_of_selection(parcel.catalogue, parcel.rows, parcel.language)
    return tuple(
        make_picture(one, number, selected=parcel.narrowed)
        for one, number in zip(exhibits, numbers, strict=False)
    )


def list_chapters(
    parcel: Parcel, judged: Judged | None, numbers: Iterator[int]
) -> Iterator[Chapter]:
    """Yield the chapters of the themes that are selected; each that the selection has none of too.

    ``numbers`` number the pictures of the page.
    """
    catalogue, language = parcel.catalogue, parcel.language
    names = name_themes(catalogue.study, language)
    colours = theme_colours(catalogue.study, language)
    badges = theme_badges(catalogue.study, judged, language)
    shares = _mean_shares(parcel)
    for place, theme in enumerate(catalogue.themes):
        if parcel.selection.themes and theme not in parcel.selection.themes:
            continue
        exhibits = list_of_theme(catalogue, theme, language)
        yield Chapter(
            anchor=f"theme-{place + 1}",
            name=names[theme],
            colour=colours[names[theme]],
            share=format_value(shares[place], "percent"),
            badge=badges[theme],
            pictures=tuple(
                make_picture(one, number, selected=parcel.narrowed)
                for one, number in zip(exhibits, numbers, strict=False)
            ),
            topics=tuple(_list_topics(parcel, theme, judged)),
            quotes=_choose_quotes(parcel, theme),
            articles=tuple(_list_articles(parcel, theme)),
        )


def _mean_shares(parcel: Parcel) -> list[float]:
    counted = parcel.rows & (parcel.catalogue.main >= 0)
    if not counted.any():
        return [0.0] * len(parcel.catalogue.themes)
    means: list[float] = parcel.catalogue.theme_shares[counted].mean(axis=0).tolist()
    return means


def _list_topics(parcel: Parcel, theme: str, judged: Judged | None) -> Iterator[TopicRow]:
    badges = topic_badges(parcel.catalogue.study, judged, parcel.language)
    frame = topic_frame(parcel.catalogue, parcel.rows, theme)
    for row in frame[frame["articles"] >= _LEAST].head(_TOPICS).to_dict("records"):
        yield TopicRow(
            name_topic(row, parcel.language),
            format_value(row["articles"], "weight", top=1),
            row["terms"],
            badges[row["topic_id"]],
        )


def _choose_quotes(parcel: Parcel, theme: str) -> tuple[Quote, ...]:
    """Return the strongest quotations of a theme that stand in selected articles."""
    ids = parcel.catalogue.articles["article_id"].filter(parcel.rows).to_pylist()
    selected = set(ids)
    quotes = list_quotes(parcel.catalogue.study, parcel.language, theme=theme)
    return tuple(one for one in quotes if one.article_id in selected)[:_QUOTES]


def _list_articles(parcel: Parcel, theme: str) -> Iterator[ArticleRow]:
    language = parcel.language
    frame = strongest_articles(parcel.catalogue, parcel.rows, theme, language)
    for row in (
        frame[frame["theme"] == name_themes(parcel.catalogue.study, language)[theme]]
        .head(_ARTICLES)
        .to_dict("records")
    ):
        edition = row["edition"] and say("article.edition.value", language, edition=row["edition"])
        facts = (row["newspaper"], row["date"], edition)
        yield ArticleRow(
            row["article_id"],
            row["headline"],
            " · ".join(fact for fact in facts if fact),
            format_value(row["share"], "percent"),
        )


def cite_quotes(parcel: Parcel, chapters: Sequence[Chapter]) -> dict[str, str]:
    """Return the reference of each quoted article by its id, in the order of the quotations."""
    quoted = dict.fromkeys(quote.article_id for one in chapters for quote in one.quotes)
    ids = parcel.catalogue.articles["article_id"].to_numpy(zero_copy_only=False)
    found = {ids[row]: row for row in np.flatnonzero(np.isin(ids, list(quoted)))}
    places = np.array([found[one] for one in quoted], dtype=np.int64)
    rows = list_citable(parcel.catalogue, places)
    return {
        one: cite_article(row, "gbt7714", parcel.language)
        for one, row in zip(quoted, rows, strict=True)
    }
