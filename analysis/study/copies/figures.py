"""The figures of a text: a form changes them when it is filled in anew, a copy keeps them."""

import re
import sys
import unicodedata
from functools import lru_cache

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
# Signs beyond the Basic Multilingual Plane are few and all looked at.
_BEYOND = 0x10000


def read_figures(text: str) -> frozenset[str]:
    """Return the different figures of a text, full-width ones narrowed."""
    # Only signs that a figure can be made of are narrowed: no sign joins a digit or a point.
    signs = " ".join(_list_figures().findall(text))
    return frozenset(_FIGURE.findall(unicodedata.normalize("NFKC", signs)))


@lru_cache(maxsize=1)
def _list_figures() -> re.Pattern[str]:
    """Return the pattern of all signs that have a digit or a point in them once narrowed."""
    turned = ((chr(code), unicodedata.normalize("NFKC", chr(code))) for code in range(_BEYOND))
    signs = [sign for sign, parts in turned if any(one.isdecimal() or one == "." for one in parts)]
    return re.compile(f"[{re.escape(''.join(signs))}{chr(_BEYOND)}-{chr(sys.maxunicode)}]+")
