"""Uploads become a study in the background; what was there can be used until then."""

from collections.abc import Callable

import streamlit as st

from analysis.resources import say
from analysis.study.records import Built, Report, Study
from analysis.ui import parts, timing
from analysis.ui.jobs import Job, begin_job, find_job, follow_job
from analysis.ui.studies import shelf

_JOB = "build_job"
_BUILT = "told_built"
_COUNT = "built_count"
# More than these say no more.
_MOST_TOLD = 50


def start_build(work: Callable[[Report], Built]) -> None:
    """Begin a build; its study is shown when it is there."""

    def finish(built: Built) -> None:
        timing.note_seconds(built)
        st.session_state[_COUNT] = count_built() + 1
        st.session_state[_BUILT] = {built.study.folder.name: built}
        shelf.show_own(built.study, fresh=True)

    begin_job(_JOB, Job(work, finish))


def is_building() -> bool:
    """Whether this visit has begun a build that goes on."""
    return find_job(_JOB) is not None


def count_built() -> int:
    """Return how many studies this visit has built."""
    count: int = st.session_state.get(_COUNT, 0)
    return count


def follow_build(language: str) -> None:
    """Show how far the build of this visit is; when it is done, put its study on the screen."""
    follow_job(_JOB, say("study.building", language), language)


def tell_built(study: Study, language: str) -> None:
    """Say what the last build of this visit made, what could not be read, and the way back."""
    told: dict[str, Built] = st.session_state.get(_BUILT, {})
    built = told.get(study.folder.name)
    shelf.offer_link(language, fresh=built is not None)
    if built is None:
        return
    facts = {name: f"{built.counts[name]:,}" for name in ("pages", "articles")}
    st.caption(say("upload.built", language, **facts))
    if failures := built.failures:
        label = say("upload.failed", language, n=len(failures))
        with st.expander(label, icon=":material/warning:", type="compact"):
            for failure in failures[:_MOST_TOLD]:
                why = failure.zh if language == "zh" else failure.en
                st.markdown(f"- {parts.escape(why)}")
