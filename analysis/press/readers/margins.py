"""Printed pages without what frames their articles: headers, footers, page numbers, contents.

What stands at the same place on several pages with the same words, numbers aside, is no article;
nor is a line at the edge of the page that prints date, number or publisher.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.press.facts import find_folios
from analysis.press.layout import Line
from analysis.press.readers.lines import PrintedLine

# Headers and footers stand in the outer parts of a page; a masthead takes more room at its head.
_HEAD, _FOOT = 0.15, 0.1
_NUMBER = re.compile(r"[0-9０-９]+|[一二三四五六七八九十〇○]+(?=[年月日版期])")
# A line of contents leads to a page: dots, a gap or an arrow, then its number.
_LEADS = re.compile(r"(?:[.．·…•‥]{2,}\s*|\s|→|[（(]?[见第]+)\s*[A-Z]?(\d{1,3})\s*版?[）)]?$")
_FEWEST_CONTENTS = 3
_LONGEST_LABEL = 8


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page, its height in points, the words that stand at an angle to them."""

    lines: tuple[PrintedLine, ...]
    height: float
    turned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a page: above its articles, its articles, below them."""

    head: tuple[PrintedLine, ...]
    inside: tuple[PrintedLine, ...]
    foot: tuple[PrintedLine, ...]


def find_margins(pages: Sequence[PrintedPage]) -> tuple[Parts, ...]:
    """Part the lines of each page; no line is lost."""
    running = find_running(pages)
    return tuple(_part_page(page, running) for page in pages)


def find_running(pages: Sequence[PrintedPage]) -> frozenset[tuple[str, int]]:
    """Return words and place of what stands at the edge of several pages.

    Left and right pages may differ, and every part of a paper: two pages are enough in a short
    issue, a fifth of them in a long one. A page that is there twice counts once: all of it
    stands at the same place.
    """
    distinct = {_inside(page): page for page in pages}
    seen = Counter(
        mark
        for page in distinct.values()
        for mark in {_mark(line) for line in page.lines if _is_edge(line, page.height)}
    )
    least = max(2, len(pages) // 5)
    return frozenset(mark for mark, count in seen.items() if count >= least)


def _inside(page: PrintedPage) -> tuple[str, ...]:
    return tuple(line.text for line in page.lines if not _is_edge(line, page.height))


def _mark(line: PrintedLine) -> tuple[str, int]:
    return _NUMBER.sub("0", line.text), round(line.base / 4)


def _is_edge(line: PrintedLine, height: float) -> bool:
    return line.base < _HEAD * height or line.base > (1 - _FOOT) * height


def _part_page(page: PrintedPage, running: frozenset[tuple[str, int]]) -> Parts:
    told = {line for line in page.lines if _is_edge(line, page.height) and _mark(line) in running}
    told |= _find_folios(page)
    told |= {line for line in page.lines if _shares_row(line, told, page.height)}
    contents = find_contents([line for line in page.lines if line not in told])
    middle = page.height / 2
    return Parts(
        head=tuple(x for x in page.lines if x in contents or (x in told and x.base < middle)),
        inside=tuple(x for x in page.lines if x not in told and x not in contents),
        foot=tuple(x for x in page.lines if x in told and x.base >= middle),
    )


def _find_folios(page: PrintedPage) -> set[PrintedLine]:
    """Return the lines at the edge that print a date, a number, the name of the newspaper."""
    rows = [Line(0, 0, line.text, 0.0, 0, 0, indent=False) for line in page.lines]
    folios = find_folios(rows)
    return {
        line
        for line, folio in zip(page.lines, folios, strict=True)
        if folio and _is_edge(line, page.height)
    }


def _shares_row(line: PrintedLine, told: Iterable[PrintedLine], height: float) -> bool:
    """Whether a line stands in the row of a header or footer: the name of a section does."""
    return (
        _is_edge(line, height)
        and len(line.text) <= _LONGEST_LABEL
        and any(
            abs(line.base - other.base) < 0.5 * other.size and line.size < 2 * other.size
            for other in told
        )
    )


def find_contents(lines: Sequence[PrintedLine]) -> frozenset[PrintedLine]:
    """Return the lines of a table of contents: several, one below the other, that lead to pages.

    The numbers of pages rise down the list; those in a table of results do not.
    """
    found: set[PrintedLine] = set()
    for run in _find_runs(lines):
        numbers = [number for _, number in run if number is not None]
        if len(numbers) >= _FEWEST_CONTENTS and numbers == sorted(numbers):
            found |= {line for entry, _ in run for line in entry}
    if found:
        top = min(found, key=lambda line: line.base)
        found |= {line for line in lines if _is_label(line, top)}
    return frozenset(found)


def _is_label(line: PrintedLine, top: PrintedLine) -> bool:
    """Whether a line is the title above a list: 目录, 导读."""
    above = 0 < top.base - line.base < 4 * max(line.size, top.size)
    return above and len(line.text) <= _LONGEST_LABEL


Entry = tuple[tuple[PrintedLine, ...], int | None]
"""The lines of one row and column of a list, and the page they lead to."""


def _find_runs(lines: Sequence[PrintedLine]) -> list[list[Entry]]:
    """Return lines one below the other that lead to pages; a title may take two lines."""
    runs: list[list[Entry]] = []
    for entry in _read_entries(lines):
        first, number = entry[0][0], entry[1]
        for run in runs:
            last = run[-1][0][0]
            near = abs(first.left - last.left) < 2 * last.size
            if near and 0 < first.base - last.base < 4 * last.size:
                if number is not None or run[-1][1] is not None:
                    run.append(entry)
                break
        else:
            runs.append([entry])
    return [run[: -1 if run[-1][1] is None else None] for run in runs]


def _read_entries(lines: Sequence[PrintedLine]) -> list[Entry]:
    """Return each line with the number at its end, or in the same row to its right."""
    entries: list[Entry] = []
    for line in lines:
        last = entries[-1][0][-1] if entries else None
        alone = re.fullmatch(r"[A-Z]?(\d{1,3})\s*版?|第(\d{1,3})版", line.text)
        if alone and last and abs(last.base - line.base) < 0.35 * line.size:
            entries[-1] = ((*entries[-1][0], line), int(alone[1] or alone[2]))
            continue
        leads = _LEADS.search(line.text)
        entries.append(((line,), int(leads[1]) if leads else None))
    return entries
