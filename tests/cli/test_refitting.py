"""The command ``refit``, and refits after an append."""

import json
import shutil

import pytest

from analysis.cli.commands import main
from analysis.study.topics import edit_topics
from analysis.theme.edits import TopicEdit
from tests.conftest import PAGES


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def study(built, tmp_path):
    shutil.copytree(built.study.folder, tmp_path / "study")
    edit_topics(tmp_path / "study", [TopicEdit("rename", topic=2, name="班组")])
    return tmp_path / "study"


def topics_of(study, capsys, *words):
    capsys.readouterr()
    assert main(["themes", str(study), "--format", "jsonl", *words]) == 0
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    return {row["topic_id"]: row["label"] for row in rows}


def test_another_number_of_topics_keeps_names_and_says_what_became_of_the_others(study, capsys):
    assert main(["refit", str(study), "--topics", "3"]) == 0
    told = capsys.readouterr().err
    assert "fitted anew, 3 topics" in told
    assert "did not come back" in told
    assert "articles have another main theme" in told
    assert topics_of(study, capsys)[2] == "班组"


def test_back_to_the_number_before_gives_the_topics_before(study, capsys):
    before = topics_of(study, capsys)
    main(["refit", str(study), "--topics", "3"])
    main(["refit", str(study), "--topics", "4"])
    assert topics_of(study, capsys) == before


def test_themes_of_a_file_take_the_place_of_those_before(study, capsys, tmp_path):
    path = tmp_path / "themes.toml"
    path.write_text(
        '[[theme]]\nname = "河"\nen = "Rivers"\ncolour = "#0072B2"\nwords = ["河"]\n',
        encoding="utf-8",
    )
    assert main(["refit", str(study), "--themes", str(path)]) == 0
    capsys.readouterr()
    main(["themes", str(study), "--articles", "--format", "jsonl"])
    row = json.loads(capsys.readouterr().out.splitlines()[0])
    assert list(row["themes"]) == ["河", "其他"]


def test_an_append_may_refit(tmp_path, capsys):
    first, second = (str(path) for path in sorted(PAGES.iterdir()))
    study = str(tmp_path / "study")
    assert main(["build", first, "-o", study, "--topics", "2"]) == 0
    assert main(["build", second, "-o", study, "--append", "--refit", "--topics", "4"]) == 0
    told = capsys.readouterr().err
    assert "2 pages (or table rows), 6 articles" in told
    assert "4 topics" in told


def test_a_refit_without_an_append_is_said(tmp_path, capsys):
    words = ["build", str(PAGES), "-o", str(tmp_path / "study"), "--refit"]
    assert main(words) == 2
    assert "--append" in capsys.readouterr().err


def test_hidden_topics_are_listed_when_asked_for(study, capsys):
    edit_topics(study, [TopicEdit("hide", topic=1)])
    assert 1 not in topics_of(study, capsys)
    assert 1 in topics_of(study, capsys, "--hidden")


@pytest.mark.parametrize("count", ["1", "many"])
def test_a_number_that_makes_no_sense_is_said(study, capsys, count):
    assert main(["refit", str(study), "--topics", count]) == 2
    assert "topics" in capsys.readouterr().err
