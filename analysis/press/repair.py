"""One pure function a defect: text to notes. Replaying the notes gives the repaired text.

No function changes text; each says what it would do, and ``replay`` does it. What is right already
gets no note: repairing twice is repairing once.
"""

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

from analysis.press.records import Note, Span

# Han characters with the extensions that names need, and the punctuation set with them.
HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_MARKS = (
    r"\u2014\u2018-\u201d\u2026\u3001-\u3003\u3008-\u3011\u3014\u3015\uff01-\uff0f\uff1a-\uff20"
)
# Zero-width marks among the spaces are part of the same gap.
_BLANK = r"[ \t\xa0\u2002-\u200f\u2060-\u2064\u3000\ufeff]+"
_WORD = r"0-9０-９A-Za-z"
# A space is stray when a Han character stands on one side: Chinese is set solid, only the text
# layer of a justified line breathes. Between two Latin words a space is a space.
_STRAY = re.compile(
    rf"(?<=[{HAN}{_MARKS}]){_BLANK}(?=[{HAN}{_MARKS}{_WORD}])|(?<=[{_WORD}]){_BLANK}(?=[{HAN}{_MARKS}])"
)
# Three single characters in a row, each spaced: the line was stretched to fill the column. Two
# may be names side by side and stay.
_STRETCHED = re.compile(rf"(?<![{HAN}])(?:[{HAN}{_MARKS}]{_BLANK}){{3,}}[{HAN}{_MARKS}](?![{HAN}])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe]+")
_DIGITS = re.compile("[０-９]+")
_START, _END = itemgetter(1), itemgetter(2)
_HALF = {0xFF10 + digit: str(digit) for digit in range(10)}


def drop_invisible(text: str, start: int, end: int) -> tuple[Note, ...]:
    """Note the characters without a shape: zero-width spaces, soft hyphens, marks of order."""
    return tuple(
        Note("invisible", found.start(), found.end(), found[0], "")
        for found in _INVISIBLE.finditer(text, start, end)
    )


def close_spaces(text: str, start: int, end: int) -> tuple[Note, ...]:
    """Note the stray spaces inside Chinese prose (seed 000: 单 位 为 2023 年 全 国).

    Examples
    --------
    >>> text = "单 位 为 2023 年 New York"
    >>> replay(text, ((0, len(text)),), close_spaces(text, 0, len(text)))
    '单位为2023年New York'
    """
    return tuple(
        Note("space", found.start(), found.end(), found[0], "")
        for found in _STRAY.finditer(text, start, end)
    )


def halve_digits(text: str, start: int, end: int) -> tuple[Note, ...]:
    """Note the full-width digits, which are the same number to every reader."""
    return tuple(
        Note("digits", found.start(), found.end(), found[0], found[0].translate(_HALF))
        for found in _DIGITS.finditer(text, start, end)
    )


def close_stretched(text: str, start: int, end: int) -> tuple[Note, ...]:
    """Note the spaces of words stretched to fill a column, not those that divide words.

    For headlines and credits, where a space may divide two phrases or two names.

    Examples
    --------
    >>> replay("全 民 植 树 增 绿", ((0, 11),), close_stretched("全 民 植 树 增 绿", 0, 11))
    '全民植树增绿'
    >>> close_stretched("全民植树增绿 共建美丽中国", 0, 13)
    ()
    """
    return tuple(
        Note("stretched", blank.start(), blank.end(), blank[0], "")
        for word in _STRETCHED.finditer(text, start, end)
        for blank in re.compile(_BLANK).finditer(text, word.start(), word.end())
    )


def link_words(before: str, after: str) -> str:
    """Return what a line break between two characters stands for: a space in Latin, else nothing.

    Examples
    --------
    >>> link_words("t", "w"), link_words("社", "会"), link_words("1", "9")
    (' ', '', '')
    """
    latin = before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
    return " " if latin else ""


def join_lines(text: str, ends: Sequence[Span]) -> tuple[Note, ...]:
    """Note the line breaks inside a paragraph; ``ends`` are the ranges between its lines."""
    return tuple(
        Note("wrap", start, end, text[start:end], link_words(text[start - 1], text[end]))
        for start, end in ends
    )


REPAIRS = (drop_invisible, close_spaces, halve_digits)
"""The repairs inside a line, in the order in which they win where two touch the same place."""


def repair_range(text: str, start: int, end: int) -> tuple[Note, ...]:
    """Return the notes of all repairs for ``text[start:end]``, in order, none overlapping."""
    found = [note for repair in REPAIRS for note in repair(text, start, end)]
    return drop_overlaps(found)


def drop_overlaps(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes by place; of two that overlap the first, then the longer, stays."""
    kept: list[Note] = []
    end = 0
    for note in sorted(sorted(notes, key=_END, reverse=True), key=_START):
        if note.start >= end:
            kept.append(note)
            end = note.end
    return tuple(kept)


def trace(text: str, span: Span, notes: Sequence[Note]) -> tuple[str, list[int]]:
    """Return the repaired text of ``span`` and, for each of its characters, where it came from.

    ``notes`` are in order; the list has one place more, the end of the span.
    """
    pieces: list[str] = []
    origins: list[int] = []
    at = span[0]
    for note in (*notes, Note("end", span[1], span[1], "", "")):
        pieces += (text[at : note.start], note.after)
        origins += range(at, note.start)
        origins += [note.start] * len(note.after)
        at = note.end
    return "".join(pieces), [*origins, span[1]]


def replay(text: str, spans: Sequence[Span], notes: Sequence[Note]) -> str:
    """Return ``text`` of the ``spans`` with the ``notes`` done to it: the repaired text.

    Raises
    ------
    ValueError
        When a note does not stand where it says: the text is not the one it was made from.
    """
    ordered = sorted(notes, key=_START)
    last = 0
    for _, left, right, _, _ in ordered:
        if left < last:
            raise ValueError(f"notes overlap at {left}")
        last = right
    pieces: list[str] = []
    for start, end in spans:
        at = start
        for rule, left, right, before, after in ordered:
            if left < start or right > end:
                continue
            if text[left:right] != before:
                raise ValueError(f"note {rule} does not fit at {left}")
            pieces += (text[at:left], after)
            at = right
        pieces.append(text[at:end])
    return "".join(pieces)
