"""A table of some hundred articles made of the seed pages' sentences, dealt out in small pieces."""

import json

import numpy as np
import pytest

from analysis.press.inputs import Input, find_inputs
from analysis.resources import SEEDS
from analysis.study.cutting import cut_inputs

ROWS = 360


@pytest.fixture(scope="session")
def table(tmp_path_factory):
    """Write the table: dated articles, some of them printed twice, a row without text."""
    articles = cut_inputs(find_inputs([SEEDS])).articles
    sentences = [f"{one}。" for article in articles for one in article.body.split("。") if one]
    drawn, rows = np.random.default_rng(0), []
    for number in range(ROWS):
        day = f"2024-04-{1 + number * 28 // ROWS:02d}"
        body = "".join(drawn.choice(sentences, 6, replace=False))
        if number % 20 == 10:
            body = rows[-3]["body"]
        rows.append({"headline": f"第{number}篇", "body": body, "date": day, "newspaper": "日报"})
    rows[7]["body"] = ""
    path = tmp_path_factory.mktemp("tables") / "articles.jsonl"
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Input("articles.jsonl", path=path)


@pytest.fixture
def small_pieces(monkeypatch):
    """Deal inputs out in pieces of sixty rows: enough for workers to have something to do."""
    monkeypatch.setattr("analysis.study.building.dealing._ROWS", 60)
    monkeypatch.setattr("analysis.study.building.dealing._CHARACTERS", 40_000)


def bytes_of(folder):
    """Return the bytes of each file of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def read_bytes():
    """Return what reads the files of a study."""
    return bytes_of
