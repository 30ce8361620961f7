"""Traditional and simplified characters: which a text is in, and its simplified shadow.

A page is kept and shown as it is printed. What decides (where articles begin, who reports, which
topic) is decided on a shadow in simplified characters, of exactly the same length, so that every
offset counts in both.
"""

import re
from functools import lru_cache

from opencc import OpenCC

TRADITIONAL, SIMPLIFIED = "traditional", "simplified"
# The characters of the Unicode block that newspapers are set in.
_FIRST, _LAST = 0x4E00, 0x9FFF
_LONE = re.compile("[\ud800-\udfff]")


def tell_script(text: str) -> str:
    """Return which script a text is in, by the characters that only one of the two has.

    What holds none of either counts as simplified: there is nothing to turn.

    Examples
    --------
    >>> tell_script("全國總工會聯合印發通知"), tell_script("乾隆著作全集出版，读者很多")
    ('traditional', 'simplified')
    """
    traditional, simplified = _compile_marks()
    # Most texts have no traditional character at all, and none are not more than any.
    if traditional.search(text) is None:
        return SIMPLIFIED
    many = len(traditional.findall(text)) > len(simplified.findall(text))
    return TRADITIONAL if many else SIMPLIFIED


def may_turn(text: str) -> bool:
    """Whether a text has a character that only traditional text has; else no part of it is turned.

    Examples
    --------
    >>> may_turn("乾隆著作全集出版，读者很多"), may_turn("读者很多")
    (True, False)
    """
    return _compile_marks()[0].search(text) is not None


@lru_cache(maxsize=16)
def simplify(text: str) -> str:
    """Return a traditional text in simplified characters, of the same length; others as they are.

    Words are turned whole where their length allows it (乾隆 stays, 乾燥 becomes 干燥), else
    character by character.

    Examples
    --------
    >>> simplify("臺灣的養老服務"), simplify("乾隆的著作")
    ('台湾的养老服务', '乾隆的著作')
    """
    if tell_script(text) == SIMPLIFIED:
        return text
    whole = _turn(text)
    if len(whole) == len(text):
        return whole
    return "".join(map(_turn_line, text.splitlines(keepends=True)))


def print_words(words: str, plain: str, printed: str) -> str:
    """Return words that were read in the shadow as the page prints them.

    ``plain`` and ``printed`` are the text they were read from, in both scripts. Words are looked
    up one by one, each behind the one before.

    Examples
    --------
    >>> print_words("钟丽 记者", "记者钟丽，钟丽记者", "記者鍾麗，鐘麗記者")
    '鍾麗 記者'
    """
    if plain == printed:
        return words
    at = 0
    turned = []
    for word in words.split(" "):
        found = plain.find(word, at)
        found = plain.find(word) if found < 0 else found
        turned.append(printed[found : found + len(word)] if found >= 0 else word)
        at = max(found, at)
    return " ".join(turned)


def _turn_line(line: str) -> str:
    turned = _turn(line)
    return turned if len(turned) == len(line) else "".join(map(_turn_sign, line))


def _turn_sign(sign: str) -> str:
    turned = _turn(sign)
    return turned if len(turned) == 1 else sign


def _turn(text: str) -> str:
    # Halves of a character that stand alone come out of broken JSON; the converter takes none.
    return str(_converter("t2s").convert(_LONE.sub("\ufffd", text)))


@lru_cache(maxsize=2)
def _converter(way: str) -> OpenCC:
    return OpenCC(way)


@lru_cache(maxsize=1)
def _compile_marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    traditional, simplified = (re.compile(f"[{''.join(sorted(one))}]") for one in _read_marks())
    return traditional, simplified


def _read_marks() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only traditional text has, and those only simplified text has."""
    signs = [chr(code) for code in range(_FIRST, _LAST + 1)]
    # One a line, so that none is turned as part of a word.
    turned = [_converter(way).convert("\n".join(signs)).split("\n") for way in ("t2s", "s2t")]
    changed = [{a for a, b in zip(signs, other, strict=True) if a != b} for other in turned]
    return frozenset(changed[0] - changed[1]), frozenset(changed[1] - changed[0])
