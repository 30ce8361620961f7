"""What the last refit of this visit changed: topics that came and went, articles that moved."""

import streamlit as st

from analysis.resources import say
from analysis.ui import lists
from analysis.ui.editing import refits
from analysis.ui.visit import Visit
from analysis.view.topics.edits import moved_frame, name_topic

_MOST = 20


def show_changes(visit: Visit) -> None:
    """Show what the last refit changed, and the articles whose main theme is another now."""
    language = visit.language
    changes = refits.last_changes(visit.catalogue.study)
    if changes is None:
        return
    with st.container(border=True):
        st.subheader(say("changes.outcome", language), anchor=False)
        counts = {"kept": len(changes.kept), "new": len(changes.new), "gone": len(changes.gone)}
        st.text(say("changes.outcome.topics", language, **counts))
        labels = {**changes.kept, **changes.new}
        for topic in changes.new:
            st.text(say("changes.outcome.new", language, topic=name_topic(topic, labels)))
        for topic in changes.gone:
            heir, share = changes.heirs.get(topic, (None, 0.0))
            facts = {
                "topic": name_topic(topic, changes.gone),
                "heir": "–" if heir is None else name_topic(heir, labels),
                "share": f"{share:.0%}",
            }
            st.text(say("changes.outcome.gone", language, **facts))
        moved = {"n": len(changes.moved), "all": changes.compared}
        st.text(say("changes.outcome.moved", language, **moved))
        if not changes.moved:
            return
        frame = moved_frame(visit.catalogue, changes, language).head(_MOST)
        lists.open_moved(frame, language)
