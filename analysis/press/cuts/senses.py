"""What a stretch of text is about, as a point: news of one matter lie near each other.

Two stretches of one article need not repeat each other's words: hospitals here, patients there.
Pairs of characters that stand in the same news get near points, and a text lies where the sum of
its pairs lies (latent semantic analysis: Deerwester et al. 1990,
doi:10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9). The points are learnt
(tests/bench/press/learn.py).
"""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import mul
from pathlib import Path

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_PAIRS = Path(__file__).with_name("senses.json")
_POINTS = Path(__file__).with_name("senses.bin")

Point = tuple[int, ...]
"""Sums of the coordinates of pairs of characters; the last number says of how many pairs."""


@lru_cache(maxsize=1)
def _read_points() -> tuple[Mapping[str, memoryview], int]:
    """Return the point of each pair of characters, one signed byte a coordinate, and their size."""
    pairs: str = json.loads(_PAIRS.read_text(encoding="utf-8"))["pairs"]
    numbers = memoryview(_POINTS.read_bytes()).cast("b")
    size = len(numbers) // (len(pairs) // 2)
    return {
        pairs[2 * at : 2 * at + 2]: numbers[size * at : size * (at + 1)]
        for at in range(len(pairs) // 2)
    }, size


def is_known(pair: str) -> bool:
    """Tell whether a pair of characters is one that the news uses often."""
    return pair in _read_points()[0]


def read_point(text: str) -> Point:
    """Return the point of a text: every pair of characters that it has counts once.

    Examples
    --------
    >>> read_point("。。。")[-1]
    0
    """
    points, size = _read_points()
    found = {run[at : at + 2]: None for run in _HAN_RUN.findall(text) for at in range(len(run) - 1)}
    known = [points[pair] for pair in found if pair in points]
    if not known:
        return (0,) * (size + 1)
    return (*map(sum, zip(*known, strict=True)), len(known))


def add_points(points: Sequence[Point], inside: Iterable[int]) -> Point:
    """Return the point of several stretches together."""
    taken = [points[at] for at in inside]
    return tuple(map(sum, zip(*taken, strict=True))) if taken else ()


def measure_nearness(one: Point, two: Point, middle: Sequence[float] = ()) -> float:
    """Return the cosine of two points, seen from ``middle``: -1 to 1, 0 where one is nowhere.

    ``middle`` is the mean point of a page's pairs: what all of the page is about says nothing.
    """
    if not one or not two or not one[-1] or not two[-1]:
        return 0.0
    first, second = _see(one, middle), _see(two, middle)
    sizes = sum(map(mul, first, first)) * sum(map(mul, second, second))
    return sum(map(mul, first, second)) / math.sqrt(sizes) if sizes else 0.0


def find_middle(points: Sequence[Point]) -> tuple[float, ...]:
    """Return the mean point of all pairs of a page; empty when it has none."""
    total = add_points(points, range(len(points)))
    return tuple(value / total[-1] for value in total[:-1]) if total and total[-1] else ()


def _see(point: Point, middle: Sequence[float]) -> Sequence[float]:
    count = point[-1]
    if not middle:
        return point[:-1]
    return [value - count * mean for value, mean in zip(point, middle, strict=False)]
