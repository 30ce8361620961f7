"""The command quality: a row for each number of topics, and the rules in words."""

import csv
import io
import json

import pytest

from analysis.cli.commands import main


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def ask(built, *more):
    return main(["quality", str(built.study.folder), "--topics", "3-4", *more])


def test_a_table_for_people_and_the_rules_beside_it(built, capsys):
    assert ask(built) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].split()[:3] == ["count", "coherence", "diversity"]
    assert [line.split()[0] for line in lines[1:]] == ["3", "4"]
    assert "4 topics, as asked for" in err
    assert "Stability: 20 resamples" in err
    assert "No number is good in every way" in err


def test_lines_of_json_name_what_split_and_who_moved(built, capsys):
    assert ask(built, "--format", "jsonl") == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["moved"] is None
    assert second["moved"] == len(second["moved_articles"])
    assert {"splits", "merges", "restated", "stability"} <= set(second)


def test_a_csv_into_a_file(built, tmp_path):
    path = tmp_path / "quality.csv"
    assert ask(built, "--format", "csv", "-o", str(path)) == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [row["count"] for row in rows] == ["3", "4"]


def test_a_range_that_is_none_is_said(built, capsys):
    assert main(["quality", str(built.study.folder), "--topics", "many"]) == 2
    assert "many" in capsys.readouterr().err
