"""The record says all that is wrong at once."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.errors import BadFigure, NothingToDraw


def test_nothing_to_draw_is_told_apart_from_a_fault(bars):
    with pytest.raises(NothingToDraw, match="各主题占比"):
        replace(bars, frame=bars.frame.head(0))


def test_all_faults_come_together(bars):
    with pytest.raises(BadFigure) as caught:
        replace(bars, name="Theme Share", kind="pie", colours={"工会": "red"}, value_label=" ")
    for fault in ("no slug", "pie", "red", "value label"):
        assert fault in str(caught.value)


def test_an_unknown_column_is_named(bars):
    with pytest.raises(BadFigure, match="no column weight"):
        replace(bars, value="weight")


@pytest.mark.parametrize("value", [-0.1, 1.2, float("nan"), float("inf")])
def test_impossible_shares_are_refused(bars, value):
    with pytest.raises(BadFigure, match="1 values are"):
        replace(bars, frame=bars.frame.assign(share=[value, 0.1, 0.1, 0.1, 0.1]))


def test_text_is_no_value(bars):
    with pytest.raises(BadFigure, match="not numeric"):
        replace(bars, value="theme")


def test_the_same_row_twice_is_refused(bars):
    with pytest.raises(BadFigure, match="1 rows repeat theme"):
        replace(bars, frame=pd.concat([bars.frame, bars.frame.head(1)]))


def test_like_headlines_are_two_rows_when_their_ids_differ(headlines):
    assert headlines.frame["headline"].duplicated().any()
    with pytest.raises(BadFigure, match="repeat headline"):
        replace(headlines, key=None)


def test_bars_have_no_series_and_stacks_need_one(bars, stacked):
    with pytest.raises(BadFigure, match="series"):
        replace(bars, kind="stacked")
    with pytest.raises(BadFigure, match="series"):
        replace(stacked, series=None)
