"""Colours: fixed ones stay, readable ones are readable."""

import plotly.io
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.drawing.look import (
    DARK,
    FURTHER,
    LIGHT,
    OTHER,
    assign_colours,
    chart_template,
    choose_ink,
    choose_text,
    make_readable,
    measure_contrast,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def test_a_fixed_colour_is_not_given_again():
    colours = assign_colours(["教育", "交通"], {"工会": FURTHER[0]})
    assert list(colours.values()) == [FURTHER[1], FURTHER[2]]


def test_other_is_grey_and_names_beyond_the_palette_get_a_colour():
    names = [*map(str, range(9)), "其他"]
    colours = assign_colours(names, {})
    assert colours["其他"] == OTHER
    assert set(colours.values()) == {*FURTHER, OTHER}


@given(COLOURS, st.sampled_from([LIGHT.paper, DARK.paper]), st.sampled_from([3.0, 4.5]))
def test_readable_is_readable(colour, paper, ratio):
    assert measure_contrast(make_readable(colour, paper, ratio), paper) >= ratio


@given(COLOURS)
def test_text_on_any_fill_reaches_the_contrast_of_large_text(fill):
    assert measure_contrast(choose_text(fill), fill) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_inks_read_on_their_paper(dark):
    ink = choose_ink(dark=dark)
    assert measure_contrast(ink.text, ink.paper) >= 7
    assert measure_contrast(ink.muted, ink.paper) >= 4.5
    assert measure_contrast(ink.accent, ink.paper) >= 3


def test_the_template_is_ours_whatever_the_default_is(monkeypatch):
    monkeypatch.setattr(plotly.io.templates, "default", "ggplot2")
    layout = chart_template(dark=False).layout
    assert layout.font.family.startswith("Noto Sans SC")
    assert layout.plot_bgcolor == "rgba(0,0,0,0)"
