"""What a reader searches for: words, "phrases", and -what shall not stand there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.press.script import simplify
from analysis.study.groups import map_groups
from analysis.study.records import Study

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
        if text.strip(f"{_QUOTES}-－− "):
            found.append(Term(text, bool(match["sign"])))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, one row an article.

    Parameters
    ----------
    rows : ndarray of shape (n_articles,)
        Which articles it means.
    times : ndarray of shape (n_articles,)
        How often the terms stand in those; 0 in all others.
    """

    rows: NDArray[np.bool_]
    times: NDArray[np.int32]


def search_texts(study: Study, search: str) -> Found:
    """Return which articles of a study a search means, case aside, and how often each holds it.

    Every term must stand there, and none of the excluded. A term is found as it is printed, and in
    simplified characters whichever the text is in.
    """
    work = partial(_search_group, terms=parse_search(search))
    found = map_groups(study.folder, "articles", ["text", "plain"], work)
    rows, times = [np.zeros(0, dtype=np.bool_)], [np.zeros(0, dtype=np.int32)]
    return Found(
        np.concatenate([*rows, *(keep for keep, _ in found)]),
        np.concatenate([*times, *(counts for _, counts in found)]),
    )


def _search_group(
    group: pa.Table, terms: Sequence[Term]
) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
    keep = _find_terms(group, terms)
    counts = np.zeros(len(group), dtype=np.int32)
    # Only what was found is counted: that is little, and counting is slower than finding.
    counts[keep] = _count_terms(group.filter(keep), terms)
    return keep, counts


def find_texts(study: Study, search: str) -> NDArray[np.bool_]:
    """Return which articles of a study a search means, shape ``(n_articles,)``."""
    return search_texts(study, search).rows


def _count_terms(table: pa.Table, terms: Sequence[Term]) -> NDArray[np.int64]:
    counts = np.zeros(len(table), dtype=np.int64)
    for term in terms:
        if not term.excluded:
            counts += _count(table, term.text)
    return counts


def _count(table: pa.Table, text: str) -> NDArray[np.int64]:
    turned = simplify(text)
    counts = _times(table["text"], text)
    if turned != text:
        counts = counts + _times(table["text"], turned)
    # The same text once more, in simplified characters: what stands there is not counted twice.
    return np.maximum(counts, _times(table["plain"], turned))


def _times(column: pa.ChunkedArray, text: str) -> NDArray[np.int64]:
    counts = pc.count_substring(column, text, ignore_case=True)
    return np.asarray(pc.fill_null(counts, 0), dtype=np.int64)


def _find_terms(table: pa.Table, terms: Sequence[Term]) -> NDArray[np.bool_]:
    keep = np.ones(len(table), dtype=np.bool_)
    for term in terms:
        # What most articles were left out of is not looked through again.
        few = 2 * np.count_nonzero(keep) < len(keep)
        held = _hold(table.filter(keep) if few else table, term.text) != term.excluded
        if few:
            keep[keep] = held
        else:
            keep &= held
    return keep


def _hold(table: pa.Table, text: str) -> NDArray[np.bool_]:
    turned = simplify(text)
    found = _match(table["text"], text)
    if table["plain"].null_count < len(table):
        found = pc.or_(found, pc.fill_null(_match(table["plain"], turned), fill_value=False))
    if turned != text:
        # Text in simplified characters is kept once.
        found = pc.or_(found, _match(table["text"], turned))
    return np.asarray(found, dtype=np.bool_)


def _match(column: pa.ChunkedArray, text: str) -> pa.ChunkedArray:
    # Measured: where case is ignored Arrow asks a faster engine, also of text without letters.
    return pc.match_substring(column, text, ignore_case=True)
