"""The pieces of a line between its gaps, and of the band around it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import isnan

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.marks import Mark

_LONE = 0.003
"""Half the width of the band around a dot between two gaps, as a share of the plot's."""

Point = tuple[float, float]


def split_runs(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield the pieces of a line between its gaps."""
    for missing, run in groupby(marks, key=lambda mark: isnan(mark.value)):
        if not missing:
            yield list(run)


def split_bands(figure: Figure, marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield the pieces of the band around a line: none where an interval is not known."""
    if figure.low:
        for missing, run in groupby(marks, key=lambda mark: isnan(mark.low) or isnan(mark.value)):
            if not missing:
                yield list(run)


def outline_band(run: Sequence[Mark]) -> list[Point]:
    """Return the corners of the band around a run: how far to the right, how high, 0-1."""
    if len(run) == 1:
        ends = (run[0].start - _LONE, run[0].start + _LONE)
        return [*((x, run[0].high) for x in ends), *((x, run[0].low) for x in reversed(ends))]
    above = [(mark.start, mark.high) for mark in run]
    return [*above, *((mark.start, mark.low) for mark in reversed(run))]
