"""What tests of strips look at: the marks of one theme, and a month without an interval."""

from dataclasses import replace

from analysis.view.drawing.look import LIGHT
from analysis.view.drawing.marks import place_marks


def of_theme(figure, theme):
    """Return the marks of one strip."""
    return [mark for mark in place_marks(figure, LIGHT) if mark.series == theme]


def bare_february(figure):
    """Return the figure with its second month's intervals not known."""
    bare = figure.frame["month"] == "2024-02"
    ends = {end: figure.frame[end].mask(bare) for end in ("low", "high")}
    return replace(figure, frame=figure.frame.assign(**ends))
