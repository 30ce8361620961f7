"""What jieba's own files know of a word: frequency, part of speech, how common it is in general.

Read as files and only for the words asked for: the same answer whichever engine cuts, and no need
to load jieba's 80 MB of tables.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import compress
from statistics import median
from typing import NamedTuple


class Entry(NamedTuple):
    """A line of dict.txt."""

    frequency: int
    tag: str


@lru_cache(maxsize=2)
def _read_text(*path: str) -> str:
    return files("jieba").joinpath(*path).read_text(encoding="utf-8")


def _read_fields(*path: str) -> list[str]:
    # The text is kept (5 MB each), its fields are not: they would be 60 MB of small objects.
    return _read_text(*path).split()


def _places(words: Collection[str], every: Sequence[str]) -> Iterator[int]:
    wanted = frozenset(words)
    return compress(range(len(every)), map(wanted.__contains__, every))


@lru_cache(maxsize=1)
def count_total() -> int:
    """Return the sum of all frequencies of the dictionary.

    Examples
    --------
    >>> count_total()
    60101967
    """
    return sum(map(int, _read_fields("dict.txt")[1::3]))


def read_entries(words: Collection[str]) -> dict[str, Entry]:
    """Return the dictionary's entries of those words that it has.

    Examples
    --------
    >>> read_entries({"工会", "直接结算"})
    {'工会': Entry(frequency=981, tag='n')}
    """
    fields = _read_fields("dict.txt")
    known = fields[::3]
    return {
        known[place]: Entry(int(fields[3 * place + 1]), fields[3 * place + 2])
        for place in _places(words, known)
    }


def read_background(words: Collection[str]) -> dict[str, float]:
    """Return the inverse document frequencies that jieba ships, of those words that it has.

    They are natural logarithms from jieba's own corpus (idf.txt, for its keyword extraction).
    """
    fields = _read_fields("analyse", "idf.txt")
    known = fields[::2]
    return {known[place]: float(fields[2 * place + 1]) for place in _places(words, known)}


@lru_cache(maxsize=1)
def middle_background() -> float:
    """Return the median of jieba's table: it stands for words the table lacks, as in jieba itself.

    Examples
    --------
    >>> round(middle_background(), 2)
    11.95
    """
    return median(map(float, _read_fields("analyse", "idf.txt")[1::2]))
