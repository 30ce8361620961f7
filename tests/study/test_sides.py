"""Two sides: no article on both, a part against its rest, something to begin with."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.study.sides import combine_selections, find_side, split_sides, suggest_sides

MASKS = hnp.arrays(np.bool_, 8)


@given(MASKS, MASKS)
def test_no_article_is_on_both_sides_and_none_is_invented(first, second):
    sides = split_sides(first, second)
    assert not (sides.first & sides.second).any()
    assert not (sides.first & ~first).any()
    assert not (sides.second & ~second).any()
    assert sides.shared == (first & second).sum()


@given(MASKS, MASKS)
def test_swapped_sides_are_split_alike(first, second):
    there, back = split_sides(first, second), split_sides(second, first)
    assert np.array_equal(there.first, back.second)
    assert np.array_equal(there.second, back.first)


def test_a_part_stands_against_the_rest():
    part, whole = np.array([True, False, False]), np.ones(3, dtype=bool)
    sides = split_sides(whole, part)
    assert (sides.rule, sides.sizes) == ("second", (2, 1))


def test_equal_sides_leave_nothing():
    same = np.array([True, False])
    assert split_sides(same, same).sizes == (0, 0)


@given(st.booleans())
def test_a_story_of_two_newspapers_counts_on_both_sides(reprinted, once):
    rows = [
        find_side(
            reprinted,
            select_rows(reprinted, Selection()),
            select_rows(reprinted, Selection(newspapers=(name,))),
            once=once,
        )
        for name in ("晚报", "早报")
    ]
    assert [int(one.sum()) for one in rows] == [1, 1]


def test_a_link_to_a_side_names_what_both_filters_leave():
    common = Selection(newspapers=("甲报", "乙报"), since="2024-01-01", search="工会")
    own = Selection(
        newspapers=("乙报", "丙报"), since="2023-01-01", until="2024-03-01", search="社保"
    )
    found = combine_selections(common, own)
    assert found.newspapers == ("乙报",)
    assert (found.since, found.until) == ("2024-01-01", "2024-03-01")
    assert found.search == "工会 社保"


def facets_of(catalogue, **changed):
    return replace(catalogue, facets=replace(catalogue.facets, **changed))


@pytest.fixture
def many(catalogue):
    """Return twenty articles of two newspapers and two days."""
    rows = np.arange(20)
    facets = replace(
        catalogue.facets,
        papers=(rows % 2).astype(np.int32),
        paper_names=("甲报", "乙报"),
        days=np.where(rows < 12, np.datetime64("2024-01-01"), np.datetime64("2024-01-05")),
    )
    return replace(catalogue, facets=facets, main=np.zeros(20, dtype=np.int64))


def test_two_newspapers_are_compared_first(many):
    found = suggest_sides(many, np.ones(20, dtype=bool))
    assert found.by == "newspapers"
    assert [side.newspapers for side in found.sides] == [("甲报",), ("乙报",)]


def test_themes_are_compared_where_there_is_one_newspaper(many):
    main = np.arange(20) // 2 % 2
    found = suggest_sides(replace(many, main=main), np.arange(20) % 2 == 0)
    assert found.by == "themes"
    assert [side.themes for side in found.sides] == [(name,) for name in many.themes[:2]]


def test_halves_of_the_days_are_compared_last(many):
    found = suggest_sides(many, np.arange(20) % 2 == 0)
    assert found.by == "periods"
    assert [side.until or side.since for side in found.sides] == ["2024-01-04", "2024-01-05"]


def test_nothing_is_suggested_for_a_handful(many):
    assert suggest_sides(many, np.arange(20) < 4).by == "nothing"
