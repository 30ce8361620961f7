"""Texts to the lengths of their words: many texts cut at once, and only what is rare by itself.

Texts are joined by white space, which no cutter joins to a word, so that a call of the engine cuts
many; which words have to be looked at again is found in the characters of all texts together.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from analysis.theme.matrix import Report
from analysis.theme.shapes import Array
from analysis.theme.tokens import LONE, Cutter
from analysis.theme.words import list_codes

GAP = "\t\t"
"""Stands behind each text, two words: none of its words stands beside the next text's."""

_CHARACTERS = 50_000
_PLAIN = 1 << 16
_MARK, _RARE = 1, 2


class Lengths(NamedTuple):
    """Texts, each with its gap, and the characters of their words.

    ``text`` is all of them; ``starts`` (n_texts,) is where each begins; ``sizes`` (n_tokens,) are
    the characters of each word, those of gaps included.
    """

    text: str
    starts: Array
    sizes: Array


def measure_words(texts: Sequence[str], cutter: Cutter, report: Report | None = None) -> Lengths:
    """Return how long each word of texts is, as ``Cutter.words`` cuts them.

    Examples
    --------
    >>> measure_words(["工会职工", "AT&T!"], Cutter()).sizes.tolist()
    [2, 2, 1, 1, 4, 1, 1, 1]
    """
    text = "".join(part for one in texts for part in (one, GAP))
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + len(GAP))
    starts = np.concatenate([[0], ends])[: len(texts)]
    kinds = _read_kinds()[list_codes(text)]
    rare = {*np.searchsorted(ends, np.flatnonzero(kinds & _RARE), side="right").tolist()}
    bounds = np.concatenate([[0], ends])
    parts = [np.zeros(0, dtype=np.int64)]
    for first, after in _divide(bounds, rare):
        if report:
            report("tokens", first, len(texts))
        if first in rare:
            words = [*cutter.words(texts[first]), *GAP]
        else:
            words = cutter.rough_words(text[bounds[first] : bounds[after]])
        parts.append(np.fromiter(map(len, words), np.int64, len(words)))
    marks = np.flatnonzero(kinds & _MARK)
    sizes = _split_words(text, np.concatenate(parts), marks, cutter)
    return Lengths(text, starts, sizes)


@cache
def _read_kinds() -> Array:
    every = "".join(map(chr, range(_PLAIN)))
    kinds = np.zeros(_PLAIN, dtype=np.uint8)
    kinds[[code for code in range(0x21, 0x7F) if not chr(code).isalnum()]] = _MARK
    kinds[[match.start() for match in LONE.finditer(every)]] = _RARE
    # It stands for all characters beyond, too.
    kinds[-1] = _RARE
    return kinds


def _divide(bounds: Array, alone: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield ranges of texts to cut at once: some characters each, or one text that is alone."""
    first, n_texts = 0, len(bounds) - 1
    for number in range(n_texts):
        if number in alone:
            if first < number:
                yield first, number
            yield number, number + 1
            first = number + 1
        elif bounds[number + 1] - bounds[first] >= _CHARACTERS:
            yield first, number + 1
            first = number + 1
    if first < n_texts:
        yield first, n_texts


def _split_words(text: str, sizes: Array, marks: Array, cutter: Cutter) -> Array:
    """Return the sizes with those words split that have marks and split."""
    ends = np.cumsum(sizes)
    places = np.unique(np.searchsorted(ends, marks, side="right"))
    places = places[sizes[places] > 1]
    spans = zip((ends - sizes)[places].tolist(), ends[places].tolist(), strict=True)
    pieces = [[len(one) for one in cutter.split_word(text[a:b])] for a, b in spans]
    counts = np.ones(len(sizes), dtype=np.int64)
    counts[places] = [len(one) for one in pieces]
    split = np.repeat(sizes, counts)
    firsts = (np.cumsum(counts) - counts)[places]
    for first, piece in zip(firsts.tolist(), pieces, strict=True):
        split[first : first + len(piece)] = piece
    return split
