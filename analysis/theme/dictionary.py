"""What jieba's own files know of a word: frequency, part of speech, how common it is in general.

Read as files and only for the words asked for: the same answer whichever engine cuts, and no need
to load jieba's 80 MB of tables.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numpy as np

from analysis.theme.shapes import Array

_BASE = np.uint64(0x9E3779B97F4A7C15)
_HASHED = 16
# The bits of so many bytes.
_INSIDE = np.array([(1 << 8 * n) - 1 for n in range(9)], dtype=np.uint64)
_SECOND = re.compile(rb" ([0-9.]+)")


class Entry(NamedTuple):
    """A line of dict.txt."""

    frequency: int
    tag: str


class _Lines:
    """The lines of a file, each found by its first word.

    Kept are the bytes and two numbers a line, 9 MB in all: a dict of its words would be 60 MB.
    """

    def __init__(self, *path: str) -> None:
        # The last line may have no end.
        self._data = _find_jieba().joinpath(*path).read_bytes().removesuffix(b"\n") + b"\n"
        hashes, starts = _hash_words(self._data)
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._starts = hashes[order], starts[order].astype(np.int32)

    def list_numbers(self) -> list[bytes]:
        """Return the second field of each line, a number."""
        return _SECOND.findall(self._data)

    def find(self, words: Collection[str]) -> Iterator[list[str]]:
        """Yield the fields of the lines of those words that have one, in the file's order."""
        asked = "".join(f"{word}\n" for word in words).encode("utf-8", "surrogatepass")
        hashes = np.unique(_hash_words(asked)[0])
        first, after = (np.searchsorted(self._hashes, hashes, side) for side in ("left", "right"))
        sizes = after - first
        places = np.repeat(first - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
        for start in np.sort(self._starts[places]).tolist():
            fields = self._data[start : self._data.index(b"\n", start)].decode().split()
            # Two words can have one hash.
            if fields[0] in words:
                yield fields


def _find_jieba() -> Path:
    """Return the folder of jieba without loading it."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed", name="jieba")
    return Path(spec.origin).parent


def _hash_words(lines: bytes) -> tuple[Array, Array]:
    """Return a number for the first word of each line, and where the line begins, (n_lines,).

    It is made of the word's first bytes and of its length.
    """
    codes = np.frombuffer(lines + bytes(_HASHED), dtype=np.uint8)
    ends = codes == ord("\n")
    starts = np.append(0, np.flatnonzero(ends) + 1)[:-1]
    stops = np.flatnonzero(ends | (codes == ord(" ")))
    sizes = stops[np.searchsorted(stops, starts)] - starts
    # Every eight bytes that follow each other, as one number: it is read at the words alone.
    eights = np.ndarray(len(lines) + 1, dtype="<u8", buffer=codes, strides=(1,))
    hashes = sizes.astype(np.uint64)
    for first in range(0, _HASHED, 8):
        inside = _INSIDE[np.clip(sizes - first, 0, 8)]
        hashes = hashes * _BASE + (eights[np.minimum(starts + first, len(lines))] & inside)
    return hashes ^ (hashes >> np.uint64(29)), starts


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
    return sum(map(int, _read_lines("dict.txt").list_numbers()))


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
    return median(map(float, _read_lines("analyse", "idf.txt").list_numbers()))
