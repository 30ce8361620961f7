"""Tables are written the same way every time and say when they cannot be read."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import DamagedStudy
from analysis.study.groups import map_groups, read_at, read_rows
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


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_column_is_packed_and_what_is_searched_so_that_it_is_read_fast(tmp_path, name):
    write_table(SCHEMAS[name].empty_table(), tmp_path, name)
    # An empty table has no group to look at.
    rows = pa.Table.from_pylist([dict.fromkeys(SCHEMAS[name].names)], schema=SCHEMAS[name])
    write_table(rows, tmp_path, name)
    group = pq.ParquetFile(tmp_path / f"{name}.parquet").metadata.row_group(0)
    packed = {
        column.path_in_schema: column.compression
        for column in (group.column(place) for place in range(group.num_columns))
    }
    quick = packed.pop("text", "LZ4")
    assert quick == "LZ4"
    assert set(packed.values()) == {"ZSTD"}


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


@given(st.lists(st.integers(0, 24), max_size=12))
def test_rows_at_some_places_come_in_their_order(tmp_path_factory, places):
    path = tmp_path_factory.getbasetemp() / "terms.parquet"
    if not path.exists():
        rows = pa.table({"term": [f"t{n}" for n in range(25)], "idf": range(25)})
        pq.write_table(rows, path, row_group_size=4)
    found = read_at(path.parent, "terms", places, ["idf", "term"])
    assert found.to_pylist() == [{"idf": n, "term": f"t{n}"} for n in places]


def test_rows_of_a_table_without_a_column(built):
    with pytest.raises(DamagedStudy):
        read_at(built.study.folder, "terms", [0], ["term", "colour"])


def test_groups_are_worked_on_side_by_side_and_come_in_their_order(tmp_path):
    rows = [{"term": str(n), "document_frequency": n} for n in range(11)]
    pq.write_table(make_table("terms", rows), tmp_path / "terms.parquet", row_group_size=2)
    found = map_groups(
        tmp_path, "terms", ["document_frequency"], lambda group: group[0].to_pylist()
    )
    assert found == [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10]]


def test_rows_with_some_values_come_in_the_order_of_the_table(tmp_path):
    rows = [{"term": term, "idf": idf} for idf, term in enumerate("abcab")]
    pq.write_table(make_table("terms", rows), tmp_path / "terms.parquet", row_group_size=2)
    found = read_rows(tmp_path, "terms", ["b", "a", "z"], column="term", columns=["idf"])
    assert found == [{"idf": idf} for idf in (0, 1, 3, 4)]
    assert read_rows(tmp_path, "terms", ["z"], column="term") == []
