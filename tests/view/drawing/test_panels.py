"""Strips of one scale: gaps stay gaps, bands lie around their line, the same on paper."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.errors import BadFigure, NothingToDraw
from analysis.view.drawing.aloud import write_alt
from analysis.view.drawing.charts import draw_chart
from analysis.view.drawing.look import DARK, LIGHT
from analysis.view.drawing.marks import place_marks
from analysis.view.drawing.prints import place_figure
from analysis.view.export.files import figure_downloads
from tests.view.drawing.strips import bare_february, of_theme


def test_distances_are_those_of_the_calendar(panels):
    starts = [mark.start for mark in of_theme(panels, "工会")]
    assert starts == pytest.approx([0, 31 / 152, 60 / 152, 1])


def test_all_strips_have_one_scale_that_begins_at_nothing(panels):
    highest = max(place_marks(panels, LIGHT), key=lambda mark: mark.high)
    assert (highest.series, highest.high) == ("工会", pytest.approx(0.6 / 0.6))
    assert of_theme(panels, "生态")[0].rise == pytest.approx(0.1 / 0.6)


def test_a_dot_without_an_interval_stands_outside_of_the_band(panels):
    figure = bare_february(panels)
    group = of_theme(figure, "工会")
    band, line, *_ = draw_chart(figure).data
    assert not any(isinstance(y, float) and np.isnan(y) for y in band.y)
    assert line.y[1] is not None
    assert len(place_figure(figure).areas) == 4
    # The largest value of all has no interval, and is on the plot.
    assert max(mark.rise for mark in group[:2]) <= 1
    assert "nan" not in write_alt(figure)
    made = {one.name.rpartition(".")[2]: one.make() for one in figure_downloads(figure, "甲", "乙")}
    line = next(one for one in made["csv"].decode("utf-8-sig").splitlines() if "-02,2" in one)
    assert line.endswith(",False,,")


def test_the_screen_breaks_the_line_and_hollows_the_dot(panels):
    for ink, dark in ((LIGHT, False), (DARK, True)):
        _, line, *_ = draw_chart(panels, dark=dark).data
        assert line.y[2] is None
        assert line.connectgaps is False
        assert line.marker.color[3] == ink.paper
        assert line.marker.color[0] == line.line.color


def test_a_click_gives_back_step_and_series(panels):
    _, line, *_ = draw_chart(panels).data
    assert list(line.customdata[1][:2]) == ["2024-02", "工会"]


def test_paper_has_every_dot_and_both_bands_of_each_strip(panels):
    sheet = place_figure(panels)
    assert sum(len(dots.points) for dots in sheet.dots) == 6
    assert [dots.fill == LIGHT.paper for dots in sheet.dots] == [False, True, False, True]
    assert len(sheet.areas) == 4
    assert {"工会", "生态", "2024-01"} <= {words.text for words in sheet.words}


def test_counts_go_without_a_band(panels):
    bare = replace(panels, low=None, high=None)
    assert not place_figure(bare).areas
    assert all(len(trace.x) == 0 for trace in draw_chart(bare).data[::2])


def test_they_come_down_in_every_form(panels):
    files = [download.make() for download in figure_downloads(panels, "种子", "2024-04-04")]
    assert all(files)


def test_the_words_for_who_cannot_see_leave_gaps_out(panels):
    told = write_alt(panels)
    assert "2024-02 工会，40%" in told
    assert "nan" not in told


def test_a_missing_value_is_no_fault_but_an_infinite_one_is(panels):
    frame = panels.frame.assign(share=[0.1, float("inf"), *[0.2] * 6], low=0.0, high=1.0)
    with pytest.raises(BadFigure):
        replace(panels, frame=frame)


def test_gaps_alone_are_nothing_to_draw(panels):
    with pytest.raises(NothingToDraw):
        replace(panels, frame=panels.frame.assign(share=np.nan))


def test_bars_have_no_gaps(bars):
    with pytest.raises(BadFigure):
        replace(bars, frame=bars.frame.assign(share=[0.1, 0.2, None, 0.3, 0.1]))
