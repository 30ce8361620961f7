"""词表: the word lists of the themes against the topics and the articles."""

import streamlit as st

from analysis.resources import say
from analysis.study.lexicon import LITTLE, MUCH, WORDS, compare_articles
from analysis.ui import cached, lists, parts, tables
from analysis.ui.visit import Visit
from analysis.view.frames import name_themes
from analysis.view.topics.lexicon import disagreement_frame, match_frame, near_matches, show_matches

_MOST = 100


def show_section(visit: Visit) -> None:
    """Show the matrix of themes and topics, and for one theme the words and the articles."""
    catalogue, language = visit.catalogue, visit.language
    named = [theme.name for theme in catalogue.study.recipe.themes]
    if not named:
        st.info(say("lexicon.none", language))
        return
    matches = cached.matches_of(catalogue.study)
    frame = match_frame(catalogue, matches, language)
    parts.show_chart(show_matches(catalogue, frame, visit.rows, language), catalogue.study.name)
    names = name_themes(catalogue.study, language)
    chosen = st.segmented_control(
        say("themes.choose", language),
        named,
        format_func=lambda one: parts.escape(names[one]),
        default=named[0],
        required=True,
        key="lexicon",
    )
    theme = chosen or named[0]
    tables.show_matches(near_matches(frame, names[theme]), language)
    _show_disagreement(visit, theme, names[theme])


def _show_disagreement(visit: Visit, theme: str, called: str) -> None:
    catalogue, language = visit.catalogue, visit.language
    printed = cached.printed_of(catalogue.study, theme)
    found = compare_articles(catalogue, theme, visit.rows, found=printed)
    facts = {"theme": called, "words": WORDS, "little": f"{LITTLE:.0%}", "much": f"{MUCH:.0%}"}
    for kind, places in (("silent", found.silent), ("wordless", found.wordless)):
        title = say(f"lexicon.{kind}", language, n=len(places), **facts)
        st.subheader(parts.escape(title), anchor=False)
        st.caption(parts.escape(say(f"lexicon.why.{kind}", language, **facts)))
        if not places:
            continue
        listed = disagreement_frame(catalogue, found, theme, language, kind=kind).head(_MOST)
        lists.open_article(listed, language, key=f"{kind}-{theme}")
