"""The axis that lies along rows: where 0 is, which round numbers it bears, where a value lies.

Bars of one size need none, for each begins at the left and bears its number. Bars from a middle
line and dots with intervals are read against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.view.drawing.figures import Figure, format_value
from analysis.view.drawing.plane import round_ticks

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
    if figure.kind == "pairs":
        high = round_ticks(0.0, float(frame[figure.value].max()))[-1]
        numbers = round_ticks(0.0, high)
        mirrored = (*(-number for number in reversed(numbers[1:])), *numbers)
        # The side says which way: the axis counts from the middle both ways.
        return _lay_scale(figure, mirrored, [abs(number) for number in mirrored])
    low = float(frame[figure.low or figure.value].min())
    high = float(frame[figure.high or figure.value].max())
    return _lay_scale(figure, ticks := round_ticks(min(low, 0.0), max(high, 0.0)), ticks)


def _lay_scale(figure: Figure, numbers: Sequence[float], shown: Sequence[float]) -> Scale:
    low, high = numbers[0], numbers[-1]
    texts = (_write_tick(figure, number, max(map(abs, shown))) for number in shown)
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
