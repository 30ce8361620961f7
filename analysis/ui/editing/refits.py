"""Refits in the background: the old result stays in use until the new one takes its place."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import streamlit as st

from analysis.errors import BaotiError
from analysis.resources import say
from analysis.study.changes import Changes
from analysis.study.records import Built, Report, Study
from analysis.ui import parts

_JOB = "refit_job"
_CHANGES = "told_changes"
_EVERY = 1.0

Work = Callable[[Report], tuple[Built, Changes]]
Finish = Callable[[Built], None]


class _Job:
    """A refit that goes on: how far it is, and what it will come to."""

    def __init__(self, study: Study, work: Work, finish: Finish) -> None:
        self.study, self.finish = study, finish
        self.stage = _Stage("tokens", 0, 1)
        self.future: Future[tuple[Built, Changes]] = _workers().submit(work, self._report)

    def _report(self, stage: str, done: int, total: int) -> None:
        self.stage = _Stage(stage, done, total)


@dataclass(frozen=True, slots=True)
class _Stage:
    name: str
    done: int
    total: int


@st.cache_resource(show_spinner=False)
def _workers() -> ThreadPoolExecutor:
    # One after another: two fits at once would only slow each other down.
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="refit")


def start_refit(study: Study, work: Work, finish: Finish) -> None:
    """Begin a refit of a study; ``finish`` is called in a later run, when it is done."""
    st.session_state[_JOB] = _Job(study, work, finish)


def is_refitting(study: Study) -> bool:
    """Whether this visit has begun a refit of the study that is not shown yet."""
    job: _Job | None = st.session_state.get(_JOB)
    return job is not None and job.study.folder == study.folder


def last_changes(study: Study) -> Changes | None:
    """Return what the last refit of this visit changed; None where it was of another study."""
    told: dict[str, Changes] = st.session_state.get(_CHANGES, {})
    return told.get(study.folder.name)


def follow_refit(language: str) -> None:
    """Show how far the refit of this visit is; when it is done, put its study on the screen."""
    if _JOB in st.session_state:
        st.fragment(_follow, run_every=_EVERY)(language)


def _follow(language: str) -> None:
    job: _Job | None = st.session_state.get(_JOB)
    if job is None:
        return
    if not job.future.done():
        stage = job.stage
        name = say(f"stage.{stage.name}", language)
        words = f"{say('changes.refitting', language)} · {name} {stage.done}/{stage.total}"
        st.progress(stage.done / stage.total if stage.total else 1.0, words)
        return
    del st.session_state[_JOB]
    try:
        built, changes = job.future.result()
    except BaotiError as error:
        st.error(parts.escape(error.tell(language)))
        return
    st.session_state[_CHANGES] = {built.study.folder.name: changes}
    job.finish(built)
    st.rerun()
