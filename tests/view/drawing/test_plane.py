"""Lines: round ticks, dots where their numbers say, the same on screen and paper."""

import math
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import BadFigure
from analysis.view.drawing.charts import draw_chart
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.look import LIGHT
from analysis.view.drawing.marks import place_marks
from analysis.view.drawing.plane import round_ticks, span_plane, thin_steps
from analysis.view.drawing.prints import place_figure
from analysis.view.drawing.values import format_value
from analysis.view.export.files import figure_downloads


@pytest.fixture
def lines():
    """Coherence over uneven numbers of topics, one of them below 0."""
    frame = pd.DataFrame({"count": [4, 8, 20], "value": [-0.1, 0.2, 0.5]})
    return Figure(
        name="measure-coherence",
        title="连贯性",
        kind="lines",
        frame=frame,
        category="count",
        value="value",
        value_label="连贯性（横轴：议题数）",
        value_format="score",
        source="种子五版",
    )


@given(st.floats(-1, 1e6), st.floats(0, 1e6))
def test_ticks_hold_the_values_in_equal_steps(low, width):
    ticks = round_ticks(low, low + width)
    slack = 1e-6 * max(1, abs(low) + width)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= low + width - slack
    assert 2 <= len(ticks) <= 7


def test_a_dot_lies_to_the_right_by_its_number_and_up_by_its_value(lines):
    marks = place_marks(lines, LIGHT)
    assert [mark.start for mark in marks] == [0, 0.25, 1]
    rises = [mark.rise for mark in marks]
    assert rises == sorted(rises)
    plane = span_plane(lines)
    assert math.isclose(plane.low + rises[1] * (plane.high - plane.low), 0.2)


def test_a_difference_too_small_to_count_does_not_fill_the_picture(lines):
    flat = replace(lines, frame=lines.frame.assign(value=[0.0, 0.01, 0.0]))
    plane = span_plane(flat)
    assert plane.low == 0
    assert plane.high >= 0.05
    assert len({text for _, text in plane.ticks}) == len(plane.ticks)


def test_names_without_room_are_thinned_evenly():
    steps = [(place / 9, str(place + 10)) for place in range(10)]
    assert [name for _, name in thin_steps(steps, 9)] == ["10", "12", "14", "16", "18"]
    assert len(thin_steps(steps, 100)) == 10


def test_screen_and_paper_have_every_dot_and_its_hover_and_number(lines):
    (trace,) = draw_chart(lines).data
    assert [data[2] for data in trace.customdata] == [-0.1, 0.2, 0.5]
    assert "0.20" in trace.hovertext[1]
    sheet = place_figure(lines)
    words = [one.text for one in sheet.words]
    assert {"\N{MINUS SIGN}0.10", "0.20", "0.50", "4", "8", "20"} <= set(words)
    assert len(sheet.boxes) == 3


def test_two_series_are_named_over_the_plot(lines):
    frame = pd.concat([lines.frame.assign(who="甲"), lines.frame.assign(who="乙")])
    both = replace(lines, frame=frame, series="who", colours={"甲": "#D55E00", "乙": "#0072B2"})
    chart = draw_chart(both)
    assert [trace.line.color for trace in chart.data] == ["#D55E00", "#0072B2"]
    assert "甲" in chart.layout.annotations[0].text
    assert {"甲", "乙"} <= {one.text for one in place_figure(both).words}


def test_lines_come_down_in_every_form(lines):
    files = [one.make() for one in figure_downloads(lines, "种子", "2024-04-04")]
    assert len(files) == 6
    assert all(files)


def test_a_score_may_be_negative_and_a_share_may_not(lines):
    assert format_value(-0.004, "score") == "0.00"
    with pytest.raises(BadFigure, match="negative"):
        replace(lines, value_format="weight")
