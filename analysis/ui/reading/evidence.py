"""What carried an article to its themes and topics: words, sentences and passages, in the text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.explain import Explainer, explain_text
from analysis.study.hits import find_hits
from analysis.theme.passages import cut_passages
from analysis.theme.records import Evidence
from analysis.theme.sentences import cut_sentences
from analysis.ui import parts, tables
from analysis.view.drawing.values import format_value
from analysis.view.frames import name_themes
from analysis.view.naming import list_article_topics
from analysis.view.reading.along import draw_along, list_steps, passage_frame
from analysis.view.reading.reader import draw_strip, mark_evidence, mark_words
from analysis.view.source import theme_colours

_HEADS = ("kicker", "headline", "subhead")
_WHOLE = 0


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is marked: its name, its share, its theme, and its column among topics or themes."""

    name: str
    share: float
    theme: str
    column: int
    is_topic: bool

    def pick(self, evidence: Evidence) -> Any:  # noqa: ANN401 - an array, which ui does not name
        """Return what each word gives to it."""
        return (evidence.topics if self.is_topic else evidence.themes)[:, self.column]


def show_evidence(
    explainer: Explainer,
    catalogue: Catalogue,
    article: Mapping[str, Any],
    language: str,
    *,
    search: str,
) -> None:
    """Show the text of an article with what each word and sentence gives to what is chosen.

    What is searched for is underlined.
    """
    at = catalogue.find_place(article["article_id"])
    subject = _choose_subject(catalogue, at, language)
    text = _choose_script(article, language)
    plain = article["plain"] or article["text"]
    evidence = explain_text(explainer, plain)
    sentences = cut_sentences(plain)
    names = name_themes(catalogue.study, language)
    colours = theme_colours(catalogue.study, language)
    called = [names[theme] for theme in catalogue.themes]
    if evidence.terms:
        st.html(draw_along(list_steps(text, evidence, sentences, called), colours, language))
    hits = find_hits(str(article["text"]), search, plain=article["plain"])
    if hits:
        st.caption(say("articles.underlined", language, n=len(hits)))
    given, colour = subject.pick(evidence), colours[names[subject.theme]]
    marking = mark_evidence(evidence, given, sentences, colour=colour, hits=hits)
    st.html(mark_words(text, marking, heads=[head for head in _HEADS if article[head]]))
    if evidence.terms:
        with st.expander(say("along.passages", language)):
            ranges = cut_passages(plain, catalogue.study.recipe.settings.passage_length)
            tables.show_passages(passage_frame(evidence, text, ranges, called), language)


def _choose_subject(catalogue: Catalogue, at: int, language: str) -> _Subject:
    """Show the themes of the article; return the theme or topic whose words are marked."""
    names = name_themes(catalogue.study, language)
    shares = catalogue.theme_shares[at].tolist()
    if catalogue.main[at] < 0:
        st.info(say("articles.nothing", language))
        return _Subject("", 0.0, catalogue.themes[0], 0, is_topic=False)
    strip = {names[one]: share for one, share in zip(catalogue.themes, shares, strict=True)}
    st.html(draw_strip(strip, theme_colours(catalogue.study, language)))
    main = catalogue.themes[catalogue.main[at]]
    article = catalogue.articles["article_id"][at]
    chosen = st.segmented_control(
        say("articles.mark", language),
        catalogue.themes,
        format_func=lambda one: parts.escape(names[one]),
        default=main,
        required=True,
        key=f"mark-{article}",
    )
    theme = chosen or main
    column = catalogue.themes.index(theme)
    whole = _Subject(names[theme], shares[column], theme, column, is_topic=False)
    return _choose_topic(catalogue, at, whole, language)


def _choose_topic(catalogue: Catalogue, at: int, whole: _Subject, language: str) -> _Subject:
    """Offer the topics of the article; return the chosen one, else the whole theme."""
    topics = list_article_topics(catalogue, at, language)
    labels = {_WHOLE: say("quotes.whole", language, theme=whole.name)}
    labels |= {one.topic_id: f"{one.name} · {format_value(one.share, 'percent')}" for one in topics}
    chosen = st.selectbox(
        say("along.topic", language),
        list(labels),
        format_func=lambda one: labels[one],
        key=f"topic-{catalogue.articles['article_id'][at]}-{whole.theme}",
    )
    found = next((one for one in topics if one.topic_id == chosen), None)
    subject = (
        _Subject(found.name, found.share, found.theme, found.column, is_topic=True)
        if found
        else whole
    )
    share = format_value(subject.share, "percent")
    note = say("articles.mark.note", language, theme=subject.name, share=share)
    st.caption(parts.escape(note))
    return subject


def _choose_script(article: Mapping[str, Any], language: str) -> str:
    """Offer simplified characters where the text is in traditional ones; return what is shown."""
    if article["plain"] is None:
        return str(article["text"])
    shown = st.segmented_control(
        say("articles.script", language),
        ("text", "plain"),
        format_func=lambda one: say(f"articles.script.{one}", language),
        default="text",
        required=True,
        key=f"script-{article['article_id']}",
    )
    return str(article[shown or "text"])
