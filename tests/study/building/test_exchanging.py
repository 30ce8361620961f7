"""Rows of pages exchanged in a table that comes piece by piece: all others stay where they are."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.building.exchanging import exchange_pages

PAGES = [f"{n:012d}" for n in range(5)]
ORDER = pa.array(PAGES)


def notes(*pairs):
    """Return notes: the number of the page whose article they stand under, and what they say."""
    ids = [f"{PAGES[page]}-000000" for page, _ in pairs]
    said = pa.array([rule for _, rule in pairs], pa.string())
    return pa.table({"article_id": pa.array(ids, pa.string()), "rule": said})


def exchange(pieces, fresh):
    found = exchange_pages(pieces, "notes", ORDER, fresh)
    return [row for table in found for row in table["rule"].to_pylist()]


def test_rows_are_exchanged_in_their_place():
    fresh = {PAGES[1]: notes((1, "x"), (1, "y"))}
    assert exchange([notes((0, "a"), (1, "b"), (2, "c"))], fresh) == ["a", "x", "y", "c"]


def test_a_page_without_fresh_rows_is_taken_out():
    assert exchange([notes((0, "a"), (1, "b"), (2, "c"))], {PAGES[1]: None}) == ["a", "c"]


def test_notes_of_a_joined_tail_go_with_the_head_before_them():
    """The tail's own id is of another page: what stands behind the head's notes is the head's."""
    strange = pa.table({"article_id": ["ffffffffffff-000000"], "rule": ["tail"]})
    piece = pa.concat_tables([notes((1, "head")), strange, notes((2, "c"))])
    assert exchange([piece], {PAGES[1]: notes((1, "x"))}) == ["x", "c"]


def test_fresh_rows_of_a_page_that_had_none_come_in_the_order_of_the_pages():
    fresh = {PAGES[1]: notes((1, "x")), PAGES[4]: notes((4, "y"))}
    assert exchange([notes((0, "a"), (2, "c"))], fresh) == ["a", "x", "c", "y"]


@given(st.lists(st.integers(0, 4), max_size=12).map(sorted), st.integers(0, 12))
def test_where_a_table_is_divided_changes_nothing(owners, cut):
    rows = [(page, f"{n}") for n, page in enumerate(owners)]
    fresh = {PAGES[2]: notes((2, "x")), PAGES[3]: None}
    whole = exchange([notes(*rows)], fresh)
    assert exchange([notes(*rows[:cut]), notes(*rows[cut:])], fresh) == whole


@pytest.mark.parametrize("fresh", [{}, {PAGES[0]: None}])
def test_an_empty_table_stays_empty(fresh):
    assert exchange([notes()], fresh) == []
