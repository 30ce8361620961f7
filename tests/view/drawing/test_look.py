"""Colours: fixed ones stay, readable ones are readable."""

import numpy as np
import plotly.io
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.drawing.look import (
    DARK,
    FURTHER,
    LIGHT,
    OTHER,
    SIDES,
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


# Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113: full deficiency.
SEEN = {
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritan": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", SEEN)
def test_two_sides_stay_apart_for_the_colour_blind(kind, dark):
    paper = choose_ink(dark=dark).paper
    shades = [make_readable(colour, paper, 3) for colour in SIDES]
    assert min(measure_contrast(shade, paper) for shade in shades) >= 3
    first, second = (np.array(SEEN[kind]) @ linear(shade) for shade in shades)
    assert np.abs(first - second).max() > 0.1


def linear(colour):
    channels = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def test_a_side_has_no_colour_of_a_theme():
    assert not {*SIDES} & {*FURTHER, OTHER, LIGHT.accent}
