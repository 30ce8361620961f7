"""Articles to passages: a few sentences each, cut at sentence ends, every character in one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

Range = tuple[int, int]
# A sentence ends behind its mark and the quotation marks that close with it, or at a line's end.
_ENDS = re.compile(r"[。！？!?；;…][”’」』）)]*|\n+")


def cut_passages(text: str, length: int) -> tuple[Range, ...]:
    """Cut a text into passages of about ``length`` characters.

    The passages of a text are as even as its sentences allow, so that no short rest stands alone;
    a sentence is never cut, however long.

    Examples
    --------
    >>> cut_passages("一二三。四五六。七八九。", 6)
    ((0, 4), (4, 12))
    >>> cut_passages("", 6)
    ()
    """
    if not text or text.isspace():
        return ()
    count = max(1, round(len(text) / length))
    ends = [] if count == 1 else _find_ends(text)
    cuts = [0]
    for number in range(1, count):
        nearest = _find_nearest(ends, number * len(text) / count)
        if nearest > cuts[-1]:
            cuts.append(nearest)
    return tuple(pairwise((*cuts, len(text))))


def _find_ends(text: str) -> list[int]:
    return [match.end() for match in _ENDS.finditer(text) if match.end() < len(text)]


def _find_nearest(ends: Sequence[int], goal: float) -> int:
    """Return the end of a sentence that is nearest to a goal, the first of two; 0 for none."""
    place = bisect_left(ends, goal)
    beside = ends[max(place - 1, 0) : place + 1]
    return min(beside, key=lambda end: abs(end - goal), default=0)
