"""What a theme or topic is: its cloud, its words by relevance, its measures, its neighbours."""

import streamlit as st

from analysis.resources import say
from analysis.theme.relevance import USUAL
from analysis.ui import badges, cached, parts
from analysis.ui.controls import slide
from analysis.ui.opening import Target, link_to
from analysis.ui.subjects.choosing import target_subject
from analysis.ui.visit import Visit
from analysis.view.drawing.values import format_value
from analysis.view.exhibits.subjects import draw_subject, show_relevance
from analysis.view.topics.badges import theme_badges, topic_badges
from analysis.view.topics.neighbours import draw_neighbours
from analysis.view.topics.subjects import Subject, find_own, share_subject


def tell_facts(visit: Visit, subject: Subject) -> None:
    """Say how stable it is, how many of the selected articles it leads, how much it holds."""
    catalogue, language, study = visit.catalogue, visit.language, visit.catalogue.study
    judged = badges.find_judged(study, language)
    if subject.topic is None:
        badges.show_badges([theme_badges(study, judged, language)[subject.theme]])
    else:
        badges.show_badges([topic_badges(study, judged, language)[subject.topic]])
    counted = visit.rows & (catalogue.main >= 0)
    shares = share_subject(catalogue, subject)[counted]
    words = say(
        "subject.facts" if len(shares) else "subject.facts.none",
        language,
        own=f"{int((find_own(catalogue, subject) & visit.rows).sum()):,}",
        all=f"{int(visit.rows.sum()):,}",
        share=format_value(float(shares.mean()) if len(shares) else 0.0, "percent"),
        worth=f"{float(shares.sum()):,.1f}",
    )
    st.caption(parts.escape(words))


def choose_relevance(language: str) -> float:
    """Draw the slider that orders the words; return its lambda."""
    return slide(
        say("subject.relevance", language),
        parameter="relevance",
        usual=USUAL,
        more=say("subject.relevance.help", language, usual=f"{USUAL:.1f}"),
    )


def show_words(visit: Visit, subject: Subject, weight: float) -> None:
    """Draw the cloud and the neighbours beside the words, in the order of their relevance."""
    catalogue, language, study = visit.catalogue, visit.language, visit.catalogue.study
    terms = cached.terms_of(study, subject)
    left, right = st.columns(2, gap="medium")
    with left:
        parts.show_cloud(draw_subject(catalogue, subject, terms, language), study.name)
        _show_neighbours(visit, subject)
    with right:
        figure = show_relevance(catalogue, subject, terms, language, weight=weight)
        parts.show_chart(figure, study.name, opens=_open_term)


def _open_term(term: str, _series: str) -> Target:
    return Target("articles", {"q": [term]})


def _show_neighbours(visit: Visit, subject: Subject) -> None:
    found = cached.neighbours_of(visit.catalogue, subject)
    language = visit.language
    with st.container(border=True, height="stretch"):
        st.subheader(say("near.title", language), anchor=False)
        if not found:
            st.caption(say("near.none", language))
            return
        links = {one.topic: link_to(target_subject(Subject(one.theme, one.topic))) for one in found}
        st.html(draw_neighbours(visit.catalogue, found, links, language))
        st.caption(say("near.note", language))
