"""模型: how the topics were made, how good they are, and how to change them."""

from collections.abc import Callable, Mapping

import streamlit as st

from analysis.resources import say
from analysis.ui.modelling import changes, counts, lexicon, topics, words
from analysis.ui.visit import Visit, current_visit

SECTIONS: Mapping[str, Callable[[Visit], None]] = {
    "topics": topics.show_section,
    "counts": counts.show_section,
    "lexicon": lexicon.show_section,
    "words": words.show_section,
    "changes": changes.show_section,
}

visit = current_visit()
section = st.segmented_control(
    say("model.section", visit.language),
    list(SECTIONS),
    format_func=lambda name: say(f"model.section.{name}", visit.language),
    default="topics",
    required=True,
    key="section",
    bind="query-params",
    label_visibility="collapsed",
)
SECTIONS[section or "topics"](visit)
