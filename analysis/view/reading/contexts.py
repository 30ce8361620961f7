"""A hit of a search in its context (KWIC), in one line."""

_BEFORE, _AFTER = 10, 24
"""Characters on either side; what follows says more than what went before."""


def cut_context(text: str, start: int, end: int) -> str:
    r"""Return a range of a text in 【】 with what stands around it, "" for an empty range.

    Examples
    --------
    >>> cut_context("重庆市总工会举办\n技能竞赛", 3, 6)
    '重庆市【总工会】举办 技能竞赛'
    >>> cut_context("一二三四五六七八九十百千万", 12, 13)
    '…三四五六七八九十百千【万】'
    """
    if start >= end:
        return ""
    before = " ".join(text[max(0, start - _BEFORE) : start].split())
    after = " ".join(text[end : end + _AFTER].split())
    opening = "…" if start > _BEFORE else ""
    closing = "…" if end + _AFTER < len(text) else ""
    return f"{opening}{before}【{' '.join(text[start:end].split())}】{after}{closing}"
