"""Jump marks: where a story goes on (下转第3版) and where it came from (上接第一版)."""

import re

from analysis.press.numerals import read_number
from analysis.press.records import Span

_SIGN = r"第?\s*(?P<{name}>[A-Z]?[0-9０-９]{{1,3}}|[一二三四五六七八九十]{{1,3}}|[A-Z])\s*"


def _compile(phrase: str, short: str, *, plain: str) -> re.Pattern[str]:
    """Compile the marks of one way.

    In brackets the short forms (转4版) and a remark (左下角) are safe, and the set phrase does
    without its 版 (下转A3); in the open only the plain phrase with its 版 is a mark: 紧接第二版 and
    转四版 occur in sentences.
    """
    full = rf"{phrase}\s*{_SIGN.format(name='page')}版?"
    brief = rf"{short}\s*{_SIGN.format(name='brief')}版"
    bracketed = rf"[（(〔\[【]\s*(?:{full}|{brief})[^（()）〕\]】，。\n]{{0,8}}[）)〕\]】]"
    bare = rf"[（(〔\[▶►→▷]*\s*{plain}\s*{_SIGN.format(name='bare')}版\s*[）)〕\]]?"
    return re.compile(rf"\s*(?:{bracketed}|{bare})\s*")


# What every mark has, whatever its form: 转 or 接, and the sign of a page behind it.
_SIGNED = r"\s*第?\s*[A-Z0-9０-９一二三四五六七八九十]"
_MAY_JUMP = re.compile(f"[转接]{_SIGNED}")
_JUMP_TO = _compile("下转", "[文续]?转", plain="下转")
_JUMP_FROM = _compile("[上紧]接", "接", plain="上接")


def find_jumps(text: str) -> tuple[tuple[str, str, Span], ...]:
    """Return the jump marks of a text: "to" or "from", the page, the place.

    Examples
    --------
    >>> find_jumps("强大合力。（下转第3版）")
    (('to', '3', (5, 12)),)
    >>> find_jumps("（上接第一版）看病难")
    (('from', '1', (0, 7)),)
    """
    if not may_jump(text):
        return ()
    found = [
        (way, name_edition(mark["page"] or mark["brief"] or mark["bare"]), mark.span())
        for way, pattern in (("to", _JUMP_TO), ("from", _JUMP_FROM))
        for mark in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda jump: jump[2]))


def may_jump(text: str) -> bool:
    """Whether a text may have a jump mark: 转 or 接 with a number behind it.

    Examples
    --------
    >>> may_jump("（下转第3版）"), may_jump("接受采访，转变方式")
    (True, False)
    """
    return ("转" in text or "接" in text) and _MAY_JUMP.search(text) is not None


def name_edition(sign: str) -> str:
    """Return the number of a page in one form, however it is printed.

    Examples
    --------
    >>> [name_edition(sign) for sign in ("三", "０3", "A02", "B")]
    ['3', '3', 'A2', 'B']
    """
    number = sign.strip().upper()
    head, digits = (number[:1], number[1:]) if "A" <= number[:1] <= "Z" else ("", number)
    return head + str(read_number(digits) or digits) if digits else number
