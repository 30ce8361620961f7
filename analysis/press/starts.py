"""How likely a text begins here: the first character of a paragraph is not any character.

Paragraphs begin with 近, 据, 在, 今, an opening quotation mark; a piece torn off in mid-sentence
begins with 的, 了, 部 or a comma. The numbers are learnt (tests/bench/press/learn.py).
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("starts.json")


@lru_cache(maxsize=1)
def _read_table() -> Mapping[str, float]:
    table: dict[str, str] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return {sign: float(rate) for rate, signs in table.items() for sign in signs}


def rate_start(text: str) -> float:
    """Return the log odds that a paragraph begins with the first character of ``text``.

    Examples
    --------
    >>> rate_start("据悉，近日") > rate_start("的有关规定")
    True
    """
    return _read_table().get(text[:1], 0.0)
