"""Paragraphs that a page repeats: a text layer often holds a column twice. Kept once, noted."""

import re
from collections.abc import Sequence

_BLANK = re.compile(r"[\s\W_]+")
# Eight characters in a row are hardly ever shared by two paragraphs that were written apart.
_SHINGLE = 8
# An article may quote another; it does not repeat nine tenths of a paragraph.
_SHARE = 0.9
_LEAST = 24


def find_copies(texts: Sequence[str]) -> tuple[bool, ...]:
    """Return for each paragraph whether an earlier one of the page says the same.

    Nine tenths of its runs of eight characters stand in earlier paragraphs. A line without a
    sentence may be a headline, which says what the body says: it is a copy when it repeats an
    earlier one whole and, if short, leads into a copy.

    Examples
    --------
    >>> find_copies(["工伤职工异地就医时的费用，常常需要先垫付，再凭发票审核、手工报销。"] * 2)
    (False, True)
    """
    bare = [_BLANK.sub("", text) for text in texts]
    seen: set[str] = set()
    copies: list[bool] = []
    for text in bare:
        shingles = {text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)}
        known = len(shingles & seen)
        whole = "。" in texts[len(copies)] or text in bare[: len(copies)]
        copies.append(whole and len(text) >= _LEAST and known >= _SHARE * len(shingles))
        seen |= shingles
    for index in range(len(bare) - 2, -1, -1):
        short = bare[index] and len(bare[index]) < _LEAST
        if short and copies[index + 1] and bare[index] in bare[:index]:
            copies[index] = True
    return tuple(copies)
