"""Stretches of a page between possible cuts, each described as if it were a whole article.

A gap is judged by what stands around it, a stretch by what an article is: one headline at one of
its ends, words that hold together inside and fall off at both sides, a beginning and an end.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from analysis.press import cohesion
from analysis.press.cuts import senses
from analysis.press.cuts.crowns import Crowns, count_crowns, describe_crowns
from analysis.press.cuts.rounds import Rated
from analysis.press.cuts.signals import Signals
from analysis.press.cuts.trees import LIKELY
from analysis.press.cuts.windows import look_ahead, look_back

Stretch = tuple[int, int]
"""Blocks that follow each other: the first, one after the last."""

# A gap less likely than this is never cut: a stretch for each pair of gaps would be too many.
_POSSIBLE = 0.03
_MOST_GAPS = 0.6
# How much may speak against a stretch that runs over possible cuts: two of 0.9, many small ones.
_MOST_AGAINST = 5.0
_LONGEST = 30
_EDGE = 300
_NOWHERE = -1.0
# A page of fewer blocks is small; how much the log odds of its gaps weigh against its stretches.
_SMALL = 10
_GAPS = 0.2
# What one more article must promise to be worth giving out: more than half of the F1 that is
# reached, for a piece too many is not always joined again. Measured from 0.3 to 0.75.
_TOLL = 0.6
# Places in the looks of a block (signals.read_looks) that tell how articles begin and end.
_TELLING = (0, 2, 3, 4, 6, 7, 11, 12, 13, 14, 15, 21, 23, 24)
_ABSENT = (0.0,) * len(_TELLING)


def find_bounds(rated: Rated) -> list[int]:
    """Return the places where the page may be cut, its two ends among them."""
    ranked = sorted(range(1, rated.count), key=lambda at: (-rated.cuts[at], at))
    most = int(_MOST_GAPS * rated.count) + 2
    likely = [at for at in ranked[:most] if rated.cuts[at] > _POSSIBLE]
    return [0, *sorted(likely), rated.count]


def describe_stretches(rated: Rated) -> dict[Stretch, tuple[float, ...]]:
    """Return one row for each stretch of a few possible parts."""
    bounds = find_bounds(rated)
    edges = {at: _read_edge(rated, at) for at in bounds}
    crowns = count_crowns(rated.signals, rated.heads)
    page = (
        *rated.habit,
        float(rated.count),
        float(sum(cut > LIKELY for cut in rated.cuts)),
        float(sum(head > LIKELY for head in rated.heads)),
    )
    return {
        (first, after): (
            *edges[first],
            *edges[after],
            *_describe(rated, crowns, range(first, after)),
            *page,
        )
        for first, after in _list_stretches(rated, bounds)
    }


def _list_stretches(rated: Rated, bounds: Sequence[int]) -> Iterator[Stretch]:
    """Yield the stretches worth a look: those that run over no cut that is all but certain."""
    for place, first in enumerate(bounds):
        against = 0.0
        for after in bounds[place + 1 : place + 1 + _LONGEST]:
            yield first, after
            against -= math.log(max(1.0 - rated.read_cut(after), 0.001))
            if against > _MOST_AGAINST:
                break


def _read_edge(rated: Rated, at: int) -> tuple[float, ...]:
    """Describe a possible cut: how likely, what stands on its sides, what both sides share."""
    signals = rated.signals
    before = look_back(signals.sizes, at, _EDGE)
    after = look_ahead(signals.sizes, at, _EDGE)
    return (
        rated.read_cut(at),
        *(rated.read_head(at + step) for step in (-2, -1, 0, 1)),
        *_read_telling(signals, at - 1),
        *_read_telling(signals, at),
        cohesion.measure_cosine(
            cohesion.merge_pairs(signals.pairs, before), cohesion.merge_pairs(signals.pairs, after)
        ),
        senses.measure_nearness(
            senses.add_points(signals.points, before), senses.add_points(signals.points, after)
        ),
    )


def _read_telling(signals: Signals, at: int) -> tuple[float, ...]:
    if not 0 <= at < len(signals.looks):
        return _ABSENT
    looks = signals.looks[at]
    return tuple(looks[place] for place in _TELLING)


def _describe(rated: Rated, crowns: Crowns, inside: range) -> tuple[float, ...]:
    """Describe a stretch by itself."""
    inner = [rated.cuts[at] for at in inside[1:]]
    worst = inside[0] + 1 + inner.index(max(inner)) if inner else inside[0]
    body = [at for at in inside if rated.heads[at] <= LIKELY]
    return (
        max(inner, default=0.0),
        sum(math.log(max(1.0 - cut, 0.001)) for cut in inner),
        float(sum(cut > 0.2 for cut in inner)),
        float(sum(cut > LIKELY for cut in inner)),
        float(worst - inside[0]),
        float(inside[-1] + 1 - worst),
        *_describe_heads(rated, inside, body),
        *_compare_parts(rated.signals, inside, body, worst),
        *describe_crowns(crowns, inside, worst),
        *_read_telling(rated.signals, body[0] if body else inside[0]),
        *_read_telling(rated.signals, body[-1] if body else inside[-1]),
    )


def _describe_heads(rated: Rated, inside: range, body: Sequence[int]) -> tuple[float, ...]:
    """Describe sizes, and how many likely headlines stand in front, at the end and between."""
    heads = [rated.heads[at] for at in inside]
    front = body[0] - inside[0] if body else len(inside)
    back = inside[-1] - body[-1] if body else 0
    sizes = rated.signals.sizes
    return (
        float(len(inside)),
        float(len(body)),
        math.log1p(sum(sizes[at] for at in inside)),
        math.log1p(sum(sizes[at] for at in body)),
        float(front),
        float(back),
        float(len(inside) - len(body) - front - back),
        sum(heads),
        max(heads),
        heads[0],
        heads[-1],
    )


def _compare_parts(
    signals: Signals, inside: range, body: Sequence[int], worst: int
) -> tuple[float, ...]:
    """Compare both sides of the likeliest cut inside, and what stands outside with the body."""
    left, right = range(inside[0], worst), range(worst, inside[-1] + 1)
    pairs, points = signals.pairs, signals.points
    prose = cohesion.merge_pairs(pairs, body)
    place = senses.add_points(points, body)
    heads = [at for at in inside if at not in set(body)]
    crown = cohesion.merge_pairs(pairs, heads)
    outside = [at if 0 <= at < len(pairs) else None for at in (inside[0] - 1, inside[-1] + 1)]
    halves = [cohesion.merge_pairs(pairs, side) for side in (left, right)]
    sides = [senses.add_points(points, side) for side in (left, right)]
    return (
        cohesion.measure_cosine(*halves) if left else 1.0,
        senses.measure_nearness(sides[0], sides[1]) if left else 1.0,
        cohesion.measure_coverage(crown, prose) if heads and body else _NOWHERE,
        senses.measure_nearness(senses.add_points(points, heads), place),
        *(_cover(pairs, at, prose) for at in outside),
        *(_NOWHERE if at is None else senses.measure_nearness(points[at], place) for at in outside),
    )


def _cover(
    pairs: Sequence[Mapping[str, float]], at: int | None, prose: Mapping[str, float]
) -> float:
    return _NOWHERE if at is None else cohesion.measure_coverage(pairs[at], prose)


def weigh_gaps(rates: Mapping[Stretch, float], rated: Rated) -> dict[Stretch, float]:
    """Let the gaps have a say where a page is too small for its stretches to be compared.

    A few blocks tell no habit and no usual size, which stretches are rated by; what stands at a
    gap (a headline, an opening) tells as much as on a large page.
    """
    if rated.count >= _SMALL:
        return dict(rates)
    return {
        (first, after): rate
        + _GAPS * math.log(max(rated.read_cut(first), 0.001))
        + _GAPS * sum(math.log(max(1.0 - rated.cuts[at], 0.001)) for at in range(first + 1, after))
        for (first, after), rate in rates.items()
    }


def choose_stretches(rates: Mapping[Stretch, float], count: int) -> list[Stretch]:
    """Return the stretches that tile the page with the most right articles to be expected.

    The expected number of right articles less a share of all articles given out is what F1 grows
    with (Jansche 2007, https://aclanthology.org/P07-1093), found by dynamic programming.

    Examples
    --------
    >>> choose_stretches({(0, 1): 0.7, (1, 2): 0.6, (0, 2): 0.3}, 2)
    [(0, 1), (1, 2)]
    >>> choose_stretches({(0, 1): 0.2, (1, 2): 0.2, (0, 2): 0.8}, 2)
    [(0, 2)]
    """
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for first, after in sorted(rates, key=lambda stretch: (stretch[1], stretch[0])):
        gain = best[first][0] + rates[first, after] - _TOLL
        if after not in best or gain > best[after][0]:
            best[after] = (gain, first)
    chosen: list[Stretch] = []
    at = count
    while at:
        chosen.append((best[at][1], at))
        at = best[at][1]
    return chosen[::-1]
