"""What a break in the columns leaves no doubt about: which piece goes on in which, and which never.

A column stops inside a word and another goes on inside it: the two halves make a word that stands
whole elsewhere on the page. Two pieces that have nothing to do with each other do so by chance
only, for of a page's four-character strings most occur once.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from analysis.press.cuts.joins import Pair
from analysis.press.cuts.pieces import Piece

_HALF = 2
_HAN = re.compile(r"[\u4e00-\u9fff]{4}")
# As sure as a pair rated by hand would be; what is surer by the rating keeps its rate.
_BRIDGED = 0.9


def find_bridges(pieces: Sequence[Piece], texts: Sequence[str]) -> frozenset[Pair]:
    """Return the pairs of pieces whose halves make a word of the page, and fit no other piece."""
    page = "\n".join(texts)
    found = [
        (one, two)
        for one, first in enumerate(pieces)
        for two, second in enumerate(pieces)
        if one != two
        and first.is_open
        and not second.only_heads
        and _makes_word(texts[first.after - 1], texts[second.first], page)
    ]
    ends, starts = Counter(one for one, _ in found), Counter(two for _, two in found)
    return frozenset((one, two) for one, two in found if ends[one] == starts[two] == 1)


def _makes_word(before: str, after: str, page: str) -> bool:
    r"""Tell whether the end and the beginning of two paragraphs make a word of the page.

    Examples
    --------
    >>> _makes_word("和秀山县融媒体", "中心主要负责同志同行。", "大足区融媒体中心\n")
    True
    >>> _makes_word("和秀山县融媒体", "中心主要负责同志同行。", "大足区融媒体\n中心")
    False
    """
    word = before.rstrip()[-_HALF:] + after.lstrip()[:_HALF]
    return bool(_HAN.fullmatch(word)) and word in page


def settle_pairs(
    rates: Mapping[Pair, float], bridges: frozenset[Pair], openers: frozenset[int]
) -> dict[Pair, float]:
    """Return the rates of pairs of pieces, set right where the text leaves no choice.

    ``openers`` are pieces that only can begin a story: they continue none.

    Examples
    --------
    >>> settle_pairs({(0, 1): 0.6, (0, 2): 0.1}, frozenset({(0, 2)}), frozenset({1}))
    {(0, 1): 0.0, (0, 2): 0.9}
    """
    return {
        pair: 0.0 if pair[1] in openers else max(rate, _BRIDGED if pair in bridges else rate)
        for pair, rate in rates.items()
    }
