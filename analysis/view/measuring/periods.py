"""Steps of time: days, weeks from Monday, months, quarters, years, each with its number.

The number of a step grows by one from each to the next, so that a step without articles is seen.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from analysis.view.measuring.weighing import FEW

Days = NDArray[np.datetime64]

STEPS = ("day", "week", "month", "quarter", "year")
AUTOMATIC = "auto"

MOST_CHOSEN = 60
"""As many steps as a reader can tell apart across a telephone: what is chosen has no more."""

MOST_OFFERED = 200
"""As many as a desk has room for: a finer step is not offered."""

# The first day that numpy counts is a Thursday.
_MONDAY = 3

_NUMBERS: Mapping[str, Callable[[Days], NDArray[np.int64]]] = {
    "day": lambda days: _count(days, "D"),
    "week": lambda days: (_count(days, "D") + _MONDAY) // 7,
    "month": lambda days: _count(days, "M"),
    "quarter": lambda days: _count(days, "M") // 3,
    "year": lambda days: _count(days, "Y"),
}

_FIRSTS: Mapping[str, Callable[[int], np.datetime64]] = {
    "day": lambda number: np.datetime64(number, "D"),
    "week": lambda number: np.datetime64(7 * number - _MONDAY, "D"),
    "month": lambda number: np.datetime64(number, "M"),
    "quarter": lambda number: np.datetime64(3 * number, "M"),
    "year": lambda number: np.datetime64(number, "Y"),
}


def _count(days: Days, unit: str) -> NDArray[np.int64]:
    return days.astype(f"datetime64[{unit}]").astype(np.int64)


def number_days(days: Days, step: str) -> NDArray[np.int64]:
    """Return the number of the step that each day lies in; no day may be NaT.

    Examples
    --------
    >>> days = np.array(["2024-03-31", "2024-04-01", "2024-04-08"], dtype="datetime64[D]")
    >>> [(number_days(days, step) - number_days(days, step)[0]).tolist() for step in STEPS]
    [[0, 1, 8], [0, 1, 2], [0, 1, 1], [0, 1, 1], [0, 0, 0]]
    """
    span = int((days.max() - days.min()).astype(np.int64)) + 1 if len(days) else 0
    if len(days) <= span:
        return np.asarray(_NUMBERS[step](days), dtype=np.int64)
    # The calendar is asked once a day, not once an article.
    every = days.min() + np.arange(span)
    places = (days - every[0]).astype(np.int64)
    return np.asarray(_NUMBERS[step](every)[places], dtype=np.int64)


def span_step(number: int, step: str) -> tuple[str, str]:
    """Return the first and the last day of a step.

    Examples
    --------
    >>> march = np.array(["2024-02-29"], dtype="datetime64[D]")
    >>> [span_step(int(number_days(march, step)[0]), step) for step in ("week", "month")]
    [('2024-02-26', '2024-03-03'), ('2024-02-01', '2024-02-29')]
    """
    first, after = (_FIRSTS[step](one).astype("datetime64[D]") for one in (number, number + 1))
    return str(first), str(after - 1)


def name_step(number: int, step: str) -> str:
    """Return what a step is called: as much of its first day as tells it from others.

    Examples
    --------
    >>> day = np.array(["2024-05-07"], dtype="datetime64[D]")
    >>> [name_step(int(number_days(day, step)[0]), step) for step in STEPS]
    ['2024-05-07', '2024-05-06', '2024-05', '2024 Q2', '2024']
    """
    first, _ = span_step(number, step)
    if step == "quarter":
        return f"{first[:4]} Q{(int(first[5:7]) + 2) // 3}"
    return first[: {"month": 7, "year": 4}.get(step, 10)]


def count_steps(days: Days, step: str) -> int:
    """Return how many steps there are from the first to the last of the days."""
    ends = np.array([days.min(), days.max()])
    first, last = number_days(ends, step)
    return int(last - first) + 1


def list_steps(days: Days) -> tuple[str, ...]:
    """Return the steps that a span of days can be shown in, the finest first."""
    fit = tuple(step for step in STEPS if count_steps(days, step) <= MOST_OFFERED)
    return fit or STEPS[-1:]


def choose_step(days: Days, asked: str = AUTOMATIC) -> str:
    """Return the step that was asked for where it can be shown, else the finest that reads well.

    ``days`` are those of the articles, one each. A step reads well when it has no more than
    ``MOST_CHOSEN`` steps and the typical one (the median of those that are not empty) holds
    ``FEW`` articles: of fewer a share says too little, so that a line through many such dots shows
    chance and not change. Where no step holds so many the fullest is taken that still has two.

    Examples
    --------
    >>> daily = np.arange("2024-03-01", "2024-03-31", dtype="datetime64[D]")
    >>> choose_step(np.repeat(daily, 5)), choose_step(daily), choose_step(daily[:3])
    ('day', 'week', 'day')
    """
    ends = np.array([days.min(), days.max()])
    if asked in list_steps(ends):
        return asked
    fit = [one for one in STEPS if count_steps(ends, one) <= MOST_CHOSEN] or [STEPS[-1]]
    parted = [one for one in fit if count_steps(ends, one) > 1] or fit[:1]
    return next((one for one in parted if measure_filling(days, one) >= FEW), parted[-1])


def measure_filling(days: Days, step: str) -> float:
    """Return how many articles the typical step holds: the median of those that hold any.

    Examples
    --------
    >>> days = np.array(["2024-03-01", "2024-03-01", "2024-03-09"], dtype="datetime64[D]")
    >>> measure_filling(days, "day"), measure_filling(days, "month")
    (1.5, 3.0)
    """
    numbers = number_days(days, step)
    counts = np.bincount(numbers - numbers.min())
    return float(np.median(counts[counts > 0]))
