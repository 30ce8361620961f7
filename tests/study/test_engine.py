"""The engines give the same results in the same order, and give up what nobody asks for."""

import os
import time

import pytest

from analysis.errors import LostWorkers, NoEngine
from analysis.study.engine import Engine, start_engine


def double(number):
    return 2 * number


def die(_):
    os.kill(os.getpid(), 9)


def doze(number):
    time.sleep(0.05)
    return number


def test_few_items_in_this_process_when_they_are_asked_for():
    taken = []
    with start_engine(Engine(), few=True) as runner:
        results = runner.map(double, (taken.append(n) or n for n in range(3)))
        assert taken == []
        assert list(results) == [0, 2, 4]
        assert runner.peaks == {}


def test_processes_keep_the_order_and_tell_their_memory():
    with start_engine(Engine(workers=2)) as runner:
        assert list(runner.map(double, range(30))) == [2 * item for item in range(30)]
        assert 1 <= len(runner.peaks) <= 2
        assert min(runner.peaks.values()) > 1


def test_few_items_are_held_at_once():
    taken = []
    with start_engine(Engine(workers=2)) as runner:
        results = runner.map(double, (taken.append(n) or n for n in range(500)))
        next(results)
        assert len(taken) < 100


def test_what_nobody_asks_for_is_not_done():
    taken = []
    with start_engine(Engine(workers=2)) as runner:
        next(runner.map(doze, (taken.append(n) or n for n in range(500))))
    assert len(taken) < 100


def test_an_item_that_kills_every_worker_is_told():
    with start_engine(Engine(workers=2)) as runner, pytest.raises(LostWorkers, match="--workers"):
        list(runner.map(die, range(3)))


def test_a_cluster_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr("analysis.study.engine._ANSWERS_WITHIN", 1)
    engine = Engine(name="dask", address="tcp://127.0.0.1:1")
    with pytest.raises(NoEngine, match="dask"), start_engine(engine):
        pass
