"""Jump marks: where a story goes on (下转第3版) and where it came from (上接第一版)."""

import re

from analysis.press.numerals import read_number
from analysis.press.records import Span

_JUMP_TO = re.compile(
    r"\s*[（(〔\[]?\s*下转\s*第?\s*(?P<page>[0-9０-９一二三四五六七八九十A-Z]{1,4})\s*版\s*[）)〕\]]?\s*"
)
_JUMP_FROM = re.compile(
    r"\s*[（(〔\[]?\s*[上紧]接\s*第?\s*(?P<page>[0-9０-９一二三四五六七八九十A-Z]{1,4})\s*版\s*[）)〕\]]?\s*"
)


def find_jumps(text: str) -> tuple[tuple[str, str, Span], ...]:
    """Return the jump marks of a text: "to" or "from", the page, the place.

    Examples
    --------
    >>> find_jumps("强大合力。（下转第3版）")
    (('to', '3', (5, 12)),)
    >>> find_jumps("（上接第一版）看病难")
    (('from', '1', (0, 7)),)
    """
    found = [
        (way, str(read_number(mark["page"]) or mark["page"]), mark.span())
        for way, pattern in (("to", _JUMP_TO), ("from", _JUMP_FROM))
        for mark in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda jump: jump[2]))
