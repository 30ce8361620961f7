"""Back to the page: where on its raw page a range of an article's text is printed."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from analysis.press import repair
from analysis.press.layout import SENTENCE_END, read_lines
from analysis.press.records import Note, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article on one page: ranges and notes count in that page's ``text``."""

    page_id: str
    text: str
    spans: tuple[Span, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A range of characters of the raw text of a page."""

    page_id: str
    start: int
    end: int


# Where a character of the body comes from: the number of its range, first and last raw place.
_Origin = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Trace:
    """The text of an article and where each character of it is printed.

    ``places`` are the pieces' ranges, page by page; ``origins`` has an entry for each character of
    ``text``: which of the places holds it and its range there, None for what stands on no page
    (the line breaks between headline and body, a headline that a reader wrote).
    """

    text: str
    places: tuple[Printed, ...]
    origins: tuple[_Origin | None, ...]


def trace_article(pieces: Sequence[Piece], *, heads: Sequence[str], body: str) -> Trace:
    """Trace every character of an article's text to its page.

    Parameters
    ----------
    pieces : sequence of Piece
        The article's own, then its tails.
    heads : sequence of str
        Kicker, headline and deck, as far as it has them.
    body : str
        Where the notes do not give this body (a table gave it), nothing of it can be traced.
    """
    made, origins, places = "", list[_Origin | None](), list[Printed]()
    for piece in pieces:
        words, found = _trace_piece(piece, len(places))
        places += [Printed(piece.page_id, *span) for span in piece.spans]
        # As ``threads.join_story`` joins them.
        gap = "\n" if made and SENTENCE_END.search(made) else ""
        made, origins = made + gap + words, [*origins, *([None] * len(gap)), *found]
    if made != body:
        origins = [None] * len(body)
    front = [origin for head in heads for origin in (*_trace_head(head, pieces), None)]
    text = "\n".join((*heads, body)) if body else "\n".join(heads)
    return Trace(text, tuple(places), tuple([*front, *origins][: len(text)]))


def _trace_piece(piece: Piece, first: int) -> tuple[str, list[_Origin | None]]:
    """Return a piece's repaired text and the origin of each character; ranges count from first."""
    words, origins = "", list[_Origin | None]()
    for number, span in enumerate(piece.spans, first):
        inside = [note for note in piece.notes if span[0] <= note.start and note.end <= span[1]]
        inside.sort(key=lambda note: note.start)
        made, starts = repair.trace(piece.text, span, inside)
        ends = {note.start: note.end for note in inside if note.after and note.before}
        words += made
        origins += [(number, at, ends.get(at, at + 1)) for at in starts[:-1]]
    bare = words.strip()
    left = len(words) - len(words.lstrip())
    return bare, origins[left : left + len(bare)]


def _trace_head(head: str, pieces: Sequence[Piece]) -> list[_Origin | None]:
    """Find the signs of a headline, in their order, in the ranges that were read as headline."""
    piece = pieces[0]
    ranges = sorted((note.start, note.end) for note in piece.notes if note.rule == "headline")
    raw = [at for start, end in ranges for at in range(start, end)]
    raw = [at for at in raw if not piece.text[at].isspace()]
    signs = "".join(piece.text[at] for at in raw)
    found = signs.find("".join(head.split()))
    if found < 0 or not head.strip():
        return [None] * len(head)
    shown = iter(raw[found:])
    origins: list[_Origin | None] = []
    for sign in head:
        at = None if sign.isspace() else next(shown)
        number = None if at is None else _find_span(piece.spans, at)
        origins.append(None if at is None or number is None else (number, at, at + 1))
    return origins


def _find_span(spans: Sequence[Span], at: int) -> int | None:
    return next((n for n, (start, end) in enumerate(spans) if start <= at < end), None)


def find_printed(trace: Trace, start: int, end: int) -> tuple[Printed, ...]:
    """Return where ``trace.text[start:end]`` is printed, in reading order; () for nowhere.

    One range of a page each, without white space around it; several where the text goes on in
    another range or on another page. The repairs of the page done to these ranges give the text.

    Examples
    --------
    >>> notes = (Note("wrap", 2, 3, chr(10), ""),)
    >>> piece = Piece("p", "工会" + chr(10) + "服务。再见。", ((0, 9),), notes)
    >>> trace = trace_article([piece], heads=(), body="工会服务。再见。")
    >>> find_printed(trace, 0, 5)
    (Printed(page_id='p', start=0, end=6),)
    """
    bare = trace.text[start:end].strip()
    start += trace.text[start:end].find(bare) if bare else 0
    inside = [one for one in trace.origins[start : start + len(bare)] if one is not None]
    found = []
    for number, group in groupby(inside, key=lambda origin: origin[0]):
        origins = list(group)
        place = trace.places[number]
        found.append(
            Printed(place.page_id, min(one[1] for one in origins), max(one[2] for one in origins))
        )
    return tuple(found)


@lru_cache(maxsize=64)
def _begin_lines(text: str) -> tuple[int, ...]:
    return tuple(line.start for line in read_lines(text))


def number_line(text: str, at: int) -> int:
    """Return the number of the printed line, from 1, that a place of a page's text is in.

    Lines with nothing in them do not count, as beside the raw page.

    Examples
    --------
    >>> number_line("工会" + chr(10) * 2 + "职工", 5)
    2
    """
    return max(bisect_right(_begin_lines(text), at), 1)
