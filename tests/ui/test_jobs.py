"""Work in the background: how far it is, what it comes to, and how it is given up."""

import threading
import time

import pytest

from analysis.errors import GivenUp, NotAStudy
from analysis.study.build import build_study
from analysis.study.recipe import new_recipe
from analysis.ui.jobs import Job, Stage


class Steps:
    """Work that goes on a step at a time, when it is let."""

    def __init__(self):
        self.go, self.told = threading.Semaphore(0), threading.Semaphore(0)

    def __call__(self, report):
        """Do a hundred steps."""
        for step in range(100):
            self.go.acquire()
            report("topics", step, 100)
            self.told.release()
        return "made"

    def step(self):
        """Let one step be done."""
        self.go.release()
        assert self.told.acquire(timeout=10)


def wait(job):
    deadline = time.monotonic() + 10
    while not job.done and time.monotonic() < deadline:
        time.sleep(0.01)
    assert job.done


def job_of(work):
    return Job(work, lambda _: None)


def test_a_job_tells_how_far_it_is_and_comes_to_its_result():
    steps = Steps()
    job = job_of(steps)
    assert job.stage is None
    steps.step()
    assert job.stage == Stage("topics", 0, 100)
    for _ in range(99):
        steps.step()
    wait(job)
    assert job.take() == "made"


def test_a_job_that_is_given_up_ends_at_its_next_report():
    steps = Steps()
    job = job_of(steps)
    steps.step()
    job.give_up()
    assert not job.done
    steps.go.release()
    wait(job)
    with pytest.raises(GivenUp):
        job.take()


def test_jobs_wait_for_each_other_and_one_that_waits_can_be_given_up():
    first, ran = Steps(), []
    running = job_of(first)
    first.step()
    second, third = job_of(lambda _: ran.append(2)), job_of(lambda _: ran.append(3))
    second.give_up()
    assert not third.done
    running.give_up()
    first.go.release()
    wait(third)
    assert ran == [3]


def test_what_a_job_met_is_raised_where_it_is_taken():
    def fail(_):
        raise NotAStudy(folder="x")

    job = job_of(fail)
    wait(job)
    with pytest.raises(NotAStudy):
        job.take()


@pytest.mark.parametrize("stage", ["pages", "topics", "quality", "quotations"])
def test_of_a_build_that_is_given_up_nothing_is_left(inputs, tmp_path, stage):
    def report(name, *_):
        if name == stage:
            raise GivenUp

    with pytest.raises(GivenUp):
        build_study(inputs, tmp_path / "study", recipe=new_recipe(topics=4), report=report)
    assert list(tmp_path.iterdir()) == []
