"""Bars from a middle line: sides, names across the line, both counts; screen and paper agree."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.errors import BadFigure
from analysis.view.drawing.aloud import write_alt
from analysis.view.drawing.charts import draw_chart
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.look import LIGHT, SIDES
from analysis.view.drawing.marks import place_marks
from analysis.view.drawing.prints import place_figure
from analysis.view.export.files import figure_downloads


@pytest.fixture
def pairs():
    """Three words of two newspapers."""
    frame = pd.DataFrame(
        {
            "id": ["a 职工", "a 工会", "b 旅游"],
            "term": ["职工", "工会", "旅游"],
            "side": ["甲：工人日报", "甲：工人日报", "乙：新渝报"],
            "z": [4.5, 3.0, 2.25],
            "counts": ["50 : 1", "40 : 0", "0 : 18"],
        }
    )
    return Figure(
        name="contrast",
        title="把两侧分开的词",
        kind="pairs",
        frame=frame,
        category="term",
        value="z",
        series="side",
        key="id",
        note="counts",
        value_format="weight",
        value_label="z 值",
        colours={"甲：工人日报": SIDES[0], "乙：新渝报": SIDES[1]},
        source="两侧",
        alt="甲多用“职工”",
    )


def test_bars_begin_in_the_middle_and_are_as_long_as_their_values(pairs):
    first, second, third = place_marks(pairs, LIGHT)
    assert first.start == 0
    assert first.start + first.length == second.start + second.length == third.start == 0.5
    assert third.length == pytest.approx(first.length / 2)


def test_a_side_keeps_its_direction_where_the_other_has_no_bar(pairs):
    alone = replace(pairs, frame=pairs.frame[pairs.frame["side"] == "乙：新渝报"])
    (mark,) = place_marks(alone, LIGHT)
    assert mark.start == 0.5
    (trace,) = draw_chart(alone).data
    assert trace.x[0] > 0


def test_a_click_gives_back_row_and_side(pairs):
    left, right = draw_chart(pairs).data
    assert left.customdata[0] == ["a 职工", "甲：工人日报", 4.5]
    assert right.customdata[0] == ["b 旅游", "乙：新渝报", 2.25]
    assert all(length < 0 for length in left.x)
    assert list(right.text) == ["0 : 18"]


def test_a_name_stands_across_the_line_from_its_bar(pairs):
    names = {note.text: note.xanchor for note in draw_chart(pairs).layout.annotations[1:]}
    assert names == {"职工": "left", "工会": "left", "旅游": "right"}


def test_the_axis_counts_from_the_middle_both_ways(pairs):
    axis = draw_chart(pairs).layout.xaxis
    texts = list(axis.ticktext)
    assert texts == texts[::-1]
    assert dict(zip(texts, axis.tickvals, strict=True))["0"] == 0.5


def test_names_counts_and_both_sides_stand_on_paper(pairs):
    words = {one.text for one in place_figure(pairs).words}
    assert {"职工", "50 : 1", "0 : 18", "甲：工人日报", "乙：新渝报"} <= words


def test_markup_in_a_word_is_shown_as_it_is(pairs):
    odd = replace(pairs, frame=pairs.frame.assign(term=["<b>a", "&amp;", "c"]))
    texts = [note.text for note in draw_chart(odd).layout.annotations]
    assert "&lt;b&gt;a" in texts


def test_pairs_come_down_in_every_form(pairs):
    assert all(one.make() for one in figure_downloads(pairs, "种子", "2024-04-04"))


def test_the_alt_text_begins_with_the_finding(pairs):
    assert write_alt(pairs).startswith("甲多用“职工”")


@pytest.mark.parametrize("colours", [{}, {"甲：工人日报": "#000000"}])
def test_pairs_must_name_two_sides(pairs, colours):
    with pytest.raises(BadFigure, match="two sides"):
        replace(pairs, colours=colours)
