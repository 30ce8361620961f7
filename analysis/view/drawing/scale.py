"""The axis that lies along rows: where 0 is, which round numbers it bears, where a value lies.

Bars of one size need none, for each begins at the left and bears its number. Bars from a middle
line and dots with intervals are read against it.
"""

from dataclasses import dataclass

import pandas as pd

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.plane import round_ticks
from analysis.view.drawing.values import format_value

MIDDLE = 0.5
"""Where bars of two sides begin."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from left to right: ``ticks`` are places, shares of the width, with their words."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    def place(self, value: float) -> float:
        """Return where a value lies, as a share of the plot's width."""
        return (value - self.low) / (self.high - self.low)


def span_scale(figure: Figure) -> Scale:
    """Return the axis along the rows of ``figure``: it holds 0, all values and their intervals."""
    frame = figure.frame
    low = min(float(frame[[figure.value, figure.low or figure.value]].min().min()), 0.0)
    high = max(float(frame[[figure.value, figure.high or figure.value]].max().max()), 0.0)
    if low == high:
        # All values are 0, and so is every interval: an axis all the same.
        high = 1.0
    if figure.kind == "pairs":
        low = -high
    steps = round_ticks(0.0, max(-low, high))
    mirrored = (*(-number for number in reversed(steps[1:])), *steps)
    # The plot ends with the last mark, not with the next round number: no room is lost.
    numbers = [number for number in mirrored if low <= number <= high]
    top = max(map(abs, numbers))
    # The side says which way: bars of both count from the middle.
    shown = map(abs, numbers) if figure.kind == "pairs" else numbers
    texts = (_write_tick(figure, number, top) for number in shown)
    places = ((number - low) / (high - low) for number in numbers)
    return Scale(low, high, tuple(zip(places, texts, strict=True)))


def _write_tick(figure: Figure, number: float, top: float) -> str:
    if figure.value_format in ("weight", "score"):
        return f"{number:g}"
    return format_value(number, figure.value_format, top=top)


def place_along(figure: Figure, frame: pd.DataFrame) -> list[tuple[float, float]]:
    """Return start and length of every row of ``frame``, as shares of the plot's width.

    A bar of a pair reaches from the middle to its value; a dot has no length.
    """
    scale = span_scale(figure)
    places = [scale.place(value) for value in frame[figure.value].astype(float)]
    if figure.kind == "ranges":
        return [(place, 0.0) for place in places]
    left = next(iter(figure.colours))
    return [
        (1 - place if side == left else MIDDLE, place - MIDDLE)
        for place, side in zip(places, frame[figure.series], strict=True)
    ]
