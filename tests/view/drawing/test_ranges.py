"""Dots with intervals: where they lie, what they say, on screen and paper."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import BadFigure
from analysis.view.drawing.charts import draw_chart
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.look import LIGHT, SIDES
from analysis.view.drawing.marks import place_marks
from analysis.view.drawing.prints import place_figure
from analysis.view.drawing.scale import span_scale
from analysis.view.drawing.values import format_value
from analysis.view.export.files import figure_downloads


def make_ranges(values, lowest, highest, **changed):
    ends = {"low": lowest, "high": highest}
    frame = pd.DataFrame({"theme": ["工会", "生态"], "value": values, **ends})
    told = {
        "name": "ranges",
        "title": "份额",
        "kind": "ranges",
        "frame": frame,
        "category": "theme",
        "value": "value",
        "low": "low",
        "high": "high",
        "value_label": "文章的平均份额",
        "source": "两侧",
    }
    return Figure(**(told | changed))


@pytest.fixture
def shares():
    """Two themes on two sides."""
    one = make_ranges([0.5, 0.2], [0.3, 0.1], [0.8, 0.4]).frame
    other = make_ranges([0.1, 0.2], [0.0, 0.1], [0.2, 0.4]).frame
    frame = pd.concat([one.assign(side="甲"), other.assign(side="乙")], ignore_index=True)
    colours = dict(zip("甲乙", SIDES, strict=True))
    return make_ranges([0, 0], [0, 0], [0, 0], frame=frame, series="side", colours=colours)


@pytest.fixture
def changes():
    """Two differences, one of them open."""
    return make_ranges([-0.46, 0.02], [-0.7, -0.1], [-0.2, 0.12], value_format="change")


def test_dots_lie_within_their_intervals_on_an_axis_from_nought(shares):
    assert span_scale(shares).low == 0
    marks = place_marks(shares, LIGHT)
    assert all(mark.low <= mark.start <= mark.high for mark in marks)
    assert max(mark.high for mark in marks) == pytest.approx(1)
    assert [(mark.category, mark.series) for mark in marks[:2]] == [("工会", "甲"), ("工会", "乙")]


@given(st.floats(-1, 0), st.floats(0, 1))
def test_nought_is_always_on_the_axis(low, high):
    scale = span_scale(make_ranges([low, high], [low] * 2, [high] * 2, value_format="change"))
    assert 0 <= scale.place(0) <= 1
    assert "0" in [text for _, text in scale.ticks]


def test_screen_has_interval_and_dot_of_every_row(shares):
    spans, dots, *_ = draw_chart(shares).data
    assert [data[:2] for data in dots.customdata] == [["工会", "甲"], ["生态", "甲"]]
    assert spans.base[0] < dots.x[0] < spans.base[0] + spans.x[0]
    assert "50%" in spans.text[0]


def test_a_dot_without_an_interval_has_no_line(shares):
    frame = shares.frame.assign(
        low=shares.frame["low"].mask([True, *[False] * 3]),
        high=shares.frame["high"].mask([True, *[False] * 3]),
    )
    figure = replace(shares, frame=frame)
    spans, dots, *_ = draw_chart(figure).data
    assert (spans.base[0], spans.x[0]) == (dots.x[0], 0)
    assert spans.x[1] > 0
    assert len(place_figure(figure).boxes) == len(place_figure(shares).boxes) - 1
    assert all(0 <= mark.start <= 1 for mark in place_marks(figure, LIGHT))
    csv, _ = (one.make() for one in figure_downloads(figure, "种子", "2024-04-04")[4:])
    assert csv.decode("utf-8-sig").splitlines()[1] == "工会,0.5,,,甲"


def test_intervals_need_both_ends_or_none():
    with pytest.raises(BadFigure, match="outside"):
        make_ranges([0.5, 0.2], [float("nan"), 0.1], [0.8, 0.4])


def test_the_line_at_nought_is_drawn_where_values_are_negative(changes):
    (line,) = draw_chart(changes).layout.shapes
    assert 0 < line.x0 < 1


def test_paper_has_a_dot_and_a_line_for_each_and_the_ticks(changes):
    sheet = place_figure(changes)
    assert len(sheet.boxes) == 4
    assert {"工会", "\N{MINUS SIGN}46", "+2.0", "0"} <= {one.text for one in sheet.words}


def test_ranges_come_down_in_every_form(shares):
    assert all(one.make() for one in figure_downloads(shares, "种子", "2024-04-04"))


def test_long_names_stand_above_their_dots(shares):
    long = shares.frame.assign(theme=shares.frame["theme"] * 8)
    layout = draw_chart(replace(shares, frame=long)).layout
    assert not layout.yaxis.showticklabels
    assert "工会" in layout.annotations[1].text


def test_a_value_outside_its_interval_is_a_fault():
    with pytest.raises(BadFigure, match="outside"):
        make_ranges([0.5, 0.2], [0.6, 0.1], [0.8, 0.4])


def test_ranges_need_intervals_with_two_ends():
    with pytest.raises(BadFigure, match="one end"):
        make_ranges([0.5, 0.2], [0.1, 0.1], [0.8, 0.4], high=None)
    with pytest.raises(BadFigure, match="no intervals"):
        make_ranges([0.5, 0.2], [0.1, 0.1], [0.8, 0.4], low=None, high=None)


def test_a_change_has_a_sign_and_nought_has_none():
    written = [format_value(v, "change") for v in (0.124, -0.6, 0.0)]
    assert written == ["+12", "\N{MINUS SIGN}60", "0"]
