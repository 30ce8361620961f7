"""Blocks to probabilities: how likely an article begins with each, and each is a headline.

Decided in rounds that see each other's answers, with the habit of the page in view. The numbers
were learnt from rendered pages (tests/bench/press/train.py).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from analysis.press.blocks import Block
from analysis.press.closings import find_closers
from analysis.press.cuts.habit import HABITS, describe_habit
from analysis.press.cuts.looks import find_interruptions
from analysis.press.cuts.rounds import Rated, read_context
from analysis.press.cuts.settle import defer_cuts, force_cuts, settle_page
from analysis.press.cuts.signals import Signals, read_signals
from analysis.press.cuts.trees import Forest, read_forest
from analysis.press.openings import find_openers

# A habit this likely is kept; an answer that the habit decides is this sure.
_HABITUAL = 0.6
_SETTLED = 0.6
_NUMBERS = Path(__file__).with_name("rounds.json")


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that was learnt: forests for the rounds (cut, head), habits, stretches and joins."""

    rounds: tuple[tuple[Forest, Forest], ...]
    habits: tuple[Forest, ...]
    stretches: Forest
    joins: Forest


@lru_cache(maxsize=1)
def read_numbers() -> Numbers:
    """Read what was learnt."""
    read = json.loads(_NUMBERS.read_text(encoding="utf-8"))
    return Numbers(
        rounds=tuple((read_forest(one["cut"]), read_forest(one["head"])) for one in read["rounds"]),
        habits=tuple(read_forest(read["habits"][habit]) for habit in HABITS),
        stretches=read_forest(read["stretches"]),
        joins=read_forest(read["joins"]),
    )


def rate_blocks(blocks: Sequence[Block]) -> Rated:
    """Return how likely an article begins with each block, and how likely each is a headline."""
    signals = read_signals(blocks)
    numbers = read_numbers()
    (cut, head), *later = numbers.rounds
    rows = list(signals.rows)
    cuts = [cut.rate(row) for row in signals.rows]
    heads = [head.rate(row) for row in signals.rows]
    witness = describe_habit(signals, cuts, heads)
    habit = [forest.rate(witness) for forest in numbers.habits]
    for cut, head in later:
        # The cuts see the headlines of their own round.
        heads = [head.rate(row) for row in _add_context(signals, cuts, heads, habit)]
        rows = _add_context(signals, cuts, heads, habit)
        cuts = [cut.rate(row) for row in rows]
    return Rated(signals, cuts, heads, habit, rows)


def _add_context(
    signals: Signals, cuts: Sequence[float], heads: Sequence[float], habit: Sequence[float]
) -> list[tuple[float, ...]]:
    context = read_context(signals, cuts, heads, habit)
    return [row + more for row, more in zip(signals.rows, context, strict=True)]


def settle_cuts(rated: Rated, texts: Sequence[str]) -> Rated:
    """Set the cuts right where the text leaves no choice: credits, openers of jumps."""
    closing = rated.closes
    cuts = defer_cuts(rated.cuts, rated.heads, find_closers(texts), closing=closing)
    opens = find_beginnings(texts)
    return replace(rated, cuts=force_cuts(cuts, rated.heads, opens, closing=closing))


def find_beginnings(texts: Sequence[str]) -> tuple[bool, ...]:
    """Return which blocks can only begin a story, or a piece of another one."""
    both = zip(find_openers(texts), find_interruptions(texts), strict=True)
    return tuple(opens or interrupts for opens, interrupts in both)


def settle_heads(rated: Rated, starts: Sequence[int]) -> Rated:
    """Raise and lower the headlines so that they keep the habit of the page, where it has one."""
    if max(rated.habit[:2]) < _HABITUAL:
        return rated
    cuts = [0.0] * rated.count
    for start in starts:
        cuts[start] = 1.0
    _, heads = settle_page(cuts, rated.heads, closing=rated.closes)
    settled = [
        max(rate, _SETTLED) if yes else min(rate, 1.0 - _SETTLED)
        for rate, yes in zip(rated.heads, heads, strict=True)
    ]
    return replace(rated, heads=settled)
