"""Pages to choose from stand in their order and are narrowed to a selection and a link."""

import numpy as np
import pyarrow as pa
import pytest

from analysis.study.paging import PageList, choose_pages, list_pages
from analysis.study.recipe import new_recipe
from analysis.study.records import Study
from analysis.study.tables import make_table, write_table

LISTED = PageList(
    pa.table({"page_id": ["a", "b", "c"]}),
    np.array([2, 1, 1]),
    np.array([0, 2, 2]),
    np.array([0, 1, 2, 0]),
)


def choose(rows, linked, most=3):
    mask = None if rows is None else np.isin(np.arange(4), rows)
    return choose_pages(LISTED, mask, linked, most=most).tolist()


@pytest.mark.parametrize(
    ("rows", "linked", "kept"),
    [
        (None, None, [0, 1, 2]),
        ([3], None, [0]),
        ([0], "c", [0, 2]),
        ([1], "gone", [1]),
        ([], None, []),
    ],
)
def test_pages_are_narrowed_to_the_selection_and_the_link(rows, linked, kept):
    assert choose(rows, linked) == kept


@pytest.mark.parametrize(("linked", "kept"), [(None, [1, 2]), ("a", [0, 1])])
def test_of_too_many_pages_the_least_sure_are_kept(linked, kept):
    assert choose(None, linked, most=2) == kept


def test_the_linked_page_of_another_list_leaves_that_as_it_was():
    choose(None, "a", most=2)
    assert LISTED.unsure.tolist() == [0, 2, 2]


@pytest.fixture
def study(tmp_path):
    """Write pages out of their order, with what orders them and what does not."""
    pages = [
        ("late", "甲报", "2024-05-01", "10"),
        ("second", "甲报", "2024-05-01", "2"),
        ("undated", "甲报", None, "1"),
        ("nameless", None, "2024-01-01", "1"),
        ("letter", "甲报", "2024-05-01", "B1"),
    ]
    columns = ("page_id", "newspaper", "date", "edition")
    rows = [dict(zip(columns, page, strict=True)) for page in pages]
    write_table(make_table("pages", rows), tmp_path, "pages")
    owners = [{"page_id": page, "score": score} for page, score in (("late", 0.2), ("late", 0.9))]
    write_table(make_table("articles", owners), tmp_path, "articles")
    return Study(tmp_path, new_recipe(), "")


def test_pages_stand_by_newspaper_date_and_number_unknown_ones_last(study):
    listed = list_pages(study, sure=0.5)
    order = ["letter", "second", "late", "undated", "nameless"]
    assert listed.pages["page_id"].to_pylist() == order


def test_a_page_counts_its_articles_and_the_unsure_ones(study):
    listed = list_pages(study, sure=0.5)
    assert listed.articles.tolist() == [0, 0, 2, 0, 0]
    assert listed.unsure.tolist() == [0, 0, 1, 0, 0]
    assert listed.owners.tolist() == [2, 2]
