"""The reader: one article, where it stands on the page, and the words that carried a theme."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

import streamlit as st

from analysis.press.edits import LINK, UNLINK, StoryEdit
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.explain import Explainer, read_article
from analysis.study.records import Study
from analysis.ui import cached, parts
from analysis.ui.editing import workshop
from analysis.ui.opening import Target, draw_link, link_to
from analysis.ui.reading.evidence import show_evidence
from analysis.view.citation import STYLES, cite_article
from analysis.view.drawing.values import format_value
from analysis.view.frames import name_newspaper
from analysis.view.printings import list_relatives, name_articles
from analysis.view.reading.reader import list_links


def show_article(
    explainer: Explainer,
    catalogue: Catalogue,
    article_id: str,
    language: str,
    *,
    search: str = "",
) -> None:
    """Show one article of the study with its evidence, and the words of a search underlined."""
    article = read_article(explainer.study, article_id)
    at = catalogue.find_place(article_id)
    row = catalogue.articles.slice(at, 1).to_pylist()[0]
    with st.container(border=True):
        st.caption(parts.escape(" · ".join(_list_facts(article, row, language))))
        there = Target("pages", {"page": [article["page_id"]], "article": [article_id]})
        draw_link(there, say("articles.page", language), ":material/newspaper:")
        _show_relatives(catalogue, at, language)
        _offer_links(explainer.study, article, language)
        show_evidence(explainer, catalogue, article, language, search=search)
        _show_similar(catalogue, at, language)
        _offer_citation({**article, **row}, language)


def _show_similar(catalogue: Catalogue, at: int, language: str) -> None:
    """List the articles most like this one, each with its link, and say by what they are like."""
    found = cached.similar_to(catalogue, at)
    if not found.likeness:
        return
    named = name_articles(catalogue, list(found.likeness), language)
    links = [
        (
            f"{name} · {format_value(likeness, 'percent')}",
            link_to(Target("articles", {"article": [one]}, filters=False)),
        )
        for (name, one), likeness in zip(named, found.likeness.values(), strict=True)
    ]
    st.html(list_links(say(f"similar.{found.by}", language), links))


def _offer_citation(article: Mapping[str, Any], language: str) -> None:
    """Show the references of an article, each to be copied by a button."""
    with st.expander(say("cite.title", language), icon=":material/format_quote:"):
        for style in STYLES:
            st.caption(say(f"cite.{style}", language))
            st.code(cite_article(article, style, language), language=None, wrap_lines=True)


def _list_facts(article: Mapping[str, Any], row: Mapping[str, Any], language: str) -> list[str]:
    """Return what is known of an article beside its text, unknown facts left out."""
    jumps = ("continued_from", "continued_to")
    found = [
        say(f"kind.{article['kind']}", language),
        name_newspaper(row["newspaper"], language),
        row["date"],
        row["edition"] and say("article.edition.value", language, edition=row["edition"]),
        *(article[name] for name in ("agency", "place", "byline")),
        *(
            article[jump] and say(f"articles.{jump}", language, page=article[jump])
            for jump in jumps
        ),
        name_place("articles.place.value", {**article, "source": row["source"]}, language),
        *(name_place("articles.tail.value", tail, language) for tail in article["tails"]),
        say("articles.encoding.value", language, encoding=row["encoding"].upper()),
    ]
    return [fact for fact in found if fact]


def name_place(key: str, piece: Mapping[str, Any], language: str) -> str:
    """Name the file and the characters of an article, or of a piece of it on another page."""
    # In the order of reading: what goes on in another column may stand earlier in the file.
    start = min(span["start"] for span in piece["spans"]) + 1
    end = max(span["end"] for span in piece["spans"])
    source = PurePath(piece["source"]).name
    return say(key, language, source=source, start=start, end=end)


def _show_relatives(catalogue: Catalogue, at: int, language: str) -> None:
    """List where else the story stands, each with its link."""
    for title, articles in list_relatives(catalogue, at, language):
        links = [
            (name, link_to(Target("articles", {"article": [one]}, filters=False)))
            for name, one in articles
        ]
        st.html(list_links(title, links))


def _offer_links(study: Study, article: Mapping[str, Any], language: str) -> None:
    """Offer to part a story that was joined, or to join one that probably goes on."""
    workshop.warn_misfits(study, language)
    own, tail = article["article_id"], article["likely_tail"]
    if article["tails"] and st.button(say("articles.unlink", language), key="unlink"):
        workshop.add_edits(study, [StoryEdit(UNLINK, own)], language)
    if tail and st.button(say("articles.link", language), key="link"):
        workshop.add_edits(study, [StoryEdit(LINK, own, tail)], language)
