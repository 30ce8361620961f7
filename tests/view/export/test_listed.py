"""The list of articles to take away is the same, made in parts or at once."""

import numpy as np
import pytest

from analysis.view import citation
from analysis.view.export import listed
from analysis.view.export.files import table_csv
from analysis.view.export.listed import article_downloads
from analysis.view.frames import article_frame


@pytest.fixture
def made(catalogue, monkeypatch):
    """Return a function that makes the files of some articles in parts of two."""
    monkeypatch.setattr(listed, "_PART", 2)
    monkeypatch.setattr(citation, "_PART", 2)

    def make(places):
        rows = np.array(places, dtype=np.int64)
        files = article_downloads(catalogue, rows, "zh", date="2024-04-04")
        return {one.name.rpartition(".")[2]: one.make() for one in files}

    return make


@pytest.mark.parametrize("places", [[4, 0, 3, 1, 2], [5], []])
def test_a_table_in_parts_is_the_table(catalogue, made, places):
    whole = article_frame(catalogue, np.array(places, dtype=np.int64), "zh")
    assert made(places)["csv"] == table_csv(whole)


def test_references_in_parts_are_numbered_through_in_the_order_asked_for(catalogue, made):
    places = [4, 0, 3, 1, 2]
    lines = made(places)["txt"].decode().splitlines()
    assert [line.partition(" ")[0] for line in lines] == [f"[{n}]" for n in range(1, 6)]
    titles = catalogue.articles["headline"].take(places).to_pylist()
    assert all(title in line for title, line in zip(titles, lines, strict=True))
