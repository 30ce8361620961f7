"""The chapters of a report: for each theme its words, its topics, its sentences, its articles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.judging import Judged
from analysis.view.citation import cite_article, list_citable
from analysis.view.drawing.values import format_value
from analysis.view.export.collection import (
    list_of_selection,
    list_of_sides,
    list_of_subject,
)
from analysis.view.export.parcel import Parcel
from analysis.view.export.pictures import Picture, make_picture
from analysis.view.frames import article_frame, topic_frame
from analysis.view.naming import name_topic
from analysis.view.reading.quoting import Quote, list_quotes
from analysis.view.topics.badges import Badge, theme_badges, topic_badges
from analysis.view.topics.subjects import (
    Subject,
    call_subject,
    choose_subjects,
    colour_subject,
    find_own,
    rank_articles,
    share_subject,
)

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


def draw_sides(parcel: Parcel, numbers: Iterator[int]) -> tuple[Picture, ...]:
    """Return the pictures of two sides that are compared, none where there are no sides."""
    return tuple(
        make_picture(one, number, selected=parcel.narrowed)
        for one, number in zip(
            list_of_sides(parcel.contrast) if parcel.contrast else (), numbers, strict=False
        )
    )


def list_chapters(
    parcel: Parcel, judged: Judged | None, numbers: Iterator[int]
) -> Iterator[Chapter]:
    """Yield the chapters of the themes and topics that are selected; of all themes if none is.

    ``numbers`` number the pictures of the page.
    """
    catalogue, language = parcel.catalogue, parcel.language
    for subject in choose_subjects(catalogue, parcel.selection):
        exhibits = list_of_subject(catalogue, subject, language)
        yield Chapter(
            anchor=_name_anchor(catalogue, subject),
            name=call_subject(catalogue.study, subject, language),
            colour=colour_subject(catalogue.study, subject, language),
            share=format_value(_mean_share(parcel, subject), "percent"),
            badge=_find_badge(parcel, subject, judged),
            pictures=tuple(
                make_picture(one, number, selected=parcel.narrowed)
                for one, number in zip(exhibits, numbers, strict=False)
            ),
            topics=tuple(_list_topics(parcel, subject, judged)),
            quotes=_choose_quotes(parcel, subject),
            articles=tuple(_list_articles(parcel, subject)),
        )


def _name_anchor(catalogue: Catalogue, subject: Subject) -> str:
    if subject.topic is None:
        return f"theme-{catalogue.themes.index(subject.theme) + 1}"
    return f"topic-{subject.topic}"


def _find_badge(parcel: Parcel, subject: Subject, judged: Judged | None) -> Badge:
    study, language = parcel.catalogue.study, parcel.language
    if subject.topic is None:
        return theme_badges(study, judged, language)[subject.theme]
    return topic_badges(study, judged, language)[subject.topic]


def _mean_share(parcel: Parcel, subject: Subject) -> float:
    counted = parcel.rows & (parcel.catalogue.main >= 0)
    shares = share_subject(parcel.catalogue, subject)[counted]
    return float(shares.mean()) if len(shares) else 0.0


def _list_topics(parcel: Parcel, subject: Subject, judged: Judged | None) -> Iterator[TopicRow]:
    """Yield the topics of a theme; a topic has none."""
    if subject.topic is not None:
        return
    badges = topic_badges(parcel.catalogue.study, judged, parcel.language)
    frame = topic_frame(parcel.catalogue, parcel.rows, subject.theme)
    for row in frame[frame["articles"] >= _LEAST].head(_TOPICS).to_dict("records"):
        yield TopicRow(
            name_topic(row, parcel.language),
            format_value(row["articles"], "weight", top=1),
            row["terms"],
            badges[row["topic_id"]],
        )


def _choose_quotes(parcel: Parcel, subject: Subject) -> tuple[Quote, ...]:
    """Return the strongest quotations of a theme or topic that stand in selected articles."""
    ids = parcel.catalogue.articles["article_id"].filter(parcel.rows).to_pylist()
    selected = set(ids)
    theme = subject.theme if subject.topic is None else None
    quotes = list_quotes(parcel.catalogue.study, parcel.language, theme=theme, topic=subject.topic)
    return tuple(one for one in quotes if one.article_id in selected)[:_QUOTES]


def _list_articles(parcel: Parcel, subject: Subject) -> Iterator[ArticleRow]:
    """Yield the selected articles whose main theme or topic it is, those with most of it first."""
    catalogue, language = parcel.catalogue, parcel.language
    own = parcel.rows & find_own(catalogue, subject)
    places = rank_articles(catalogue, own, subject, most=_ARTICLES)
    shares = share_subject(catalogue, subject)[places].tolist()
    rows = article_frame(catalogue, places, language).to_dict("records")
    for row, share in zip(rows, shares, strict=True):
        edition = row["edition"] and say("article.edition.value", language, edition=row["edition"])
        facts = (row["newspaper"], row["date"], edition)
        yield ArticleRow(
            row["article_id"],
            row["headline"],
            " · ".join(fact for fact in facts if fact),
            format_value(share, "percent"),
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
