"""The plane that lines are drawn on: its ticks, and how high and how far to the right a dot lies.

Places are shares of the plot, 0-1, from its left and from its foot; ``charts`` and ``prints`` both
read them, so that screen and paper agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

import pandas as pd

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.values import format_value

PLANES = ("lines", "panels")
"""The kinds of figures whose values rise."""

_TICKS = 4
_NARROWEST = 0.1


@dataclass(frozen=True, slots=True)
class Plane:
    """The axes of a chart with lines: ``ticks`` and ``steps`` are places with their words."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    steps: tuple[tuple[float, str], ...]

    def place(self, value: float) -> float:
        """Return how high a value lies, as a share of the plane's height."""
        return (value - self.low) / (self.high - self.low)


def span_plane(figure: Figure) -> Plane:
    """Return the axes of ``figure``: round numbers upwards, its categories to the right."""
    # A value whose interval is not known lies outside of all intervals.
    low = float(figure.frame[[figure.value, figure.low or figure.value]].min().min())
    high = float(figure.frame[[figure.value, figure.high or figure.value]].max().max())
    if figure.value_format == "count" or figure.kind == "panels":
        # Heights of several strips are compared: they begin at nothing.
        low = 0.0
    if figure.value_format == "score" and high - low < _NARROWEST:
        # What is too small to count shall not fill the picture.
        low, high = low - _NARROWEST / 2 if low else 0.0, high + _NARROWEST / 2
    numbers = round_ticks(low, high)
    low, high = numbers[0], numbers[-1]
    texts = (format_value(number, figure.value_format, top=high) for number in numbers)
    ticks = ((number - low) / (high - low) for number in numbers)
    names = figure.frame[figure.category]
    places = place_steps(figure.frame[figure.across] if figure.across else names)
    named = dict(zip(places, names, strict=True))
    return Plane(
        low=low,
        high=high,
        ticks=tuple(zip(ticks, texts, strict=True)),
        steps=tuple((place, str(name)) for place, name in named.items()),
    )


def round_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return three to six round numbers in equal steps that hold ``low`` and ``high`` between them.

    Examples
    --------
    >>> round_ticks(0.28, 0.64), round_ticks(2.4, 14.1), round_ticks(0.0, 0.0)
    ((0.2, 0.4, 0.6, 0.8), (0.0, 5.0, 10.0, 15.0), (0.0, 0.5, 1.0))
    """
    if high - low < 1e-9:
        # All values are one: an axis of its own size on both sides, from 0 where it is 0.
        low, high = (0.0, 1.0) if abs(low) < 1e-9 else (low - abs(low) / 2, high + abs(high) / 2)
    rough = (high - low) / (_TICKS - 1)
    unit = 10.0 ** floor(log10(rough))
    step = unit * next(size for size in (1, 2, 2.5, 5, 10) if size * unit >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(number * step, 12) for number in range(first, last + 1))


def place_steps(categories: pd.Series) -> list[float]:
    """Return how far to the right each row lies: by its number or day, or evenly where it has none.

    Examples
    --------
    >>> place_steps(pd.Series([10, 20, 50])), place_steps(pd.Series(["甲", "乙", "甲"]))
    ([0.0, 0.25, 1.0], [0.0, 1.0, 0.0])
    >>> place_steps(pd.to_datetime(pd.Series(["2024-02-01", "2024-02-11", "2024-03-12"])))
    [0.0, 0.25, 1.0]
    """
    if pd.api.types.is_datetime64_any_dtype(categories):
        categories = (categories - categories.min()) / pd.Timedelta(days=1)
    if not pd.api.types.is_numeric_dtype(categories):
        order = {name: place for place, name in enumerate(categories.unique())}
        categories = categories.map(order)
    numbers = categories.astype(float)
    width = numbers.max() - numbers.min()
    if not width:
        return [0.5] * len(numbers)
    places: list[float] = ((numbers - numbers.min()) / width).tolist()
    return places


def thin_steps(steps: Sequence[tuple[float, str]], width: float) -> tuple[tuple[float, str], ...]:
    """Return every name, or every second or third, as has room under a plot ``width`` em wide.

    Examples
    --------
    >>> thin_steps(((0.0, "10"), (0.5, "20"), (1.0, "30")), 3)
    ((0.0, '10'), (1.0, '30'))
    """
    ordered = sorted(steps)
    for stride in range(1, len(ordered)):
        kept = ordered[::stride]
        rooms = ((b[0] - a[0]) * width for a, b in pairwise(kept))
        widest = max(measure_text(name) for _, name in kept)
        if min(rooms, default=width) >= widest + 0.5:
            return tuple(kept)
    return tuple(ordered[:1])
