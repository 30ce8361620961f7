"""Work in the background: what is on the screen stays in use until the result is there.

A build or a refit goes on while its visitor reads on; it can be given up at any of its reports.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Any, Generic, TypeVar

import streamlit as st

from analysis.errors import BaotiError, GivenUp
from analysis.resources import say
from analysis.study.records import Report
from analysis.ui.parts import escape

Made = TypeVar("Made")
_EVERY = 1.0
_TOLD = "told_jobs"


@dataclass(frozen=True, slots=True)
class Stage:
    """How far some work is: so much of so much of a stage."""

    name: str
    done: int
    total: int


class Job(Generic[Made]):
    """Work that goes on: how far it is, and what it will come to.

    ``about`` says what it is done to, where something is; ``finish`` gets what was made, in a run
    of the script of the visitor who began it. ``stage`` is None while the work waits for others.
    """

    def __init__(
        self, work: Callable[[Report], Made], finish: Callable[[Made], None], *, about: str = ""
    ) -> None:
        self.about, self.finish = about, finish
        self.stage: Stage | None = None
        self._given_up = Event()
        self._future: Future[Made] = _workers().submit(work, self._report)

    @property
    def done(self) -> bool:
        """Whether it has come to an end, good or bad."""
        return self._future.done()

    def give_up(self) -> None:
        """End it at its next report; what it has begun goes."""
        self._given_up.set()
        self._future.cancel()

    def take(self) -> Made:
        """Return what was made; raises what the work raised."""
        return self._future.result()

    def _report(self, stage: str, done: int, total: int) -> None:
        if self._given_up.is_set():
            raise GivenUp
        self.stage = Stage(stage, done, total)


@st.cache_resource(show_spinner=False)
def _workers() -> ThreadPoolExecutor:
    # One after another: two fits at once would only slow each other down.
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")


def begin_job(key: str, job: Job[Any]) -> None:
    """Note a job of this visit; what was told of the one before is forgotten."""
    st.session_state[key] = job
    st.session_state.setdefault(_TOLD, {}).pop(key, None)


def find_job(key: str) -> Job[Any] | None:
    """Return the job of this visit that goes on; None where none does."""
    job: Job[Any] | None = st.session_state.get(key)
    return job


def follow_job(key: str, title: str, language: str) -> None:
    """Show how far the job of this visit is; when it is done, let it finish."""
    if key in st.session_state:
        st.fragment(_follow, run_every=_EVERY)(key, title, language)
    elif error := st.session_state.get(_TOLD, {}).get(key):
        show = st.info if isinstance(error, GivenUp) else st.error
        show(escape(error.tell(language)))


def _follow(key: str, title: str, language: str) -> None:
    job = find_job(key)
    if job is None:
        return
    if not job.done:
        _show_stage(job.stage, title, language)
        if st.button(say("job.cancel", language), icon=":material/close:", key=f"{key}-cancel"):
            job.give_up()
            _end(key, GivenUp())
            st.rerun()
        return
    try:
        made = job.take()
    except BaotiError as error:
        _end(key, error)
    else:
        _end(key, None)
        job.finish(made)
    st.rerun()


def _show_stage(stage: Stage | None, title: str, language: str) -> None:
    if stage is None:
        st.progress(0.0, f"{title} · {say('job.waiting', language)}")
        return
    words = f"{title} · {say(f'stage.{stage.name}', language)} {stage.done:,}/{stage.total:,}"
    st.progress(stage.done / stage.total if stage.total else 1.0, words)


def _end(key: str, error: BaotiError | None) -> None:
    """Forget a job; what it met is told until the next one begins."""
    del st.session_state[key]
    if error:
        st.session_state.setdefault(_TOLD, {})[key] = error
