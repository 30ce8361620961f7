"""The engines give the same results in the same order."""

import pytest
from distributed import LocalCluster

from analysis.errors import NoEngine
from analysis.study.engine import BATCH, Engine, map_items


def double(number):
    return 2 * number


def test_few_items_in_this_process():
    assert list(map_items(double, [1, 2, 3], Engine())) == [2, 4, 6]


def test_many_items_in_processes_keep_their_order():
    items = list(range(3 * BATCH + 1))
    assert list(map_items(double, items, Engine(workers=2))) == [2 * item for item in items]


def test_a_cluster_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr("analysis.study.engine._ANSWERS_WITHIN", 1)
    engine = Engine(name="dask", address="tcp://127.0.0.1:1")
    with pytest.raises(NoEngine, match="dask"):
        list(map_items(double, [1], engine))


@pytest.fixture(scope="module")
def cluster():
    """Start a scheduler and two worker processes on this machine."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same_as_this_process(cluster):
    items = list(range(2 * BATCH + 1))
    engine = Engine(name="dask", address=cluster)
    assert list(map_items(str, items, engine)) == [str(item) for item in items]
