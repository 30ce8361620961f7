"""Badges of stability beside topics and themes, and the button that has it measured."""

from collections.abc import Iterable

import streamlit as st

from analysis.resources import say
from analysis.study.judging import Judged
from analysis.study.records import Study
from analysis.ui import cached, parts
from analysis.view.topics.badges import Badge, tell_sample

# The studies whose stability was asked for in this visit, by digest.
_ASKED = "judged_studies"
_COLOURS = {"stable": "green", "fair": "orange", "unstable": "red"}


def find_judged(study: Study, language: str) -> Judged | None:
    """Return the stability of a study: stored, or measured because this visit asked for it."""
    if stored := cached.stored_judged(study):
        return stored
    if study.digest not in st.session_state.get(_ASKED, ()):
        return None
    with parts.show_stages(say("stability.busy", language), language) as report:
        return cached.judged_of(study, report)


def offer_judging(study: Study, judged: Judged | None, language: str) -> None:
    """Say how the stability was measured; where it was not, offer to do it."""
    st.caption(parts.escape(tell_sample(study, judged, language)))
    if judged or not study.recipe.settings.resamples:
        return
    if st.button(say("stability.start", language), key="judge"):
        st.session_state.setdefault(_ASKED, set()).add(study.digest)
        st.rerun()


def show_badges(badges: Iterable[Badge]) -> None:
    """List topics or themes, each with its badge."""
    lines = []
    for badge in badges:
        colour = _COLOURS.get(badge.level, "gray")
        few = f" :orange-badge[△ {parts.escape(badge.few)}]" if badge.few else ""
        lines.append(
            f"{parts.escape(badge.name)} :{colour}-badge[{parts.escape(badge.words)}]{few}"
        )
    # Two spaces at its end break a line in Markdown.
    st.markdown("  \n".join(lines))
