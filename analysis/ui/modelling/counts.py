"""议题数: the study with other numbers of topics: how good, what changes, what each rule says."""

from collections.abc import Iterable

import streamlit as st

from analysis.errors import BaotiError
from analysis.resources import say
from analysis.study.exploring import DEFAULT_COUNTS, Exploration, read_counts
from analysis.theme.rules import RULES
from analysis.ui import cached, parts, tables
from analysis.ui.visit import Visit
from analysis.view.drawing.figures import Figure
from analysis.view.topics.counts import tell_count, tell_rules, tell_sample
from analysis.view.topics.stepping import moved_frame, show_measure, show_restated, step_frame

# The numbers that a study was tried with in this visit, by its digest.
_TRIED = "tried_counts"


def show_section(visit: Visit) -> None:
    """Say why the study has its number of topics; try others when asked, and show what they do."""
    language, study = visit.language, visit.catalogue.study
    st.subheader(say("counts.title", language), anchor=False)
    st.write(parts.escape(tell_count(study, language)))
    tried = st.session_state.setdefault(_TRIED, {})
    if asked := _ask_counts(language):
        tried[study.digest] = asked
    if study.digest not in tried:
        return
    try:
        counts = read_counts(tried[study.digest])
        with parts.show_stages(say("counts.busy", language), language) as report:
            found = cached.exploration_of(study, counts, report)
    except BaotiError as error:
        st.error(parts.escape(error.tell(language)))
        return
    _show_found(found, visit)


def _ask_counts(language: str) -> str | None:
    """Ask which numbers to try; return them when the button was pressed."""
    with st.form("counts", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            label = say("counts.range", language)
            text = st.text_input(label, DEFAULT_COUNTS, width=220, key="counts-range")
            start = say("counts.start", language)
            asked = st.form_submit_button(start, type="primary", key="counts-start")
        st.caption(say("counts.note", language))
    return text if asked else None


def _show_found(found: Exploration, visit: Visit) -> None:
    language, catalogue = visit.language, visit.catalogue
    if found.left_out:
        st.info(say("counts.left_out", language, least=found.left_out[0]))
    if sentences := tell_rules(found, language):
        st.markdown("\n".join(f"- {parts.escape(sentence)}" for sentence in sentences))
        st.info(say("counts.differ", language))
    st.caption(parts.escape(tell_sample(found, language)))
    measures = (show_measure(found, measure, catalogue, language) for measure in RULES)
    figures = [show_restated(found, catalogue, language), *(one for one in measures if one)]
    _show_charts(figures, catalogue.study.name)
    if found.steps:
        _show_steps(found, visit)


def _show_charts(figures: Iterable[Figure], study: str) -> None:
    """Draw charts in two columns, row by row, so that a narrow screen keeps their order."""
    listed = list(figures)
    for first in range(0, len(listed), 2):
        columns = st.columns(2, gap="medium")
        for column, figure in zip(columns, listed[first : first + 2], strict=False):
            with column:
                parts.show_chart(figure, study)


def _show_steps(found: Exploration, visit: Visit) -> None:
    language = visit.language
    st.subheader(say("step.title", language), anchor=False)
    st.caption(say("step.note", language))
    tables.show_steps(step_frame(found, language), language)
    number = st.selectbox(
        say("step.choose", language),
        range(len(found.steps)),
        format_func=lambda one: say(
            "step.name",
            language,
            first=found.fits[one].count,
            second=found.fits[one + 1].count,
            n=len(found.steps[one].moved),
        ),
        key="step",
    )
    moved = moved_frame(found, number or 0, visit.catalogue, language)
    if moved.empty:
        st.caption(say("step.none", language))
    else:
        tables.show_steps(moved.drop(columns="article_id"), language)
