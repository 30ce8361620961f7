"""The reader: one article, where it stands on the page, and the words that carried a theme."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from analysis.press.edits import LINK, UNLINK, StoryEdit
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.explain import Explainer, explain_text, read_article
from analysis.study.records import Study
from analysis.ui import parts, workshop
from analysis.view.exhibits import theme_colours
from analysis.view.figures import format_value
from analysis.view.frames import name_newspaper, name_themes
from analysis.view.printings import list_relatives
from analysis.view.reader import draw_strip, list_links, mark_words

_HEADS = ("kicker", "headline", "subhead")
# What a link to another article takes along; filters might leave that article out.
_KEPT = ("study", "lang")


def show_article(
    explainer: Explainer, catalogue: Catalogue, article_id: str, language: str
) -> None:
    """Show one article of the study with its evidence."""
    article = read_article(explainer.study, article_id)
    at = catalogue.articles["article_id"].to_pylist().index(article_id)
    row = catalogue.articles.slice(at, 1).to_pylist()[0]
    with st.container(border=True):
        st.caption(parts.escape(" · ".join(_list_facts(article, row, language))))
        if st.button(say("articles.page", language), icon=":material/newspaper:", key="to-page"):
            target = Path(__file__).parent / "pages" / "pages.py"
            query = {"page": article["page_id"], "article": article_id}
            st.switch_page(target, query_params=query)
        _show_relatives(catalogue, at, language)
        _offer_links(explainer.study, article, language)
        column = _choose_theme(catalogue, at, language)
        theme = catalogue.themes[column]
        called = name_themes(catalogue.study, language)[theme]
        plain = article["plain"] or article["text"]
        st.html(
            mark_words(
                _choose_script(article, language),
                explain_text(explainer, plain),
                column,
                colour=theme_colours(catalogue.study, language)[called],
                heads=[head for head in _HEADS if article[head]],
            )
        )


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
        _name_place("articles.place.value", {**article, "source": row["source"]}, language),
        *(_name_place("articles.tail.value", tail, language) for tail in article["tails"]),
        say("articles.encoding.value", language, encoding=row["encoding"].upper()),
    ]
    return [fact for fact in found if fact]


def _name_place(key: str, piece: Mapping[str, Any], language: str) -> str:
    """Name the file and the characters of an article, or of a piece of it on another page."""
    spans = piece["spans"]
    source = PurePath(piece["source"]).name
    return say(key, language, source=source, start=spans[0]["start"] + 1, end=spans[-1]["end"])


def _show_relatives(catalogue: Catalogue, at: int, language: str) -> None:
    """List where else the story stands, each with its link."""
    kept = {key: value for key, value in st.query_params.items() if key in _KEPT}
    for title, articles in list_relatives(catalogue, at, language):
        links = [(name, "?" + urlencode({**kept, "article": one})) for name, one in articles]
        st.html(list_links(title, links))


def _offer_links(study: Study, article: Mapping[str, Any], language: str) -> None:
    """Offer to part a story that was joined, or to join one that probably goes on."""
    workshop.warn_misfits(study, language)
    own, tail = article["article_id"], article["likely_tail"]
    if article["tails"] and st.button(say("articles.unlink", language), key="unlink"):
        workshop.add_edits(study, [StoryEdit(UNLINK, own)], language)
    if tail and st.button(say("articles.link", language), key="link"):
        workshop.add_edits(study, [StoryEdit(LINK, own, tail)], language)


def _choose_theme(catalogue: Catalogue, at: int, language: str) -> int:
    """Show the themes of the article; return the column of the one whose words are marked."""
    names = name_themes(catalogue.study, language)
    called = [names[theme] for theme in catalogue.themes]
    shares = catalogue.theme_shares[at].tolist()
    if catalogue.main[at] < 0:
        st.info(say("articles.nothing", language))
        return 0
    st.html(
        draw_strip(dict(zip(called, shares, strict=True)), theme_colours(catalogue.study, language))
    )
    main = catalogue.themes[catalogue.main[at]]
    theme = st.segmented_control(
        say("articles.mark", language),
        catalogue.themes,
        format_func=lambda one: parts.escape(names[one]),
        default=main,
        required=True,
        key=f"mark-{catalogue.articles['article_id'][at]}",
    )
    column = catalogue.themes.index(theme or main)
    share = format_value(shares[column], "percent")
    note = say("articles.mark.note", language, theme=called[column], share=share)
    st.caption(parts.escape(note))
    return column
