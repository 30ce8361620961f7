"""A study fitted anew keeps the ids and the names of topics that are found again."""

import os
import shutil
import subprocess
import sys

import pytest

from analysis.errors import TooFewWords
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.changes import compare_snapshots, take_snapshot
from analysis.study.folder import open_study
from analysis.study.recipe import new_recipe
from analysis.study.refit import refit_study
from analysis.study.topics import edit_topics, needs_refit, undo_topic_edit
from analysis.theme.edits import TopicEdit
from tests.conftest import ROOT
from tests.study.test_topics import EVERY, RENAME, bytes_of, topics_of

FEWER = TopicEdit("count", number=3)
WATER = TopicEdit("theme", theme="水", en="Water", colour="#0072B2", words=("河", "水质"))


@pytest.fixture
def study(built, tmp_path):
    shutil.copytree(built.study.folder, tmp_path / "study")
    return tmp_path / "study"


def test_a_refit_of_the_same_is_the_same(study):
    edit_topics(study, EVERY)
    before = {path.name: path.read_bytes() for path in study.iterdir()}
    refit_study(open_study(study))
    assert {path.name: path.read_bytes() for path in study.iterdir()} == before


def test_fewer_topics_keep_their_ids_and_names(study):
    edit_topics(study, [RENAME])
    edit_topics(study, [FEWER])
    topics = topics_of(study)
    assert len(topics) == 3
    assert topics.keys() <= {1, 2, 3, 4} | {5}
    assert topics[2]["label"] == "班组"


def test_an_undone_refit_gives_the_tables_that_were_there(study, built):
    edit_topics(study, [FEWER, WATER])
    assert bytes_of(study) != bytes_of(built.study.folder)
    undo_topic_edit(study, 0)
    undo_topic_edit(study)
    same = {name for name, data in bytes_of(built.study.folder).items() if "parquet" in name}
    after = bytes_of(study)
    assert {name for name in same if after[name] == bytes_of(built.study.folder)[name]} == same


def test_a_new_theme_stands_in_the_tables_and_the_recipe(study):
    built = edit_topics(study, [WATER])
    assert "水" in [theme.name for theme in built.study.recipe.themes]
    assert "水" in [theme.name for theme in open_study(study).recipe.themes]


def test_only_what_goes_into_the_fit_needs_a_refit(built):
    assert needs_refit(built.study, [WATER])
    assert not needs_refit(built.study, EVERY)
    # Four topics were asked for: to ask for four again changes nothing.
    assert not needs_refit(built.study, [TopicEdit("count", number=4)])


def test_too_many_topics_leave_the_study_as_it_was(study):
    before = bytes_of(study)
    with pytest.raises(TooFewWords):
        edit_topics(study, [TopicEdit("count", number=500)])
    assert bytes_of(study) == before


def test_appended_articles_are_in_the_refit(inputs, tmp_path, built):
    build_study(inputs[:1], tmp_path / "study", recipe=new_recipe(topics=3))
    append_study(inputs[1:], tmp_path / "study")
    fitted = refit_study(open_study(tmp_path / "study"))
    assert fitted.counts["articles"] == built.counts["articles"]
    assert fitted.counts["terms"] == built.counts["terms"]


def test_topics_that_are_gone_have_heirs(study):
    before = take_snapshot(open_study(study))
    edit_topics(study, [FEWER])
    changes = compare_snapshots(before, take_snapshot(open_study(study)))
    assert len(changes.gone) == 4 - len(changes.kept)
    assert changes.heirs.keys() == changes.gone.keys()
    assert all(heir in {**changes.kept, **changes.new} for heir, _ in changes.heirs.values())
    assert changes.compared == 6


def test_of_the_same_study_nothing_changed(built):
    state = take_snapshot(built.study)
    changes = compare_snapshots(state, state)
    assert (changes.new, changes.gone, changes.moved) == ({}, {}, ())


def test_two_processes_give_the_same_bytes(inputs, built, tmp_path):
    """Files in another order, another hash seed, a process of its own."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from analysis.press.inputs import Input\n"
        "from analysis.study.build import build_study\n"
        "from analysis.study.recipe import new_recipe\n"
        "paths = [Path(one) for one in sys.argv[2:]]\n"
        "inputs = [Input(f'pages/{path.name}', path=path) for path in paths]\n"
        "build_study(inputs, sys.argv[1], recipe=new_recipe(topics=4))\n"
    )
    paths = [str(item.path) for item in inputs[::-1]]
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "study"), *paths],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    again = {path.name: path.read_bytes() for path in (tmp_path / "study").iterdir()}
    assert again == {path.name: path.read_bytes() for path in built.study.folder.iterdir()}
