"""What a reader searches for: words, "phrases", and -what shall not stand there."""

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.press.script import simplify
from analysis.study.records import Study
from analysis.study.tables import read_table

_QUOTES = '"“”＂「」『』'
# A sign before it excludes; quotes, of whatever kind, hold a phrase with its white space together.
_TERM = re.compile(
    rf"(?P<sign>[-－−]?)(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<word>\S+))"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that must stand in an article, or must not where ``excluded``."""

    text: str
    excluded: bool = False


def parse_search(search: str) -> tuple[Term, ...]:
    """Return the terms of a search; what is no word (a lone sign, empty quotes) is left out.

    Examples
    --------
    >>> [(term.text, term.excluded) for term in parse_search('工会 “职工 之家” -食堂 -')]
    [('工会', False), ('职工 之家', False), ('食堂', True)]
    """
    found = []
    for match in _TERM.finditer(search):
        text = " ".join((match["phrase"] if match["word"] is None else match["word"]).split())
        text = text.strip(_QUOTES)
        if text.strip("-－−"):
            found.append(Term(text, bool(match["sign"])))
    return tuple(found)


def find_texts(study: Study, search: str) -> NDArray[np.bool_]:
    """Return which articles of a study a search means, shape ``(n_articles,)``, case aside.

    Every term must stand there, and none of the excluded. A term is found as it is printed, and in
    simplified characters whichever the text is in.
    """
    table = read_table(study.folder, "articles", ["text", "plain"])
    keep = np.ones(len(table), dtype=np.bool_)
    for term in parse_search(search):
        keep &= _hold(table, term.text) != term.excluded
    return keep


def _hold(table: pa.Table, text: str) -> NDArray[np.bool_]:
    printed = _match(table["text"], text)
    turned = pc.fill_null(_match(table["plain"], simplify(text)), fill_value=False)
    if simplify(text) != text:
        # Text in simplified characters is kept once.
        turned = pc.or_(turned, _match(table["text"], simplify(text)))
    return np.asarray(pc.or_(printed, turned), dtype=np.bool_)


def _match(column: pa.ChunkedArray, text: str) -> pa.ChunkedArray:
    # Only letters have cases: without them the bytes are compared, four times as fast.
    cased = text.lower() != text.upper()
    return pc.match_substring(column, text, ignore_case=cased)
