"""Articles to passages: a few sentences each, cut at sentence ends, every character in one."""

import re

Range = tuple[int, int]
# A sentence ends behind its mark and the quotation marks that close with it, or at a line's end.
_ENDS = re.compile(r"[。！？!?；;…][”’」』）)]*|\n+")


def cut_passages(text: str, length: int) -> tuple[Range, ...]:
    """Cut a text into passages of about ``length`` characters.

    The passages of a text are as even as its sentences allow, so that no short rest stands alone;
    a sentence is never cut, however long.

    Examples
    --------
    >>> cut_passages("一二三。四五六。七八九。", 6)
    ((0, 4), (4, 12))
    >>> cut_passages("", 6)
    ()
    """
    if not text.strip():
        return ()
    ends = [match.end() for match in _ENDS.finditer(text) if match.end() < len(text)]
    count = max(1, round(len(text) / length))
    cuts = [0]
    for number in range(1, count):
        goal = number * len(text) / count
        nearest = min(ends, key=lambda end: abs(end - goal), default=0)
        if nearest > cuts[-1]:
            cuts.append(nearest)
    return tuple(zip(cuts, [*cuts[1:], len(text)], strict=True))
