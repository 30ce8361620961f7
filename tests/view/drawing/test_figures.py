"""The record says all that is wrong at once, and writes numbers and alternative text."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.errors import BadFigure, NothingToDraw
from analysis.view.drawing.figures import format_value, write_alt


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


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.005, "percent", "0.5%"),
        (0.0994, "percent", "9.9%"),
        (0.0996, "percent", "10%"),
        (1.0, "percent", "100%"),
        (0.0, "weight", "0.000"),
        (12.3456, "weight", "12.35"),
        (3, "count", "3"),
    ],
)
def test_a_number_alone_is_written_as_readers_do(value, form, text):
    assert format_value(value, form) == text


def test_alternative_text_begins_with_the_finding_and_gives_the_largest_first(bars):
    alt = write_alt(bars)
    assert alt.startswith("工会最多，占四成。占全部 29 篇文章的比例。工会，41%；社会保险，24%")


def test_alternative_text_stays_short(stacked):
    assert write_alt(stacked).count("%") == 8
