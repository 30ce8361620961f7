"""Edits done to the cut of a page: every character stays in exactly one piece."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.errors import EditError
from analysis.press import edits as kinds
from analysis.press.article import join_spans
from analysis.press.clippings import Board, Clipping, guess_heads, make_page_cut, read_board
from analysis.press.edits import Edit
from analysis.press.errors import (
    NoArticleThere,
    NoFurnitureThere,
    NoLineThere,
    NothingLeft,
    SameArticle,
)
from analysis.press.records import Furniture, PageCut, Span

DROPPED = "dropped"
"""The kind of furniture that a reader made of lines of an article."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """An edit that the page's cut does not fit any more, and why, in both languages."""

    edit: Edit
    zh: str
    en: str


def apply_edits(cut: PageCut, edits: Sequence[Edit]) -> tuple[PageCut, tuple[Misfit, ...]]:
    """Do the edits of a page to its cut, in their order; what does not fit is told and left out.

    Every character of the page is in exactly one article or piece of furniture, as before.
    """
    if not edits:
        return cut, ()
    board = read_board(cut)
    misfits: list[Misfit] = []
    for edit in edits:
        try:
            board = _DO[edit.edit](board, edit)
        except EditError as error:
            misfits.append(Misfit(edit, error.tell("zh"), error.tell("en")))
    return make_page_cut(board), tuple(misfits)


def _join(board: Board, edit: Edit) -> Board:
    first, second = _find_article(board, edit.at), _find_article(board, edit.to)
    if first is second:
        raise SameArticle(at=edit.at, to=edit.to)
    # What was taken for the headline of the second part is a subhead in the middle of a story.
    joined = Clipping(
        spans=join_spans(first.spans + second.spans),
        heads=first.heads or second.heads,
        kind=first.kind,
        headline=first.headline or (None if first.heads else second.headline),
        given=first.given or second.given,
    )
    return _exchange(board, {first: joined, second: None})


def _split(board: Board, edit: Edit) -> Board:
    whole = _find_article(board, edit.at)
    at = _require_line(board, edit.at)
    turn = next(number for number, span in enumerate(whole.spans) if _holds(span, at))
    (start, end), before, after = whole.spans[turn], whole.spans[:turn], whole.spans[turn + 1 :]
    if not board.has_lines([(start, at)]):
        # The first line of a range: the ranges before it are the other article.
        first, second = before, whole.spans[turn:]
    else:
        first, second = (*before, (start, at)), ((at, end), *after)
    if not first:
        raise NothingLeft(at=edit.at)
    parts = [
        Clipping(first, heads=_keep_heads(board, whole, first), given=whole.given),
        Clipping(
            second,
            heads=_meet(whole.heads, second) or guess_heads(board, second),
            given=whole.given,
        ),
    ]
    # What the reader had set goes with the part that keeps the headline.
    keeper = 1 if _meet(whole.heads, second) and not _meet(whole.heads, first) else 0
    parts[keeper] = replace(parts[keeper], kind=whole.kind, headline=whole.headline)
    return _exchange(board, {whole: parts[0], None: parts[1]})


def _move(board: Board, edit: Edit) -> Board:
    giver, taker = _find_article(board, edit.at), _find_article(board, edit.to)
    if giver is taker:
        raise SameArticle(at=edit.at, to=edit.to)
    kept, taken = _take_out(board, giver.spans, edit)
    return _exchange(board, {giver: _reduce(board, giver, kept), taker: _put_in(taker, taken)})


def _set_headline(board: Board, edit: Edit) -> Board:
    article = _find_article(board, edit.at)
    mended = replace(article, headline=edit.text.strip()) if edit.text else article
    if edit.lines is not None:
        for start, end in edit.lines:
            _require_lines(board, article.spans, _require_line(board, start), end)
        heads = join_spans(sorted(_meet(edit.lines, article.spans)))
        own = mended.headline if edit.text else None
        mended = replace(mended, heads=heads, headline=own, made=None)
    return _exchange(board, {article: mended})


def _set_kind(board: Board, edit: Edit) -> Board:
    article = _find_article(board, edit.at)
    return _exchange(board, {article: replace(article, kind=edit.text)})


def _drop(board: Board, edit: Edit) -> Board:
    article = _find_article(board, edit.at)
    kept, taken = ((), article.spans) if edit.end is None else _take_out(board, article.spans, edit)
    dropped = tuple(Furniture(DROPPED, *span) for span in taken)
    board = replace(board, furniture=board.furniture + dropped)
    return _exchange(board, {article: _reduce(board, article, kept)})


