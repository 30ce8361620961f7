"""Blocks to numbers: what each looks like, and what stands around it.

One row a block describes the block and the gap before it; the rows go to the decisions
(``decide``), which were learnt from rendered pages. Every signal has a reason that holds for any
paper: the shape of headlines, the formulae with which stories open and close, the width of columns,
the marks at the end of sentences, empty lines, Markdown, and words shared with the neighbours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.press import cohesion
from analysis.press.blocks import Block
from analysis.press.cuts import senses
from analysis.press.cuts.bonds import read_bonds
from analysis.press.cuts.looks import EMPTY, is_short, read_looks
from analysis.press.cuts.windows import look_ahead, look_back

_WINDOWS = (160, 700)
_NEIGHBOURS = (-2, -1, 0, 1, 2)
_EMPTY_WORDS = 9
NEIGHBOURS, WORDS, DISTANCES, PAGE, BONDS = len(_NEIGHBOURS), 3 * _EMPTY_WORDS, 10, 13, 42
"""How a row is made up: the looks of so many blocks, then so many numbers of each kind."""


@dataclass(frozen=True, slots=True)
class Signals:
    """The rows of a page, ``rows[i]`` for block ``i`` and the gap before it, and their parts."""

    rows: tuple[tuple[float, ...], ...]
    looks: tuple[tuple[float, ...], ...]
    words: tuple[tuple[float, ...], ...]
    pairs: tuple[Mapping[str, float], ...]
    points: tuple[senses.Point, ...]
    middle: tuple[float, ...]
    sizes: tuple[int, ...]
    short: tuple[bool, ...]


def read_signals(blocks: Sequence[Block]) -> Signals:
    """Describe the ``blocks`` of a page."""
    looks = [read_looks(block) for block in blocks]
    pairs = [cohesion.count_pairs(block.text) for block in blocks]
    sizes = [len(block.text) for block in blocks]
    short = [is_short(block) for block in blocks]
    words = _read_words(pairs, sizes, short)
    page = _read_page(blocks, looks, words=words, short=short)
    distances = _read_distances(looks, short)
    points = [senses.read_point(block.text) for block in blocks]
    middle = senses.find_middle(points)
    bonds = read_bonds(points, middle, pairs, sizes)
    rows = []
    for index in range(len(blocks)):
        row: list[float] = []
        for step in _NEIGHBOURS:
            near = index + step
            row += looks[near] if 0 <= near < len(blocks) else EMPTY
        for near in (index - 1, index, index + 1):
            row += words[near] if 0 <= near < len(blocks) else (0.0,) * _EMPTY_WORDS
        row += [*distances[index], *page, index / len(blocks), len(blocks) - index]
        rows.append((*row, *bonds[index]))
    return Signals(
        rows=tuple(rows),
        looks=tuple(looks),
        words=tuple(words),
        pairs=tuple(pairs),
        points=tuple(points),
        middle=middle,
        sizes=tuple(sizes),
        short=tuple(short),
    )


def _read_words(
    pairs: Sequence[Mapping[str, float]], sizes: Sequence[int], short: Sequence[bool]
) -> list[tuple[float, ...]]:
    """Describe the gap before each block by shared words, and its headline by its neighbours."""
    rows: list[tuple[float, ...]] = []
    for index in range(len(pairs)):
        cosines = [
            cohesion.measure_cosine(
                cohesion.merge_pairs(pairs, look_back(sizes, index, limit)),
                cohesion.merge_pairs(pairs, look_ahead(sizes, index, limit)),
            )
            for limit in _WINDOWS
        ]
        near = cohesion.measure_cosine(pairs[index - 1], pairs[index]) if index else 0.0
        rows.append((near, *cosines, *_cover(pairs, sizes, short, index)))
    return rows


def _cover(
    pairs: Sequence[Mapping[str, float]], sizes: Sequence[int], short: Sequence[bool], index: int
) -> tuple[float, ...]:
    """Return how much of a short block, and of its run of short blocks, is taken up around it."""
    if not short[index]:
        return (0.0,) * 6
    first = last = index
    while first > 0 and short[first - 1] and index - first < 4:
        first -= 1
    while last + 1 < len(pairs) and short[last + 1] and last - index < 4:
        last += 1
    before = cohesion.merge_pairs(pairs, look_back(sizes, first, _WINDOWS[1]))
    after = cohesion.merge_pairs(pairs, look_ahead(sizes, last + 1, _WINDOWS[1]))
    run = cohesion.merge_pairs(pairs, range(first, last + 1))
    near = cohesion.merge_pairs(pairs, look_back(sizes, first, _WINDOWS[0]))
    lead = cohesion.merge_pairs(pairs, look_ahead(sizes, last + 1, _WINDOWS[0]))
    return (
        cohesion.measure_coverage(pairs[index], before),
        cohesion.measure_coverage(pairs[index], after),
        cohesion.measure_coverage(run, before),
        cohesion.measure_coverage(run, after),
        cohesion.measure_coverage(run, near),
        cohesion.measure_coverage(run, lead),
    )


def _read_page(
    blocks: Sequence[Block],
    looks: Sequence[tuple[float, ...]],
    *,
    words: Sequence[tuple[float, ...]],
    short: Sequence[bool],
) -> tuple[float, ...]:
    """Describe the page's habits: what most of its blocks do."""
    count = len(blocks)
    tilt = [row[5] - row[6] for row, maybe in zip(words, short, strict=True) if maybe]
    return (
        sum(block.column > 0 for block in blocks) / count,
        sum(block.lines[0].blanks > 0 for block in blocks) / count,
        sum(block.lines[0].mark > 0 for block in blocks) / count,
        sum(short) / count,
        sum(look[6] > 0 for look in looks) / count,
        sum(look[11] > 0 for look in looks) / count,
        float(sum(short[:3])),
        float(sum(short[-3:])),
        sum(tilt) / len(tilt) if tilt else 0.0,
        sum(value > 0.15 for value in tilt) - sum(value < -0.15 for value in tilt),
        float(count),
    )


def _read_distances(
    looks: Sequence[tuple[float, ...]], short: Sequence[bool]
) -> list[tuple[float, ...]]:
    """Return how far each block is from openings, short blocks, marks and empty lines around it."""
    count = len(looks)
    flags = (
        [look[6] > 0 for look in looks],
        list(short),
        [not maybe for maybe in short],
        [look[10] > 0 for look in looks],
        [look[21] > 0 for look in looks],
    )
    columns: list[list[float]] = []
    for flag in flags:
        for order in (range(count), range(count - 1, -1, -1)):
            away, column = 9.0, [0.0] * count
            for index in order:
                away = 0.0 if flag[index] else min(away + 1.0, 9.0)
                column[index] = away
            columns.append(column)
    return [tuple(column[index] for column in columns) for index in range(count)]
