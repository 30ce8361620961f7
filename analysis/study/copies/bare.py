"""Texts without their signs, by the batch: letters and digits as numbers, full-width ones narrowed.

NFKC is a table from character to character as long as no character of a text joins the one before
it (Unicode Standard Annex #15, "Stable code points" and the quick check). Almost every page of a
newspaper is such a text; the others are turned one by one, with the same result.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]

_SIGNS = re.compile(r"[\W_]+")
# The table ends with the Basic Multilingual Plane; its last entry stands for all beyond.
_BEYOND = 0x10000
_NOTHING, _ODD = 0, 0xFFFFFFFF
# Vowels and final consonants of Hangul join the letter before them; no table lists them.
_JAMO = frozenset(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))))


@dataclass(frozen=True, slots=True)
class Bare:
    """The code points of bare texts, one text after the other, and the length of each."""

    codes: Codes
    sizes: NDArray[np.int64]


def bare_text(text: str) -> str:
    """Return the letters and digits of a text alone, full-width ones narrowed.

    Examples
    --------
    >>> bare_text("新华社 北京１月２日电：")
    '新华社北京1月2日电'
    """
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text))


def bare_texts(texts: Sequence[str]) -> Bare:
    """Return what ``bare_text`` makes of each text, as numbers.

    Examples
    --------
    >>> bare = bare_texts(["１月", "。", "2日"])
    >>> bare.codes.tolist() == [ord(sign) for sign in "1月2日"], bare.sizes.tolist()
    (True, [2, 0, 2])
    """
    turned = _read_table().take(_list_codes("".join(texts)), mode="clip")
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))
    odd = np.unique(np.searchsorted(ends, np.flatnonzero(turned == _ODD), side="right"))
    for place in odd:
        turned[ends[place] - len(texts[place]) : ends[place]] = _NOTHING
    left = np.flatnonzero(turned)
    bounds = np.searchsorted(left, ends)
    sizes = np.diff(bounds, prepend=0)
    codes = turned[left]
    if len(odd):
        slowly = [_list_codes(bare_text(texts[place])) for place in odd]
        sizes[odd] = [len(one) for one in slowly]
        codes = np.insert(codes, np.repeat(bounds[odd], sizes[odd]), np.concatenate(slowly))
    return Bare(codes, sizes)


def _list_codes(text: str) -> Codes:
    # Halves of a character that stand alone come out of broken JSON, and are no letters.
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


@lru_cache(maxsize=1)
def _read_table() -> Codes:
    """Return what becomes of each character: a code, nothing, or a text to be turned by itself."""
    split = (unicodedata.decomposition(chr(code)).split() for code in range(_BEYOND))
    pairs = (parts for parts in split if len(parts) == 2 and not parts[0].startswith("<"))
    joining = _JAMO.union(chr(int(second, 16)) for _, second in pairs)
    table = np.zeros(_BEYOND + 1, dtype=np.uint32)
    table[:_BEYOND] = [_turn(chr(code), joining) for code in range(_BEYOND)]
    table[_BEYOND] = _ODD
    return table


def _turn(sign: str, joining: frozenset[str]) -> int:
    first = unicodedata.normalize("NFKD", sign)[0]
    letters = [one for one in unicodedata.normalize("NFKC", sign) if one.isalnum()]
    if unicodedata.combining(first) or first in joining or len(letters) > 1:
        return _ODD
    return ord(letters[0]) if letters else _NOTHING
