"""A stored table becomes the same matrix as one in memory, however it is cut into groups."""

import numpy as np
import pyarrow as pa
import pytest

from analysis.study import tables
from analysis.study.matrices import spread_long, spread_stored
from analysis.study.tables import make_columns, read_table, write_table

IDS = pa.chunked_array([["a", "b"], ["c", "d"]])


@pytest.fixture(params=[1, 2, 1_000])
def folder(request, tmp_path, monkeypatch):
    """Write shares of three of four articles, one of them in two places, by groups of some rows."""
    monkeypatch.setattr(tables, "_FEWEST", request.param)
    monkeypatch.setattr(tables, "_GROUP", 1)
    columns = {
        "article_id": ["a", "a", "c", "b", "a"],
        "topic_id": [7, 3, 7, 3, 5],
        "share": [0.5, 0.25, 1.0, 0.125, 0.25],
    }
    write_table(make_columns("article_topics", columns), tmp_path, "article_topics")
    return tmp_path


def test_groups_make_the_matrix_of_the_whole(folder):
    found = spread_stored(folder, "article_topics", IDS, (3, 5, 7))
    assert found.tolist() == [[0.25, 0.25, 0.5], [0.125, 0, 0], [0, 0, 1.0], [0, 0, 0]]
    assert np.array_equal(found, spread_long(read_table(folder, "article_topics"), IDS, (3, 5, 7)))
