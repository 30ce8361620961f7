"""Tables are written the same way every time and say when they cannot be read."""

import numpy as np
import pytest

from analysis.errors import DamagedStudy
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import make_columns, make_table, read_table, write_table


def topic_terms():
    rows = [{"topic_id": 1, "term": "工会", "weight": 0.5}, {"topic_id": 1, "term": "职工"}]
    return make_table("topic_terms", rows)


def test_what_is_written_is_read(tmp_path):
    write_table(topic_terms(), tmp_path, "topic_terms")
    assert read_table(tmp_path, "topic_terms").to_pylist()[1] == {
        "topic_id": 1,
        "term": "职工",
        "weight": None,
    }


def test_the_same_table_gives_the_same_bytes(tmp_path):
    digests = {write_table(topic_terms(), tmp_path, "topic_terms") for _ in range(2)}
    assert len(digests) == 1


def test_a_strange_column_is_a_fault():
    with pytest.raises(KeyError, match="colour"):
        make_table("topics", [{"topic_id": 1, "colour": "red"}])


def test_columns_are_cast_to_the_schema():
    columns = {"topic_id": np.array([1, 2]), "term": ["工会", "职工"], "weight": [0.5, 0.25]}
    assert make_columns("topic_terms", columns).schema == SCHEMAS["topic_terms"]


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(DamagedStudy, match=r"topics\.parquet"):
        read_table(tmp_path, "topics")


def test_a_table_cut_short_is_named(tmp_path):
    write_table(topic_terms(), tmp_path, "topic_terms")
    path = tmp_path / "topic_terms.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DamagedStudy, match=r"topic_terms\.parquet"):
        read_table(tmp_path, "topic_terms")


def test_a_table_of_other_columns_is_named(tmp_path):
    write_table(topic_terms(), tmp_path, "topics")
    with pytest.raises(DamagedStudy, match=r"topics\.parquet"):
        read_table(tmp_path, "topics")
