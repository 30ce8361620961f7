"""Blocks to drafts of articles: where each begins and ends, and which blocks are its headline.

Decided for the page as a whole: each gap is rated, the stretches between possible cuts are rated
as articles, the best tiling of the page is taken, and its pieces are joined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.press.blocks import Block
from analysis.press.credits import read_line, read_names
from analysis.press.cuts.bridges import find_bridges, settle_pairs
from analysis.press.cuts.joins import Pair, describe_pairs
from analysis.press.cuts.linking import link_pieces
from analysis.press.cuts.looks import is_left_open, is_plain
from analysis.press.cuts.pieces import Piece, cut_pieces
from analysis.press.cuts.rating import (
    find_beginnings,
    rate_blocks,
    read_numbers,
    settle_cuts,
    settle_heads,
)
from analysis.press.cuts.reasons import JOINED, weigh_reasons
from analysis.press.cuts.rounds import Rated
from analysis.press.cuts.stretches import (
    choose_stretches,
    describe_stretches,
    weigh_gaps,
)
from analysis.press.cuts.trees import LIKELY
from analysis.press.furniture import find_furniture

# Of a habit this likely the page makes no exception.
_SURE_HABIT = 0.8


@dataclass(frozen=True, slots=True)
class Draft:
    """Blocks that are one article, in reading order; which of them are its headline; how sure.

    ``reasons`` are the kinds of signals that spoke for its beginning (``reasons``).
    """

    blocks: tuple[int, ...]
    heads: tuple[int, ...]
    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All blocks of a page dealt out: to drafts, or as furniture (index, kind)."""

    drafts: tuple[Draft, ...]
    furniture: tuple[tuple[int, str], ...]


def plan_page(blocks: Sequence[Block]) -> Plan:
    """Deal the blocks of a page out to articles and furniture."""
    furniture = find_furniture(blocks)
    rest = [index for index in range(len(blocks)) if index not in furniture]
    drafts = _plan_drafts([blocks[index] for index in rest]) if rest else []
    placed = [
        replace(
            one,
            blocks=tuple(rest[at] for at in one.blocks),
            heads=tuple(rest[at] for at in one.heads),
        )
        for one in drafts
    ]
    return Plan(tuple(placed), tuple(sorted(furniture.items())))


def _plan_drafts(blocks: Sequence[Block]) -> list[Draft]:
    texts = [block.text for block in blocks]
    numbers = read_numbers()
    rated = settle_cuts(rate_blocks(blocks), texts)
    hopes = {one: numbers.stretches.rate(row) for one, row in describe_stretches(rated).items()}
    chosen = choose_stretches(weigh_gaps(hopes, rated), rated.count)
    starts = [first for first, _ in chosen]
    rated = settle_heads(rated, starts)
    pieces = cut_pieces(rated, texts, chosen)
    pairs = describe_pairs(pieces, rated)
    rates = {pair: numbers.joins.rate(row) for pair, row in pairs.items()}
    rates = settle_pairs(rates, find_bridges(pieces, texts), _find_opening(pieces, texts))
    reasons = weigh_reasons(numbers.rounds[-1][0], rated.rows, starts)
    drafts = []
    for chain in link_pieces(rates, [piece.only_heads for piece in pieces]):
        score = min(_score_chain(chain, rates), *(hopes[chosen[at]] for at in chain))
        draft = _make_draft([pieces[at] for at in chain], texts, rated, score=score)
        drafts.append(replace(draft, reasons=_tell_reasons(chain, reasons, starts)))
    return sorted(drafts, key=lambda draft: min(draft.blocks))


def _find_opening(pieces: Sequence[Piece], texts: Sequence[str]) -> frozenset[int]:
    """Return the pieces that a line opens which can only begin a story."""
    opens = find_beginnings(texts)
    return frozenset(at for at, piece in enumerate(pieces) if opens[piece.first])


def _tell_reasons(
    chain: Sequence[int], reasons: Mapping[int, tuple[str, ...]], starts: Sequence[int]
) -> tuple[str, ...]:
    joined = (JOINED,) if len(chain) > 1 else ()
    return (*reasons[starts[chain[0]]], *joined)


def _score_chain(chain: Sequence[int], rates: Mapping[Pair, float]) -> float:
    """Return how sure a chain is: of its weakest link, and that nothing more belongs to it."""
    links = [rates[pair] for pair in pairwise(chain) if pair in rates]
    missed = [
        rate
        for (one, two), rate in rates.items()
        if (two == chain[0] or one == chain[-1]) and (one in chain) != (two in chain)
    ]
    return min([*links, 1.0 - max(missed, default=0.0)])


def _make_draft(
    chain: Sequence[Piece], texts: Sequence[str], rated: Rated, *, score: float
) -> Draft:
    blocks = tuple(place for piece in chain for place in range(piece.first, piece.after))
    heads = _find_heads(chain, texts, rated)
    return Draft(blocks, _drop_bylines(heads, texts), round(score, 4))


def _find_heads(chain: Sequence[Piece], texts: Sequence[str], rated: Rated) -> list[int]:
    """Return the headline blocks: at that edge of the article which is the page's habit, or none.

    Where nothing stands there, the likely headline at any edge of a piece is taken.
    """
    edges = [
        order
        for piece in chain
        for order in _order_edges(range(piece.first, piece.after), closes=rated.closes)
    ]
    habitual = _take_run(edges[0], rated.heads) or _take_edge(chain, texts, rated)
    runs = [habitual, *(_take_run(order, rated.heads) for order in edges[1:])]
    return sorted(next((run for run in runs if run), []))


def _order_edges(places: range, *, closes: bool) -> tuple[range, range]:
    """Return the blocks of a piece from its habitual edge on, and from the other one."""
    return (places[::-1], places) if closes else (places, places[::-1])


def _take_run(order: range, heads: Sequence[float]) -> list[int]:
    run: list[int] = []
    for place in order:
        if heads[place] <= LIKELY:
            break
        run.append(place)
    return run


def _take_edge(chain: Sequence[Piece], texts: Sequence[str], rated: Rated) -> list[int]:
    """Return the short line at the habitual edge of an article without a likely headline.

    On a page that surely keeps a habit, the line that stands where all others have their headline
    is one, unless it signs the story or goes on from a sentence left open.
    """
    piece = chain[0]
    place = piece.after - 1 if rated.closes else piece.first
    alone = piece.after - piece.first < 2 or not rated.signals.short[place]
    if max(rated.habit[:2]) < _SURE_HABIT or alone or not is_plain(texts[place]):
        return []
    if place and is_left_open(texts[place - 1]):
        return []
    text = texts[place]
    body = [texts[at] for at in range(piece.first, piece.after) if at != place]
    # Who signs a story is not in it; whom it is about is (人物: 陈金水).
    signed = read_line(text).spans or read_names(text).spans
    return [] if signed and not any(text in line for line in body) else [place]


def _drop_bylines(heads: Sequence[int], texts: Sequence[str]) -> tuple[int, ...]:
    """Leave names out of a headline, unless the headline is nothing but a name (人物)."""
    kept = [
        at for at in heads if not read_line(texts[at]).spans and not read_names(texts[at]).spans
    ]
    return tuple(kept or heads)
