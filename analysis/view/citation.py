"""Articles as references: GB/T 7714-2015 for a list of references, BibTeX for its programs.

Rules of the standard that are kept here, by its sections: three names and then 等 (8.1.2), no name
where none is known, as lists in the order of citation may do (8.1.3), a body in the place of an
author (8.1.4), the date of a newspaper as YYYY-MM-DD (8.4.3.2), its page in round brackets
(8.8.5), and what is not printed but supplied in square ones (7.2), as it does for publishers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from analysis.press.jumps import name_edition
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.groups import read_at

Style = Literal["gbt7714", "bibtex"]
STYLES: tuple[Style, ...] = ("gbt7714", "bibtex")

_CITED = ("article_id", "reporters", "correspondents", "agency", "url")
_SHOWN = ("newspaper", "date", "edition", "headline", "opening")
_NAMES = 3
# Rows that are taken out of the tables at once.
_PART = 20_000
# BibTeX counts braces, also those behind a backslash: one alone would swallow the rest of the file.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def list_citable(
    catalogue: Catalogue, places: Sequence[int] | NDArray[np.int64]
) -> Iterator[dict[str, Any]]:
    """Yield what ``cite_article`` needs of the articles at some rows of the catalogue, in order."""
    shown = catalogue.articles.select(_SHOWN).take(places)
    rows = read_at(catalogue.study.folder, "articles", places, _CITED)
    for start in range(0, len(rows), _PART):
        parts = (table.slice(start, _PART).to_pylist() for table in (rows, shown))
        for row, facts in zip(*parts, strict=True):
            yield {**row, **facts}


def cite_article(row: Mapping[str, Any], style: Style, language: str) -> str:
    """Return the reference of an article: one line, or one entry of BibTeX.

    Parameters
    ----------
    row : mapping
        article_id, headline, opening, reporters, correspondents, agency, newspaper, date, edition,
        url; what is not known is None or empty.
    language : str
        That of what is supplied where the paper prints nothing ("zh" or "en").

    Examples
    --------
    >>> row = {"article_id": "a", "headline": "创造学习的思路", "reporters": ["谢希德"],
    ...        "newspaper": "人民日报", "date": "1998-12-25", "edition": "10"}
    >>> cite_article(row, "gbt7714", "zh")
    '谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25(10).'
    """
    return _write_line(row, language) if style == "gbt7714" else _write_entry(row, language)


def write_citations(rows: Iterable[Mapping[str, Any]], style: Style, language: str) -> bytes:
    """Return the references of many articles as a file, those of the standard numbered."""
    written = BytesIO()
    for number, row in enumerate(rows, 1):
        mark = f"[{number}] " if style == "gbt7714" else ""
        line = f"{mark}{cite_article(row, style, language)}\n"
        written.write(line.encode("utf-8", "replace"))
    return written.getvalue()


def _write_line(row: Mapping[str, Any], language: str) -> str:
    names = _name_authors(row)
    shown = ", ".join([*names[:_NAMES], *(["等"] if len(names) > _NAMES else [])])
    newspaper = _clean(row.get("newspaper")) or _supply("newspaper", language)
    date = _clean(row.get("date")) or _supply("date", language)
    edition = _name_edition(row)
    place = f"{newspaper}, {date}{f'({edition})' if edition else ''}"
    url = _clean(row.get("url"))
    parts = [shown, f"{_name_title(row)}[{'N/OL' if url else 'N'}]", place, url]
    return f"{'. '.join(part for part in parts if part)}."


def _write_entry(row: Mapping[str, Any], language: str) -> str:
    newspaper, date = _clean(row.get("newspaper")), _clean(row.get("date"))
    day = _DAY.fullmatch(date)
    fields = {
        # Names of organisations and foreign names are one piece each.
        "author": " and ".join(f"{{{_escape(name)}}}" for name in _name_authors(row)),
        "title": f"{{{_escape(_name_title(row))}}}",
        "journal": _escape(newspaper),
        "date": date if day else "",
        "year": day[1] if day else _escape(date),
        "month": day[2].lstrip("0") if day else "",
        "day": day[3].lstrip("0") if day else "",
        "pages": _escape(_name_edition(row)),
        "url": _quote_url(_clean(row.get("url"))),
        "note": _escape(say("cite.note", language)),
        "langid": "chinese",
    }
    kind = "article" if newspaper else "misc"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = re.sub(r"[^A-Za-z0-9-]", "", str(row["article_id"]))
    return "\n".join([f"@{kind}{{baoti-{key},", *lines, "}"])


def _name_authors(row: Mapping[str, Any]) -> list[str]:
    """Return who is responsible: who reported, in the order printed, else the agency."""
    people = [*(row.get("reporters") or ()), *(row.get("correspondents") or ())]
    named = [name for name in dict.fromkeys(map(_clean, people)) if name]
    agency = _clean(row.get("agency"))
    return named or ([agency] if agency else [])


def _name_title(row: Mapping[str, Any]) -> str:
    """Return the headline; where there is none the first words stand for it, as supplied."""
    title = _clean(row.get("headline"))
    return title or f"[{_clean(row.get('opening'))}…]"


def _name_edition(row: Mapping[str, Any]) -> str:
    # Tables of articles may print 第3版 where a page prints 3.
    sign = _clean(row.get("edition")).removeprefix("第").removesuffix("版")
    return name_edition(sign)


def _supply(fact: str, language: str) -> str:
    return f"[{say(f'cite.none.{fact}', language)}]"


def _clean(text: str | None) -> str:
    return " ".join((text or "").split())


def _escape(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _quote_url(url: str) -> str:
    """Return an address that BibTeX takes word for word."""
    return re.sub(r"[\\{}\s]", lambda match: f"%{ord(match[0]):02X}", url)
