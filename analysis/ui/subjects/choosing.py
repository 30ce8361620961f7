"""Which theme or topic the page is about: a theme, then all of it or one of its topics."""

import streamlit as st

from analysis.resources import say
from analysis.study.records import Study
from analysis.ui import address, parts
from analysis.ui.controls import choose_key, choose_one
from analysis.ui.opening import Target
from analysis.ui.visit import Visit
from analysis.view.frames import name_themes
from analysis.view.topics.subjects import Subject, list_topics

_THEME, _TOPIC, _WHOLE = "of", "in", "all"


def choose_subject(visit: Visit) -> Subject:
    """Draw the choice of a theme and of a topic of it; both stand in the address."""
    study, language = visit.catalogue.study, visit.language
    names = name_themes(study, language)
    listed = {theme: parts.escape(names[theme]) for theme in visit.catalogue.themes}
    left, right = st.columns([3, 2], gap="medium")
    with left:
        # A topic and a page of a list belong to the theme they were chosen in.
        clears = (_TOPIC, address.PAGE)
        theme = choose_key(say("themes.choose", language), listed, parameter=_THEME, clears=clears)
    with right:
        topic = choose_one(
            say("subject.topic", language),
            _name_topics(study, theme, language),
            parameter=_TOPIC,
        )
    return Subject(theme, None if topic == _WHOLE else int(topic))


def target_subject(subject: Subject) -> Target:
    """Return what opens the page about a theme or topic."""
    topic = [] if subject.topic is None else [str(subject.topic)]
    return Target("themes", {_THEME: [subject.theme], _TOPIC: topic})


def _name_topics(study: Study, theme: str, language: str) -> dict[str, str]:
    called = name_themes(study, language)[theme]
    whole = {_WHOLE: say("quotes.whole", language, theme=called)}
    topics = list_topics(study, theme, language)
    return {**whole, **{str(topic): name for topic, name in topics.items()}}
