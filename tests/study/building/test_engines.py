"""Whoever does the work, the study is the same to the byte; nothing is left beside it."""

import os
import signal

import pytest
from distributed import Client, LocalCluster

from analysis.study.build import build_study
from analysis.study.engine import Engine
from analysis.study.recipe import new_recipe

pytestmark = pytest.mark.usefixtures("small_pieces")


def build(table, folder, engine, report=None):
    return build_study([table], folder, recipe=new_recipe(topics=6), engine=engine, report=report)


@pytest.fixture(scope="module")
def alone(table, tmp_path_factory):
    """Build in this process, in the same small pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("analysis.study.building.dealing._ROWS", 60)
        patch.setattr("analysis.study.building.dealing._CHARACTERS", 40_000)
        folder = tmp_path_factory.mktemp("alone") / "study"
        return build(table, folder, Engine(workers=1))


@pytest.fixture(scope="module")
def cluster():
    """Start a scheduler and two worker processes on this machine."""
    way = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with LocalCluster(host="127.0.0.1", **way) as cluster:
        yield cluster.scheduler_address


def test_copies_and_empty_rows_are_told(alone):
    assert [failure.source for failure in alone.failures] == ["articles.jsonl"]
    assert alone.counts["articles"] == 359


def test_two_processes_give_the_same_bytes(table, alone, tmp_path, read_bytes):
    built = build(table, tmp_path / "study", Engine(workers=2))
    assert read_bytes(built.study.folder) == read_bytes(alone.study.folder)
    assert built.peak > alone.peak
    assert [path.name for path in tmp_path.iterdir()] == ["study"]


def test_a_worker_that_dies_loses_nothing(table, alone, tmp_path, read_bytes):
    def report(stage, done, _):
        if stage == "tokens" and done == 1 and not (tmp_path / "killed").exists():
            (tmp_path / "killed").touch()
            os.kill(find_worker(os.getpid()), signal.SIGKILL)

    built = build(table, tmp_path / "study", Engine(workers=2), report)
    assert (tmp_path / "killed").exists()
    assert read_bytes(built.study.folder) == read_bytes(alone.study.folder)


def find_worker(parent):
    """Return a process that works for this one."""
    psutil = pytest.importorskip("psutil")
    children = psutil.Process(parent).children(recursive=True)
    return next(one.pid for one in children if "popen_loky" in " ".join(one.cmdline()))


def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(
    table, alone, cluster, tmp_path, read_bytes
):
    with Client(cluster) as client:
        workers = list(client.run(os.getpid).values())

    def report(stage, done, _):
        if stage == "tokens" and done == 1 and workers:
            os.kill(workers.pop(), signal.SIGKILL)

    built = build(table, tmp_path / "study", Engine("dask", address=cluster), report)
    assert len(workers) == 1
    assert read_bytes(built.study.folder) == read_bytes(alone.study.folder)
