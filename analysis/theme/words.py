"""Words to numbers: each distinct word is looked at once, however many texts hold it.

A corpus has a hundred times as many tokens as words, so all that is asked of a token (is it a term,
how long is it, does it tell a name) is asked of its word, and then looked up by number.
"""

from array import array
from collections.abc import Sequence

import numpy as np

from analysis.theme.names import cue_marks
from analysis.theme.shapes import Array

# About 60 MB of words; a process that has met more begins anew.
_MOST = 300_000
# Numbers of words that no count is using at the moment: two that count at once have one each.
_SPARE: list["Numbers"] = []


def is_wordlike(term: str) -> bool:
    """Tell whether a token can be a term at all: two characters or more, no digits or marks.

    Examples
    --------
    >>> [is_wordlike(term) for term in ("职工", "工", "2024", "5g", "+", "3.5%")]
    [True, False, False, True, False, False]
    """
    return len(term) > 1 and term.isalnum() and any(map(str.isalpha, term))


class Numbers(dict[str, int]):
    """The number of each word as it is met, and by it what is known of the word.

    ``lengths`` are its characters, ``columns`` its term's place in ``terms`` (-1 where it can be
    none), ``cues`` what it tells of names (``names.cue_marks``).
    """

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.lengths, self.columns, self.cues = array("i"), array("i"), array("B")
        self._first, self._second = array("Q"), array("Q")
        self._known: dict[str, int] = {}
        self._marks = cue_marks()

    def __missing__(self, word: str) -> int:
        term = word.lower()
        self.lengths.append(len(word))
        self.columns.append(self._number_term(term) if is_wordlike(term) else -1)
        self.cues.append(self._marks.get(term, 0))
        self[word] = number = len(self)
        return number

    def _number_term(self, term: str) -> int:
        column = self._known.setdefault(term, len(self.terms))
        if column == len(self.terms):
            self.terms.append(term)
            self._first.append(_pack(term[:3]))
            self._second.append(_pack(term[3:6]))
        return column

    def sort_terms(self, columns: Array) -> Array:
        """Return places in ``terms`` in the order of their terms."""
        keys = (np.array(self._second)[columns], np.array(self._first)[columns])
        nearly = columns[np.lexsort(keys)].tolist()
        # Sorted but for the few that are the same for six characters.
        return np.array(sorted(nearly, key=self.terms.__getitem__), dtype=np.int64)


def _pack(characters: str) -> int:
    """Return up to three characters as a number that sorts as they do."""
    first, second, third = (*map(ord, characters), 0, 0, 0)[:3]
    return first << 42 | second << 21 | third


def borrow_numbers() -> Numbers:
    """Return numbers of words, with those met before where a process has any to spare."""
    return _SPARE.pop() if _SPARE else Numbers()


def return_numbers(numbers: Numbers) -> None:
    """Let the next count have the numbers that one is done with."""
    if len(numbers) <= _MOST:
        _SPARE.append(numbers)


def list_terms(numbers: Numbers, columns: Sequence[int]) -> tuple[str, ...]:
    """Return the terms at some places."""
    return tuple(map(numbers.terms.__getitem__, columns))
