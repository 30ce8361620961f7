"""What jieba's own files know of a word: frequency, part of speech, how common it is in general.

Read as files and only for the words asked for: the same answer whichever engine cuts, and no need
to load jieba's 80 MB of tables.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.resources import files
from statistics import median
from typing import NamedTuple

import numpy as np


class Entry(NamedTuple):
    """A line of dict.txt."""

    frequency: int
    tag: str


class _Lines:
    """The lines of a file, each found by its first word.

    Kept are the text and two numbers a line, 15 MB in all: a dict of its words would be 60 MB.
    """

    def __init__(self, *path: str) -> None:
        text = files("jieba").joinpath(*path).read_text(encoding="utf-8")
        # The last line may have no end.
        self._text = text.removesuffix("\n") + "\n"
        lines = self._text.splitlines(keepends=True)
        hashes = np.fromiter((hash(line.partition(" ")[0]) for line in lines), np.int64, len(lines))
        sizes = np.fromiter(map(len, lines), np.int32, len(lines))
        order = np.argsort(hashes, kind="stable")
        self._hashes = hashes[order]
        self._starts = (np.cumsum(sizes, dtype=np.int32) - sizes)[order]

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the fields of each line."""
        return map(str.split, self._text.splitlines())

    def find(self, words: Collection[str]) -> Iterator[list[str]]:
        """Yield the fields of the lines of those words that have one, in the file's order."""
        hashes = np.unique(np.fromiter(map(hash, words), np.int64, len(words)))
        first, after = (np.searchsorted(self._hashes, hashes, side) for side in ("left", "right"))
        sizes = after - first
        places = np.repeat(first - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
        for start in np.sort(self._starts[places]).tolist():
            fields = self._text[start : self._text.index("\n", start)].split()
            # Two words can have one hash.
            if fields[0] in words:
                yield fields


@lru_cache(maxsize=2)
def _read_lines(*path: str) -> _Lines:
    return _Lines(*path)


@lru_cache(maxsize=1)
def count_total() -> int:
    """Return the sum of all frequencies of the dictionary.

    Examples
    --------
    >>> count_total()
    60101967
    """
    return sum(int(fields[1]) for fields in _read_lines("dict.txt"))


def read_entries(words: Collection[str]) -> dict[str, Entry]:
    """Return the dictionary's entries of those words that it has.

    Examples
    --------
    >>> read_entries({"工会", "直接结算"})
    {'工会': Entry(frequency=981, tag='n')}
    """
    found = _read_lines("dict.txt").find(frozenset(words))
    return {word: Entry(int(frequency), tag) for word, frequency, tag in found}


def read_background(words: Collection[str]) -> dict[str, float]:
    """Return the inverse document frequencies that jieba ships, of those words that it has.

    They are natural logarithms from jieba's own corpus (idf.txt, for its keyword extraction).
    """
    found = _read_lines("analyse", "idf.txt").find(frozenset(words))
    return {word: float(frequency) for word, frequency in found}


@lru_cache(maxsize=1)
def middle_background() -> float:
    """Return the median of jieba's table: it stands for words the table lacks, as in jieba itself.

    Examples
    --------
    >>> round(middle_background(), 2)
    11.95
    """
    return median(float(fields[1]) for fields in _read_lines("analyse", "idf.txt"))
