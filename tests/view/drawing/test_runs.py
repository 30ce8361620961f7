"""Lines and bands are parted where something is missing, and only there."""

from dataclasses import replace

from analysis.view.drawing.runs import outline_band, split_bands, split_runs
from tests.view.drawing.strips import bare_february, of_theme


def test_a_gap_parts_the_line(panels):
    runs = [[mark.category for mark in run] for run in split_runs(of_theme(panels, "工会"))]
    assert runs == [["2024-01", "2024-02"], ["2024-06"]]


def test_a_band_goes_out_above_and_comes_back_below(panels):
    first, lone = split_runs(of_theme(panels, "工会"))
    corners = outline_band(first)
    assert [x for x, _ in corners] == [0, first[1].start, first[1].start, 0]
    assert corners[0][1] > corners[-1][1]
    assert len({x for x, _ in outline_band(lone)}) == 2


def test_a_band_is_parted_where_an_interval_is_missing_and_the_line_is_not(panels):
    figure = bare_february(panels)
    group = of_theme(figure, "工会")
    bands = [[mark.category for mark in run] for run in split_bands(figure, group)]
    assert bands == [["2024-01"], ["2024-06"]]
    assert [len(run) for run in split_runs(group)] == [2, 1]


def test_without_intervals_there_is_no_band(panels):
    bare = replace(panels, low=None, high=None)
    assert not list(split_bands(bare, of_theme(bare, "工会")))
