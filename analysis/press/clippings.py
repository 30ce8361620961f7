"""A cut page as clippings: what each article is made of, so that an edit can make it anew."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.press.article import join_spans, make_article
from analysis.press.blocks import Block, divide_blocks, read_blocks
from analysis.press.cuts import decide
from analysis.press.cuts.decide import Draft
from analysis.press.records import PEOPLE, Article, Furniture, Page, PageCut, Span

BY_HAND = "hand"
"""The reason of an article whose extent a reader has set."""

# The page of a row is named after its table and its number there.
_ROW = re.compile(r"#r\d+$")
_TOLD = ("url", "byline", *PEOPLE)


@dataclass(frozen=True, slots=True)
class Clipping:
    """The ranges of one article in reading order, those of its headline, and what was set by hand.

    ``kind`` and ``headline`` are the reader's own, None where the press decides. ``made`` is the
    article as it was last made, None as soon as its ranges or its headline lines are others.
    ``given`` is the article that a table gave, of which this is all or a part: it stays.
    """

    spans: tuple[Span, ...]
    heads: tuple[Span, ...] = ()
    kind: str | None = None
    headline: str | None = None
    made: Article | None = None
    given: Article | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A page with its clippings and furniture, its blocks, and where its printed lines begin."""

    page: Page
    clippings: tuple[Clipping, ...]
    furniture: tuple[Furniture, ...]
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]

    def has_lines(self, spans: Sequence[Span]) -> bool:
        """Whether a printed line begins in one of the ranges: they are more than white space."""
        return any(
            bisect_left(self.starts, start) < bisect_left(self.starts, end) for start, end in spans
        )


def read_board(cut: PageCut) -> Board:
    """Return what the articles of a page are made of."""
    is_row = bool(_ROW.search(cut.page.source))
    clippings = [
        Clipping(one.spans, find_heads(one), made=one, given=one if is_row else None)
        for one in cut.articles
    ]
    # Of the whole page: the widths and habits of its columns are read from all of it.
    blocks = read_blocks(cut.page.text)
    starts = tuple(line.start for block in blocks for line in block.lines)
    return Board(cut.page, tuple(clippings), cut.furniture, blocks, starts)


def find_heads(article: Article) -> tuple[Span, ...]:
    """Return the ranges that were read as headline: what was taken out of the body under its name.

    Examples
    --------
    >>> from analysis.press.records import Note
    >>> find_heads(Article("p", "s", ((0, 9),), "", notes=(Note("headline", 0, 4, "", ""),)))
    ((0, 4),)
    """
    found = sorted((note.start, note.end) for note in article.notes if note.rule == "headline")
    return join_spans(found)


def guess_heads(board: Board, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return what the press takes for the headline of ranges that no article was made of yet.

    They are planned as a page of their own; a headline stands at its beginning or at its end.
    """
    blocks, covers = clip_blocks(board.blocks, spans)
    drafts = decide.plan_page(blocks).drafts
    first = next((draft.heads for draft in drafts if draft.heads and 0 in draft.heads), ())
    last = next((draft.heads for draft in drafts if len(blocks) - 1 in draft.heads), ())
    return join_spans([covers[at] for at in first or last])


def clip_blocks(
    blocks: Sequence[Block], spans: Sequence[Span], heads: Sequence[Span] = ()
) -> tuple[list[Block], list[Span]]:
    """Return the blocks of some ranges of a page, and what each covers of them.

    Blocks are divided where a range or a headline begins or ends inside them.
    """
    edges = {edge for span in (*spans, *heads) for edge in span}
    divided = divide_blocks(blocks, edges)
    own: list[Block] = []
    covers: list[Span] = []
    for start, end in spans:
        inside = [block for block in divided if start <= block.start < end]
        begins = [start, *(block.start for block in inside[1:])]
        own += inside
        covers += zip(begins, [*begins[1:], end], strict=True) if inside else []
    return own, covers


def make_page_cut(board: Board) -> PageCut:
    """Make the articles whose ranges changed; the others stay as they are."""
    articles = [_make_article(board, clipping) for clipping in board.clippings]
    return PageCut(
        board.page,
        tuple(sorted(articles, key=lambda article: min(article.spans))),
        tuple(sorted(board.furniture, key=lambda piece: piece.start)),
    )


def _make_article(board: Board, clipping: Clipping) -> Article:
    article = clipping.made or remake_article(board, clipping)
    return replace(
        article,
        kind=clipping.kind or article.kind,
        headline=clipping.headline or article.headline,
    )


def remake_article(board: Board, clipping: Clipping) -> Article:
    """Make the article of a clipping, in the way ``split_page`` makes its articles.

    What a table told of it beside its text (address, author) stays where the text names none.
    """
    article = _read_article(board, clipping)
    given = clipping.given
    if given is None:
        return article
    whole = _read_article(board, Clipping(given.spans, find_heads(given)))
    # A credit of the text is of the lines it stands among: only what the text as a whole does not
    # say was told by the table, and that is true of every part.
    told: dict[str, Any] = {
        name: getattr(given, name)
        for name in _TOLD
        if not getattr(article, name) and getattr(given, name) != getattr(whole, name)
    }
    return replace(article, **told)


def _read_article(board: Board, clipping: Clipping) -> Article:
    blocks, covers = clip_blocks(board.blocks, clipping.spans, clipping.heads)
    heads = tuple(
        number
        for number, block in enumerate(blocks)
        if any(start <= block.start < end for start, end in clipping.heads)
    )
    draft = Draft(tuple(range(len(blocks))), heads, score=1.0)
    return replace(make_article(board.page, blocks, covers, draft), reasons=(BY_HAND,))