def _restore(board: Board, edit: Edit) -> Board:
    piece = next((one for one in board.furniture if _holds((one.start, one.end), edit.at)), None)
    if piece is None:
        raise NoFurnitureThere(at=edit.at)
    whole = ((piece.start, piece.end),)
    kept, taken = ((), whole) if edit.end is None else _take_out(board, whole, edit)
    if not board.has_lines(taken):
        raise NoLineThere(at=edit.at)
    others = tuple(one for one in board.furniture if one is not piece)
    rest = tuple(Furniture(piece.kind, *span) for span in kept)
    board = replace(board, furniture=others + rest)
    if edit.to is None:
        return _exchange(board, {None: Clipping(taken, heads=guess_heads(board, taken))})
    taker = _find_article(board, edit.to)
    return _exchange(board, {taker: _put_in(taker, taken)})


_DO: Mapping[str, Callable[[Board, Edit], Board]] = {
    kinds.JOIN: _join,
    kinds.SPLIT: _split,
    kinds.MOVE: _move,
    kinds.HEADLINE: _set_headline,
    kinds.KIND: _set_kind,
    kinds.DROP: _drop,
    kinds.RESTORE: _restore,
}


def _find_article(board: Board, at: int | None) -> Clipping:
    for clipping in board.clippings:
        if at is not None and any(_holds(span, at) for span in clipping.spans):
            return clipping
    raise NoArticleThere(at=at)


def _holds(span: Span, at: int) -> bool:
    return span[0] <= at < span[1]


def _require_line(board: Board, at: int) -> int:
    """Return ``at`` where a printed line begins there, or the page begins or ends."""
    known = at in (0, len(board.page.text))
    place = bisect_left(board.starts, at)
    if not known and (place == len(board.starts) or board.starts[place] != at):
        raise NoLineThere(at=at)
    return at


def _take_out(board: Board, spans: Sequence[Span], edit: Edit) -> tuple[tuple[Span, ...], ...]:
    """Take the lines from ``edit.at`` to ``edit.end`` out of ``spans``: what stays, what goes.

    White space at the edge of a range goes with the lines beside it: no range is without a line.
    """
    at, until = _require_line(board, edit.at), _require_line(board, edit.end or 0)
    kept: list[Span] = []
    taken: list[Span] = []
    for start, end in spans:
        one, two = max(start, min(at, end)), max(start, min(until, end))
        one = one if board.has_lines([(start, one)]) else start
        two = two if board.has_lines([(two, end)]) else end
        if one < two and board.has_lines([(max(one, at), min(two, until))]):
            taken.append((one, two))
            kept += [span for span in ((start, one), (two, end)) if span[0] < span[1]]
        else:
            kept.append((start, end))
    _require_lines(board, taken, at, until)
    return tuple(kept), tuple(taken)


def _require_lines(board: Board, spans: Sequence[Span], at: int, until: int) -> None:
    """Stop where a line from ``at`` to ``until`` is in another piece: then none is meant."""
    _require_line(board, until)
    asked = board.starts[bisect_left(board.starts, at) : bisect_left(board.starts, until)]
    strange = [line for line in asked if not any(_holds(span, line) for span in spans)]
    if strange or not asked:
        raise NoArticleThere(at=[*strange, at][0])


def _put_in(taker: Clipping, taken: Sequence[Span]) -> Clipping:
    """Put ranges into an article: before the first of its ranges that the page has later."""
    spans = list(taker.spans)
    for span in taken:
        turn = next((n for n, own in enumerate(spans) if own[0] > span[0]), len(spans))
        spans.insert(turn, span)
    return replace(taker, spans=join_spans(spans), made=None)


def _reduce(board: Board, article: Clipping, kept: Sequence[Span]) -> Clipping | None:
    """Return an article with nothing but the ranges ``kept``; None when there are none."""
    if not kept:
        return None
    heads = _keep_heads(board, article, kept)
    return replace(article, spans=tuple(kept), heads=heads, made=None)


def _keep_heads(board: Board, whole: Clipping, part: Sequence[Span]) -> tuple[Span, ...]:
    """Return the headline of a part of an article: the article's own, else one of the part's."""
    kept = _meet(whole.heads, part)
    # A headline that stayed behind leaves the part to what the press takes for one; an article
    # that had none is not given one because a line of it is dropped.
    lost = bool(whole.heads) and not kept
    return guess_heads(board, part) if lost else kept


def _meet(one: Sequence[Span], other: Sequence[Span]) -> tuple[Span, ...]:
    """Return what two lists of ranges have in common, in the order of the first."""
    common = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((start, end) for start, end in common if start < end)


def _exchange(board: Board, changes: Mapping[Clipping | None, Clipping | None]) -> Board:
    """Put clippings in the place of others (None: nothing in its place, or one more)."""
    placed = [changes.get(one, one) for one in board.clippings]
    placed += [new for old, new in changes.items() if old is None]
    return replace(board, clippings=tuple(one for one in placed if one is not None))
