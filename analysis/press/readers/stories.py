"""A row of a table to a page with one article on it.

Nothing is cut and nothing repaired here: what a table says is a headline is one. Credits at the
head and the end of the text are taken out as on a page.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from analysis.press import facts, repair
from analysis.press.asides import Place, print_asides, read_asides
from analysis.press.credits import Credits, merge_credits
from analysis.press.names import split_names
from analysis.press.readers.rows import Row
from analysis.press.records import Article, Note, Page, PageCut, Span
from analysis.press.script import may_turn, simplify

_BREAK = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
# A search for one sign is ten times as fast as that for any of them, and most texts have no other.
_LINE, _OTHERS = re.compile(r"\n\s*"), "\r\x0b\x0c\x85\u2028\u2029"
_DAY = re.compile(r"((?:19|20)\d\d)(?:\s*[年./-]\s*)?(\d{1,2})(?:\s*[月./-]\s*)?(\d{1,2})(?!\d)")
_GAP = "\n\n"
# Credits stand in the first or last few paragraphs.
_EDGE = 2
# Every paragraph has a place, and there are no more than these.
_PLACES = {key: Place(*key) for key in product((False, True), repeat=3)}


@dataclass(frozen=True, slots=True)
class _Story:
    """The text of a row read: its notes, its credits, the jumps it names."""

    notes: tuple[Note, ...]
    signed: Credits
    jumps: Mapping[str, str]


def make_cut(source: str, row: Row, given: Mapping[str, str]) -> PageCut:
    r"""Make a page of one row, and the article over the whole of it.

    Examples
    --------
    >>> cut = make_cut("a.csv", Row(2), {"headline": "头条", "body": "第一段。\r\n第二段。"})
    >>> cut.page.source, cut.articles[0].headline, cut.articles[0].body
    ('a.csv#r2', '头条', '第一段。\n第二段。')
    """
    page = _make_page(source, row, given)
    story = _read_story(page.text, len(page.text) - len(given["body"]))
    signed, author = story.signed, given.get("author")
    people = signed.people
    article = Article(
        page_id=page.id,
        source=page.source,
        spans=((0, len(page.text)),),
        body=repair.replay(page.text, ((0, len(page.text)),), story.notes).strip(),
        headline=given.get("headline"),
        byline=author or signed.byline,
        reporters=people.reporters or (split_names(author) if author else ()),
        correspondents=people.correspondents,
        photographers=people.photographers,
        editors=people.editors,
        agency=signed.agency,
        place=signed.place,
        date=page.date,
        continued_to=story.jumps.get("to"),
        continued_from=story.jumps.get("from"),
        url=given.get("url"),
        notes=story.notes,
    )
    return PageCut(page, (article,), ())


def _make_page(source: str, row: Row, given: Mapping[str, str]) -> Page:
    headline, body = given.get("headline"), given["body"]
    paper, day, edition = (
        given.get("newspaper"),
        read_day(given.get("date", "")),
        given.get("edition"),
    )
    told = (("newspaper", paper), ("date", day), ("edition", edition))
    page = Page(
        source=f"{source}#r{row.number}",
        text=f"{headline}{_GAP}{body}" if headline else body,
        encoding=row.encoding,
        newspaper=paper,
        date=day,
        edition=edition,
        origins=tuple((fact, "given") for fact, said in told if said),
    )
    return facts.find_facts(page, "")


def _read_story(text: str, start: int) -> _Story:
    """Read the body, which begins at ``start``; before it stands the headline."""
    breaks = list(_find_breaks(text, start))
    ends = [(start, start), *breaks, (len(text), len(text))]
    spans = [(before[1], after[0]) for before, after in pairwise(ends)]
    notes = [_drop(text, (0, start), "headline")] if start else []
    readings: list[Credits] = []
    jumps: dict[str, str] = {}
    gone: set[int] = set()
    turns = may_turn(text)
    for index, (left, right) in enumerate(spans):
        printed = text[left:right]
        plain = simplify(printed) if turns else printed
        found = read_asides(plain, _place(index, len(spans), first=len(gone) == index))
        taken = 0
        if found.ranges:
            readings += print_asides(found, plain, printed).readings
            jumps |= dict(found.jumps)
            notes += [_drop(text, (left + a, left + b), rule) for rule, (a, b) in found.ranges]
            taken = sum(b - a for _, (a, b) in found.ranges)
        if taken >= right - left:
            gone.add(index)
    # The break behind a paragraph that is all credits goes with it.
    notes += [
        Note("paragraph", a, b, text[a:b], "" if index in gone else "\n")
        for index, (a, b) in enumerate(breaks)
    ]
    return _Story(repair.drop_overlaps(notes), merge_credits(readings), jumps)


def _find_breaks(text: str, start: int) -> Iterator[Span]:
    """Yield the runs of white space from ``start`` on that break a line."""
    pattern = _BREAK if any(sign in text for sign in _OTHERS) else _LINE
    for found in pattern.finditer(text, start):
        left, right = found.span()
        while left > start and text[left - 1].isspace():
            left -= 1
        yield left, right


def _place(index: int, count: int, *, first: bool) -> Place:
    edge = index < _EDGE or index >= count - _EDGE
    return _PLACES[first, index == count - 1, edge]


def _drop(text: str, span: Span, rule: str) -> Note:
    return Note(rule, span[0], span[1], text[span[0] : span[1]], "")


@lru_cache(maxsize=256)
def read_day(text: str) -> str | None:
    """Return the day that a cell names, ISO; None when it names none.

    Examples
    --------
    >>> read_day("2024年1月3日"), read_day("20240103"), read_day("2024/1/3 08:00"), read_day("昨天")
    ('2024-01-03', '2024-01-03', '2024-01-03', None)
    """
    found = _DAY.search(text)
    try:
        return dt.date(*(int(part) for part in found.groups())).isoformat() if found else None
    except ValueError:
        return None
