"""Refits in the background: the old result stays in use until the new one takes its place."""

from collections.abc import Callable

import streamlit as st

from analysis.resources import say
from analysis.study.changes import Changes
from analysis.study.records import Built, Report, Study
from analysis.ui import timing
from analysis.ui.jobs import Job, begin_job, find_job, follow_job

_JOB = "refit_job"
_CHANGES = "told_changes"

Work = Callable[[Report], tuple[Built, Changes]]
Finish = Callable[[Built], None]


def start_refit(study: Study, work: Work, finish: Finish) -> None:
    """Begin a refit of a study; ``finish`` is called in a later run, when it is done."""

    def end(made: tuple[Built, Changes]) -> None:
        built, changes = made
        st.session_state[_CHANGES] = {built.study.folder.name: changes}
        timing.note_seconds(built, study)
        finish(built)

    begin_job(_JOB, Job(work, end, about=str(study.folder)))


def is_refitting(study: Study) -> bool:
    """Whether this visit has begun a refit of the study that is not shown yet."""
    job = find_job(_JOB)
    return job is not None and job.about == str(study.folder)


def last_changes(study: Study) -> Changes | None:
    """Return what the last refit of this visit changed; None where it was of another study."""
    told: dict[str, Changes] = st.session_state.get(_CHANGES, {})
    return told.get(study.folder.name)


def follow_refit(language: str) -> None:
    """Show how far the refit of this visit is; when it is done, put its study on the screen."""
    follow_job(_JOB, say("changes.refitting", language), language)
