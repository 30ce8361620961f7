"""How far one looks around a gap: by characters, in whole blocks."""

from collections.abc import Sequence


def look_back(sizes: Sequence[int], index: int, limit: int) -> range:
    """Return the blocks before ``index`` that hold about ``limit`` characters."""
    first, total = index, 0
    while first > 0 and total < limit:
        first -= 1
        total += sizes[first]
    return range(first, index)


def look_ahead(sizes: Sequence[int], index: int, limit: int) -> range:
    """Return the blocks from ``index`` on that hold about ``limit`` characters."""
    last, total = index, 0
    while last < len(sizes) and total < limit:
        total += sizes[last]
        last += 1
    return range(index, last)
