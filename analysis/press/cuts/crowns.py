"""Headlines that stand apart from their bodies, and what of them a stretch of the page takes up.

Where all headlines stand first, no headline parts two bodies. But each body talks about its own:
where one half of a stretch talks about one headline and the other about another, it is two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.press.cuts.signals import Signals
from analysis.press.cuts.trees import LIKELY

# Headlines side by side that cannot all be lines of one: kicker, headline and deck are three.
_LEAST_RUN = 4
_NONE = (-1.0,) * 6


@dataclass(frozen=True, slots=True)
class Crowns:
    """The headlines that stand apart; ``taken[block][headline]`` marks, a bit each, its pairs."""

    sizes: tuple[int, ...]
    taken: tuple[tuple[int, ...], ...]


def count_crowns(signals: Signals, heads: Sequence[float]) -> Crowns:
    """Find the headlines that stand apart, and which of their pairs each block takes up."""
    alone = _find_alone(heads)
    bits = [
        {pair: 1 << at for at, pair in enumerate(signals.pairs[head])}
        for head in alone
        if signals.pairs[head]
    ]
    taken = [
        tuple(sum(bit for pair, bit in one.items() if pair in own) for one in bits)
        if bits and heads[index] <= LIKELY
        else (0,) * len(bits)
        for index, own in enumerate(signals.pairs)
    ]
    return Crowns(tuple(map(len, bits)), tuple(taken))


def _find_alone(heads: Sequence[float]) -> list[int]:
    alone: list[int] = []
    run: list[int] = []
    for index, head in enumerate([*heads, 0.0]):
        if head > LIKELY:
            run.append(index)
            continue
        alone += run if len(run) >= _LEAST_RUN else []
        run = []
    return alone


def describe_crowns(crowns: Crowns, inside: range, worst: int) -> tuple[float, ...]:
    """Describe which headline a stretch talks about; -1 where no headline stands apart.

    And whether its halves, ahead of and behind ``worst``, and its neighbours talk about the same.
    """
    if not crowns.sizes:
        return _NONE
    whole = _rate(crowns, inside)
    left = _rate(crowns, range(inside[0], worst))
    right = _rate(crowns, range(worst, inside[-1] + 1))
    count = len(crowns.taken)
    before = _rate(crowns, range(max(0, inside[0] - 3), inside[0]))
    after = _rate(crowns, range(inside[-1] + 1, min(count, inside[-1] + 4)))
    ranked = sorted(whole, reverse=True)
    return (
        ranked[0],
        ranked[0] - (ranked[1] if len(ranked) > 1 else 0.0),
        _differ(left, right),
        _differ(before, whole),
        _differ(whole, after),
        float(len(crowns.sizes)),
    )


def _rate(crowns: Crowns, inside: range) -> list[float]:
    """Return the share of each headline's pairs that some blocks take up together."""
    marks = [0] * len(crowns.sizes)
    for index in inside:
        marks = [mark | more for mark, more in zip(marks, crowns.taken[index], strict=True)]
    return [mark.bit_count() / size for mark, size in zip(marks, crowns.sizes, strict=True)]


def _differ(one: Sequence[float], two: Sequence[float]) -> float:
    """Return how much more each side takes up of its own headline than the other side does."""
    first, second = max(one), max(two)
    if not first or not second:
        return 0.0
    mine, theirs = one.index(first), two.index(second)
    return first - one[theirs] + second - two[mine]
