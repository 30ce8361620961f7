"""What binds the two sides of a gap: meaning shared across it, chains of words that cross it."""

from collections.abc import Mapping, Sequence

from analysis.press.cuts import chains, senses
from analysis.press.cuts.windows import look_ahead, look_back

# Two blocks, two paragraphs, half an article: how far meaning is compared.
_REACHES = (1, 160, 400)


def read_bonds(
    points: Sequence[senses.Point],
    middle: Sequence[float],
    pairs: Sequence[Mapping[str, float]],
    sizes: Sequence[int],
) -> list[tuple[float, ...]]:
    """Describe the gap before each block, and those beside it, by meaning and by chains."""
    links = chains.read_chains(pairs, sizes)
    near = [
        (*_compare_sides(points, middle, sizes, index), *own) for index, own in enumerate(links)
    ]
    last = len(near) - 1
    return [
        (
            *near[max(index - 1, 0)],
            *near[index],
            *near[min(index + 1, last)],
            *chains.measure_depths(links, index),
        )
        for index in range(len(near))
    ]


def _compare_sides(
    points: Sequence[senses.Point], middle: Sequence[float], sizes: Sequence[int], index: int
) -> list[float]:
    found: list[float] = []
    for reach in _REACHES:
        before = senses.add_points(points, look_back(sizes, index, reach))
        after = senses.add_points(points, look_ahead(sizes, index, reach))
        found.append(senses.measure_nearness(before, after))
        found.append(senses.measure_nearness(before, after, middle))
    return found
