"""Where in an article the words of a search stand, to mark them and to show the first of them."""

import re
from collections.abc import Iterator, Sequence

from analysis.press.script import simplify
from analysis.study.groups import read_at
from analysis.study.records import Study
from analysis.study.search import parse_search

Range = tuple[int, int]
_HEADS = ("kicker", "headline", "subhead")


def find_hits(text: str, search: str, *, plain: str | None = None) -> tuple[Range, ...]:
    """Return the ranges of a text where terms of a search stand, in order; none touch.

    Case aside, and as ``find_texts`` finds them: as printed, or in simplified characters in
    ``plain``, which is as long as the text.

    Examples
    --------
    >>> find_hits("工会职工之家", "职工 工会 -之家")
    ((0, 4),)
    """
    found = set()
    for term in parse_search(search):
        if not term.excluded:
            forms = {(text, term.text), (text, simplify(term.text))}
            forms |= {(plain, simplify(term.text))} if plain else set()
            found |= {span for where, what in forms for span in _find_form(where, what)}
    return tuple(_join(sorted(found)))


def read_hits(study: Study, search: str, places: Sequence[int]) -> list[tuple[str, Range]]:
    """Return text and first hit of the articles at some rows; (0, 0) where there is none.

    A hit in the body goes before one in the headline, which stands beside it anyway.
    """
    columns = ["text", "plain", *_HEADS]
    rows = read_at(study.folder, "articles", places, columns).to_pylist()
    found = []
    for row in rows:
        hits = find_hits(row["text"], search, plain=row["plain"])
        body = sum(len(row[head]) + 1 for head in _HEADS if row[head])
        inside = (hit for hit in hits if hit[0] >= body)
        found.append((row["text"], next(inside, hits[0] if hits else (0, 0))))
    return found


def _find_form(text: str, form: str) -> Iterator[Range]:
    for match in re.finditer(re.escape(form), text, re.IGNORECASE):
        yield match.span()


def _join(spans: list[Range]) -> Iterator[Range]:
    """Yield ranges that overlap or touch as one."""
    at: Range | None = None
    for start, end in spans:
        if at and start <= at[1]:
            at = (at[0], max(at[1], end))
            continue
        if at:
            yield at
        at = (start, end)
    if at:
        yield at
