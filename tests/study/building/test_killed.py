"""A build killed at any moment goes on where it stopped, to the same bytes."""

import shutil

import numpy as np
import pytest

from analysis.study.build import build_study
from analysis.study.engine import Engine
from analysis.study.folder import open_study
from analysis.study.recipe import new_recipe
from tests.bench.study.killing import kill_once, time_build

pytestmark = pytest.mark.usefixtures("small_pieces")
SMALL = "import analysis.study.building.dealing as d; d._ROWS, d._CHARACTERS = 60, 40_000"


@pytest.fixture
def command(table, tmp_path):
    """Give the words of a build of the table in small pieces, in a process of its own."""
    path = tmp_path / "articles.jsonl"
    shutil.copyfile(table.path, path)
    words = ["build", "articles.jsonl", "-o", "study", "--topics", "6", "--workers", "1"]
    return f"{SMALL}; from analysis.cli.commands import main; raise SystemExit(main({words!r}))"


def test_a_killed_build_goes_on_and_the_old_study_stays(command, tmp_path, read_bytes):
    drawn, study = np.random.default_rng(1), tmp_path / "study"
    seconds = time_build(command, tmp_path)
    whole, digest = read_bytes(study), open_study(study).digest
    for _ in range(2):
        kill_once(command, tmp_path, after=drawn.uniform(0.2, 0.9) * seconds)
        assert open_study(study).digest == digest
    shutil.rmtree(study)
    time_build(command, tmp_path)
    assert read_bytes(study) == whole
    assert {path.name for path in tmp_path.iterdir()} == {"articles.jsonl", "study"}


def build(table, folder, report=None):
    engine = Engine(workers=1)
    return build_study([table], folder, recipe=new_recipe(topics=6), engine=engine, report=report)


def test_finished_batches_are_not_cut_again(table, tmp_path, monkeypatch):
    def stop(stage, *_):
        if stage == "matrix":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(table, tmp_path / "study", report=stop)
    monkeypatch.setattr("analysis.study.building.batches.make_cut", None)
    monkeypatch.setattr("analysis.study.building.tallying.count_terms", None)
    built = build(table, tmp_path / "study")
    assert built.counts["articles"] == 359
    assert [path.name for path in tmp_path.iterdir()] == ["study"]
