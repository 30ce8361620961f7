"""A map keeps distances, names what has room, and stays small with twenty thousand points."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.io
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.drawing.aloud import write_alt
from analysis.view.drawing.charts import draw_chart, write_chart
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.labels import Room, place_labels
from analysis.view.drawing.prints import place_figure
from analysis.view.export.files import figure_downloads

MEGABYTE = 1_000_000


def make_points(n, *, seed=0):
    random = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "id": [f"{number:012x}-{number % 40:05d}" for number in range(n)],
            "headline": [f"总工会第{number}次举办技能竞赛活动成果丰硕" for number in range(n)],
            "theme": [["工会", "生态"][number % 2] for number in range(n)],
            "articles": random.integers(1, 90, n),
            "across": random.normal(0, 0.2, n),
            "up": random.normal(0, 0.1, n),
        }
    )
    return Figure(
        name="map",
        title="地图",
        kind="points",
        frame=frame,
        category="headline",
        value="articles",
        series="theme",
        key="id",
        across="across",
        up="up",
        value_format="count",
        value_label="一点一篇",
        colours={"生态": "#009E73", "工会": "#D55E00"},
        alt="工会居多",
    )


@pytest.fixture(scope="module")
def points():
    """Thirty points."""
    return make_points(30)


def test_screen_and_paper_hold_every_point(points):
    traces = [trace for trace in draw_chart(points).data if trace.mode == "markers"]
    assert sum(len(trace.x) for trace in traces) == 30
    assert sum(len(dots.points) for dots in place_figure(points).dots) == 30


def test_a_click_gives_back_the_row(points):
    trace = draw_chart(points).data[0]
    assert list(trace.customdata) == points.frame["id"][points.frame["theme"] == "工会"].tolist()


def test_the_legend_is_in_the_order_of_the_colours(points):
    head = draw_chart(points).layout.annotations[0].text
    assert head.index("生态") < head.index("工会")


@pytest.mark.parametrize("n", [5_000, 20_000])
def test_a_crowd_stays_under_a_megabyte(n):
    chart = draw_chart(make_points(n))
    assert len(plotly.io.to_json(chart, validate=False)) < MEGABYTE
    assert {trace.type for trace in chart.data} == {"scattergl"}


def test_a_file_asks_nothing_of_the_graphics_card():
    drawn = write_chart(make_points(2_000))
    assert '"type":"scatter"' in drawn
    assert '"type":"scattergl"' not in drawn


def test_of_a_crowd_no_point_is_named():
    crowd = make_points(101)
    assert write_alt(crowd) == "工会居多。一点一篇"
    assert not [one for one in place_figure(crowd).words if one.text.startswith("总工会")]


def test_a_point_needs_a_place(points):
    with pytest.raises(Exception, match="no places"):
        replace(points, up=None)


def test_they_come_down_in_every_form(points):
    assert all(download.make() for download in figure_downloads(points, "种子", "2024-04-04"))


PLACES = st.lists(st.tuples(st.integers(20, 300), st.integers(20, 200)), min_size=1, max_size=20)


@given(PLACES)
def test_names_cover_neither_points_nor_each_other(places):
    places = np.array(places, dtype=float)
    names = ["技能竞赛"] * len(places)
    labels = place_labels(names, places, np.full(len(places), 4.0), room=Room(322, 220), size=12)
    boxes = [(one.x - 24, one.y - 7.2, one.x + 24, one.y + 7.2) for one in labels]
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert right <= 322
        own = labels[at].point
        for number, (x, y) in enumerate(places):
            assert number == own or not (left < x < right and top < y < bottom)
        for other in boxes[at + 1 :]:
            apart = (
                other[0] >= right - 1e-9
                or other[2] <= left + 1e-9
                or other[1] >= bottom - 1e-9
                or other[3] <= top + 1e-9
            )
            assert apart


def test_the_data_of_a_chart_is_plain(points):
    assert json.loads(plotly.io.to_json(draw_chart(points), validate=False))["data"]
