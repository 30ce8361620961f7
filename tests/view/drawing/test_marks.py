"""Marks lie where their numbers say, in the order a reader expects."""

import math
from dataclasses import replace
from itertools import pairwise

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.look import DARK, LIGHT, measure_contrast
from analysis.view.drawing.marks import (
    break_names,
    labels_above,
    list_fills,
    list_rows,
    list_series,
    place_marks,
)


def test_bars_are_sorted_by_size_and_the_largest_fills_the_width(bars):
    marks = place_marks(bars, LIGHT)
    assert [mark.category for mark in marks] == ["工会", "社会保险", "其他", "生态", "养老"]
    assert marks[0].length == 1
    assert math.isclose(marks[1].length, 0.24 / 0.41)


def test_a_theme_has_its_colour_everywhere(bars, stacked):
    ours = {mark.category: mark.fill for mark in place_marks(bars, LIGHT)}
    assert ours == list_fills(place_marks(stacked, LIGHT)) == dict(bars.colours)


def test_dark_paper_lightens_only_what_cannot_be_seen(bars):
    hidden = replace(bars, colours={**bars.colours, "工会": "#882255"})
    fills = {mark.category: mark.fill for mark in place_marks(hidden, DARK)}
    assert fills["社会保险"] == "#0072B2"
    assert fills["工会"] != "#882255"
    assert all(measure_contrast(fill, DARK.paper) >= 3 for fill in fills.values())


def test_segments_lie_end_to_end_in_the_order_of_the_series(stacked):
    shuffled = replace(stacked, frame=stacked.frame.iloc[[*range(5), *range(14, 4, -1)]])
    for key in list_rows(place_marks(shuffled, LIGHT)):
        row = [mark for mark in place_marks(shuffled, LIGHT) if mark.key == key]
        assert [mark.series for mark in row] == list(stacked.colours)
        assert all(
            math.isclose(left.start + left.length, right.start) for left, right in pairwise(row)
        )


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=8).filter(any))
def test_counts_fill_their_row(counts):
    frame = pd.DataFrame({"row": "全部", "part": map(str, range(len(counts))), "n": counts})
    figure = Figure("n", "数", "stacked", frame, "row", "n", "篇", "part", value_format="count")
    marks = place_marks(figure, LIGHT)
    assert math.isclose(sum(mark.length for mark in marks), 1)


def test_cells_of_a_column_stand_under_each_other_also_beside_a_gap(heat):
    marks = place_marks(heat, LIGHT)
    assert list_series(marks) == ("社会保险", "工会", "生态", "养老", "其他")
    for mark in marks:
        assert math.isclose(mark.start, list_series(marks).index(mark.series) / 5)
    assert len(marks) == 14


def test_the_larger_cell_is_the_darker_one(heat):
    marks = sorted(place_marks(heat, LIGHT), key=lambda mark: mark.value)
    contrasts = [measure_contrast(mark.fill, LIGHT.paper) for mark in marks]
    assert contrasts == sorted(contrasts)


def test_all_zero_draws_bars_of_no_length(bars):
    zero = replace(bars, frame=bars.frame.assign(share=0.0))
    assert {mark.length for mark in place_marks(zero, LIGHT)} == {0}


def test_bars_of_unlike_length_bear_unlike_numbers(bars):
    small = replace(bars, frame=bars.frame.assign(share=[0.041, 0.038, 0.021, 0.019, 0.009]))
    texts = [mark.text for mark in place_marks(small, LIGHT)]
    assert texts == ["4.1%", "3.8%", "2.1%", "1.9%", "0.9%"]


def test_long_labels_go_above_their_bars(bars, headlines):
    assert labels_above(list_rows(place_marks(headlines, LIGHT)), 8)
    assert not labels_above(list_rows(place_marks(bars, LIGHT)), 8)


def test_names_that_cannot_be_broken_are_not_torn():
    assert break_names(["Education and schools"], 6) == (("Education", "and schools"),)
    assert break_names(["Education and schools"], 3) == ()
