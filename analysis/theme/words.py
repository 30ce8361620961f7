"""Words to numbers: what is asked of a token is asked of its word, once for a batch of texts.

A corpus has a hundred times as many tokens as words. Of a token only its length is taken from the
cutter; the word is then read from the text as one number, up to four characters at 16 bits. Few
words are longer: those are told apart as strings.
"""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

import numpy as np

from analysis.theme.names import cue_marks
from analysis.theme.shapes import Array

_MOST = 4
_SHIFTS = np.array([48, 32, 16, 0], dtype=np.uint64)
# The bits of so many characters.
_INSIDE = np.array([(1 << 64) - (1 << 16 * (_MOST - n)) for n in range(_MOST + 1)], dtype=np.uint64)
_PLAIN = 1 << 16
# It is written in one way inside a word and in another at its end.
_SIGMA = "Σ"


class Words(NamedTuple):
    """The tokens of a batch of texts; arrays are (n_tokens,).

    ``starts`` is where each begins; ``columns`` is the place of each token's term in ``terms``,
    which are sorted, -1 for what can be no term; ``cues`` is what each tells of names
    (``names.cue_marks``).
    """

    terms: tuple[str, ...]
    starts: Array
    columns: Array
    cues: Array


def is_wordlike(term: str) -> bool:
    """Tell whether a token can be a term at all: two characters or more, no digits or marks.

    Examples
    --------
    >>> [is_wordlike(term) for term in ("职工", "工", "2024", "5g", "+", "3.5%")]
    [True, False, False, True, False, False]
    """
    return len(term) > 1 and term.isalnum() and any(map(str.isalpha, term))


class _Characters(NamedTuple):
    """What is known of each character below 65,536; the character 0 stands for none."""

    lower: Array
    alnum: Array
    alpha: Array
    odd: Array
    cues: Array


@cache
def _read_characters() -> _Characters:
    every = [chr(code) for code in range(_PLAIN)]
    lower = [one.lower() for one in every]
    odd = np.array([len(small) > 1 for small in lower])
    # The end of a word changes how a sigma is written; no character is what stands behind one.
    # The last stands for all beyond.
    odd[[0, ord(_SIGMA), _PLAIN - 1]] = True
    alnum = np.array([one.isalnum() for one in every])
    # Behind a short word stand characters that are none.
    alnum[0] = True
    marks = cue_marks()
    return _Characters(
        lower=np.array([ord(one[0]) for one in lower], dtype=np.uint64),
        alnum=alnum,
        alpha=np.array([one.isalpha() for one in every]),
        odd=odd,
        cues=np.array([marks.get(one, 0) for one in every], dtype=np.uint8),
    )


def list_codes(text: str) -> Array:
    """Return the characters of a text as numbers, (n_characters,); 65,535 for those beyond."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return np.frombuffer(units, dtype="<u2")
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.asarray(np.minimum(codes, _PLAIN - 1), dtype="<u2")


def number_words(text: str, lengths: Array) -> Words:
    """Return the words of a text by number.

    Parameters
    ----------
    text : str
        All texts of a batch, one behind the other.
    lengths : (n_tokens,)
        The characters of each token in order; 0 for one that stands between two texts.

    Examples
    --------
    >>> found = number_words("工会APP，国家税务总局", np.array([2, 3, 1, 2, 4]))
    >>> found.terms, found.columns.tolist()
    (('app', '国家', '工会', '税务总局'), [2, 0, -1, 1, 3])
    """
    codes = list_codes(text + "\0" * _MOST)
    starts = np.cumsum(lengths) - lengths
    is_long = _find_long(codes[: len(text)], starts, lengths)
    short, long = np.flatnonzero((lengths > 1) & ~is_long), np.flatnonzero(is_long)
    keys, inverse = np.unique(
        _pack_words(codes, starts[short], lengths[short]), return_inverse=True
    )
    strings, places = _read_terms(keys)
    ends = starts[long] + lengths[long]
    spoken = [text[a:b].lower() for a, b in zip(starts[long].tolist(), ends.tolist(), strict=True)]
    wordlike = [one for one in {*spoken} if is_wordlike(one)]
    more = sorted(set(wordlike).difference(strings))
    terms = sorted((*strings, *more))

    columns = np.full(len(lengths), -1, dtype=np.int64)
    # Each of the short ones has moved on by the long ones that sort before it.
    cuts = np.array([bisect_left(strings, one) for one in more], dtype=np.int64)
    moved = np.arange(len(strings)) + np.searchsorted(cuts, np.arange(len(strings)), side="right")
    columns[short] = np.append(moved, -1)[places][inverse]
    known = {one: bisect_left(terms, one) for one in wordlike}
    columns[long] = [known.get(one, -1) for one in spoken]
    cues = _read_characters().cues[codes[starts]] * (lengths == 1)
    cues[short] = _find_cues(keys)[inverse]
    return Words(tuple(terms), starts, columns, cues)


def _find_long(codes: Array, starts: Array, lengths: Array) -> Array:
    """Return which tokens have to be told apart as strings."""
    found = lengths > _MOST
    odd = np.flatnonzero(_read_characters().odd[codes])
    found[np.searchsorted(starts, odd, side="right") - 1] = True
    return found & (lengths > 1)


def _pack_words(codes: Array, starts: Array, lengths: Array) -> Array:
    """Return short words as numbers that sort as they do, (n_words,)."""
    # Every four characters that follow each other, as one number: it is read at the words alone.
    count = len(codes) + 1 - _MOST
    fours = np.ndarray(count, dtype="<u8", buffer=codes, strides=(codes.itemsize,))
    found = fours[starts].view("<u2").reshape(-1, _MOST)[:, ::-1]
    return np.asarray(np.ascontiguousarray(found).view("<u8").ravel() & _INSIDE[lengths])


def _read_terms(keys: Array) -> tuple[list[str], Array]:
    """Return the terms among words, sorted, and which each word is, -1 for none."""
    characters = _read_characters()
    codes = keys.astype(">u8").view(">u2").reshape(-1, _MOST).astype(np.int64)
    wordlike = characters.alnum[codes].all(axis=1) & characters.alpha[codes].any(axis=1)
    small = characters.lower[codes[wordlike]].astype(">u2").view(">u8").ravel()
    terms, which = np.unique(small.astype(np.uint64), return_inverse=True)
    places = np.full(len(keys), -1, dtype=np.int64)
    places[wordlike] = which
    signs = terms.astype(">u8").view(">u2").astype(np.uint32)
    return signs.view(f"U{_MOST}").tolist(), places


@cache
def _pack_cues() -> tuple[Array, Array]:
    marks = {word: mark for word, mark in cue_marks().items() if 1 < len(word) <= _MOST}
    codes = [[*map(ord, word), 0, 0, 0][:_MOST] for word in marks]
    keys = np.bitwise_or.reduce(np.array(codes, dtype=np.uint64) << _SHIFTS, axis=1)
    order = np.argsort(keys)
    return keys[order], np.array(list(marks.values()), dtype=np.uint8)[order]


def _find_cues(keys: Array) -> Array:
    """Return what each short word tells of names, (n_words,)."""
    known, marks = _pack_cues()
    places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[places] == keys, marks[places], np.uint8(0))
