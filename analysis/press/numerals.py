"""Numbers as newspapers print them: 3, ３, 三, 十二."""

_NUMBERS = {sign: number for number, sign in enumerate("〇一二三四五六七八九十")}


def read_number(sign: str) -> int:
    """Read a page, month or day written in any digits.

    Examples
    --------
    >>> read_number("十二"), read_number("３"), read_number("31")
    (12, 3, 31)
    """
    if sign.isdecimal():
        return int(sign)
    tens, ten, ones = sign.rpartition("十")
    if not ten:
        return _NUMBERS.get(sign, 0)
    return (_NUMBERS.get(tens, 1) if tens else 1) * 10 + (_NUMBERS.get(ones, 0) if ones else 0)
