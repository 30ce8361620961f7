"""Blocks to drafts of articles: where each begins and ends, and which blocks are its headline.

Decided for the page as a whole: in rounds that see each other's answers, with the habit of the page
in view; then the pieces are joined. The numbers were learnt from rendered pages
(tests/bench/press/train.py).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from analysis.press.blocks import Block
from analysis.press.closings import find_closers
from analysis.press.credits import read_line, read_names
from analysis.press.furniture import find_furniture
from analysis.press.habit import HABITS, describe_habit
from analysis.press.joins import Pair, describe_pairs, link_pieces
from analysis.press.openings import find_openers
from analysis.press.pieces import LIKELY, Piece, cut_pieces
from analysis.press.rounds import read_context
from analysis.press.settle import defer_cuts, force_cuts, settle_page
from analysis.press.signals import Signals, read_signals
from analysis.press.trees import Forest, read_forest

# A habit this likely is kept; an answer that the habit decides is this sure.
_HABITUAL = 0.6
_SETTLED = 0.6
_NUMBERS = Path(__file__).with_name("rounds.json")


@dataclass(frozen=True, slots=True)
class Draft:
    """Blocks that are one article, in reading order; which of them are its headline; how sure."""

    blocks: tuple[int, ...]
    heads: tuple[int, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """All blocks of a page dealt out: to drafts, or as furniture (index, kind)."""

    drafts: tuple[Draft, ...]
    furniture: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """How likely each block begins an article and is a headline, and the habit of the page."""

    signals: Signals
    cuts: Sequence[float]
    heads: Sequence[float]
    habit: Sequence[float]


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that was learnt: a pair of forests (cut, head) a round, one a habit, one for joins."""

    rounds: tuple[tuple[Forest, Forest], ...]
    habits: tuple[Forest, ...]
    joins: Forest


@lru_cache(maxsize=1)
def read_numbers() -> Numbers:
    """Read what was learnt."""
    read = json.loads(_NUMBERS.read_text(encoding="utf-8"))
    return Numbers(
        rounds=tuple((read_forest(one["cut"]), read_forest(one["head"])) for one in read["rounds"]),
        habits=tuple(read_forest(read["habits"][habit]) for habit in HABITS),
        joins=read_forest(read["joins"]),
    )


def plan_page(blocks: Sequence[Block]) -> Plan:
    """Deal the blocks of a page out to articles and furniture."""
    furniture = find_furniture(blocks)
    rest = [index for index in range(len(blocks)) if index not in furniture]
    drafts = _plan_drafts([blocks[index] for index in rest]) if rest else []
    placed = [
        Draft(tuple(rest[at] for at in one.blocks), tuple(rest[at] for at in one.heads), one.score)
        for one in drafts
    ]
    return Plan(tuple(placed), tuple(sorted(furniture.items())))


def _plan_drafts(blocks: Sequence[Block]) -> list[Draft]:
    texts = [block.text for block in blocks]
    rated = settle_rated(rate_blocks(blocks), texts)
    pieces = cut_pieces(rated.signals, texts, rated.cuts, rated.heads)
    joins = read_numbers().joins
    rates = {pair: joins.rate(row) for pair, row in describe_pairs(pieces, rated.habit).items()}
    chains = link_pieces(rates, [piece.only_heads for piece in pieces])
    drafts = [
        _make_draft([pieces[at] for at in chain], texts, rated, score=_score_chain(chain, rates))
        for chain in chains
    ]
    return sorted(drafts, key=lambda draft: min(draft.blocks))


def _score_chain(chain: Sequence[int], rates: Mapping[Pair, float]) -> float:
    """Return how sure a chain is: of its weakest link, and that nothing more belongs to it."""
    links = [rates[pair] for pair in pairwise(chain) if pair in rates]
    missed = [
        rate
        for (one, two), rate in rates.items()
        if (two == chain[0] or one == chain[-1]) and (one in chain) != (two in chain)
    ]
    return min([*links, 1.0 - max(missed, default=0.0)])


def settle_rated(rated: Rated, texts: Sequence[str]) -> Rated:
    """Raise and lower the answers so that they keep the habit of the page, where it has one."""
    opens, closes, _ = rated.habit
    closing = closes > opens
    cuts = defer_cuts(rated.cuts, rated.heads, find_closers(texts), closing=closing)
    cuts = force_cuts(cuts, rated.heads, find_openers(texts), closing=closing)
    rated = replace(rated, cuts=cuts)
    if max(opens, closes) < _HABITUAL:
        return rated
    starts, heads = settle_page(rated.cuts, rated.heads, closing=closing)
    return replace(
        rated,
        cuts=[
            max(rate, _SETTLED) if yes else rate
            for rate, yes in zip(rated.cuts, starts, strict=True)
        ],
        heads=[
            max(rate, _SETTLED) if yes else min(rate, 1.0 - _SETTLED)
            for rate, yes in zip(rated.heads, heads, strict=True)
        ],
    )


def rate_blocks(blocks: Sequence[Block]) -> Rated:
    """Return how likely an article begins with each block, and how likely each is a headline."""
    signals = read_signals(blocks)
    numbers = read_numbers()
    (cut, head), *later = numbers.rounds
    cuts = [cut.rate(row) for row in signals.rows]
    heads = [head.rate(row) for row in signals.rows]
    witness = describe_habit(signals, cuts, heads)
    habit = [forest.rate(witness) for forest in numbers.habits]
    for cut, head in later:
        # The cuts see the headlines of their own round.
        heads = [head.rate(row) for row in _add_context(signals, cuts, heads, habit)]
        cuts = [cut.rate(row) for row in _add_context(signals, cuts, heads, habit)]
    return Rated(signals, cuts, heads, habit)


def _add_context(
    signals: Signals, cuts: Sequence[float], heads: Sequence[float], habit: Sequence[float]
) -> list[tuple[float, ...]]:
    context = read_context(signals, cuts, heads, habit)
    return [row + more for row, more in zip(signals.rows, context, strict=True)]


def _make_draft(
    chain: Sequence[Piece], texts: Sequence[str], rated: Rated, *, score: float
) -> Draft:
    blocks = tuple(place for piece in chain for place in range(piece.first, piece.after))
    inner = [1.0 - rated.cuts[at] for piece in chain for at in range(piece.first + 1, piece.after)]
    heads = _find_heads(chain, rated)
    return Draft(blocks, _drop_bylines(heads, texts), round(min([score, *inner]), 4))


def _find_heads(chain: Sequence[Piece], rated: Rated) -> list[int]:
    """Return the likely headline blocks at that edge of a piece which is the page's habit."""
    closes = rated.habit[1] > rated.habit[0]
    for piece in chain:
        places = range(piece.first, piece.after)
        runs = [_take_run(order, rated.heads) for order in (places, places[::-1])]
        for run in runs[::-1] if closes else runs:
            if run:
                return sorted(run)
    return []


def _take_run(order: range, heads: Sequence[float]) -> list[int]:
    run: list[int] = []
    for place in order:
        if heads[place] <= LIKELY:
            break
        run.append(place)
    return run


def _drop_bylines(heads: Sequence[int], texts: Sequence[str]) -> tuple[int, ...]:
    """Leave names out of a headline, unless the headline is nothing but a name (人物)."""
    kept = [
        at for at in heads if not read_line(texts[at]).spans and not read_names(texts[at]).spans
    ]
    return tuple(kept or heads)
