"""Credits at the head of the prose: 本报讯（记者朱欣）, 新华社北京4月3日电 and their like."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.press.credits import (
    LONGEST_LINE,
    NO_CREDITS,
    OFFICE,
    Credits,
    make_credits,
    merge_credits,
    sign_names,
)
from analysis.press.datelines import may_be_own, read_dateline
from analysis.press.jumps import find_jumps
from analysis.press.roles import AGENCIES
from analysis.press.signatures import Signature, read_signature

_BRACKET = re.compile(r"\s*[（(]\s*(?P<names>[^（）()。！？]{2,90}?)\s*[）)]\s*")
# The name of the programme that the story was taken from: 央视网消息（新闻联播）：
_PROGRAMME = re.compile(r"\s*[（(][\u4e00-\u9fff《》]{2,10}[）)]\s*(?=[：:])")
# 1998: 本报讯记者蒋建科报道：
_REPORTS = re.compile(r"\s*(?P<names>[^。！？：:]{4,60}?(?:报[道导]|专稿))\s*[：:]\s*")
_TOLD = re.compile(r"(?:报[道导]|专稿)\s*[：:]")
# With what the other forms begin, papers' own names left out: brackets, agencies, 据, 综合, 本报.
_HEAD = re.compile(rf"\s*[【〔（(]|[据综本{''.join(name[0] for name in AGENCIES.split('|'))}]")
# 【本报记者李娜北京报道】: some papers set the whole opening in a box.
_BOXED = re.compile(r"\s*(?:【(?P<said>[^【】]{2,60})】|〔(?P<told>[^〔〕]{2,60})〕)\s*")
_COLON = re.compile(r"\s*[：:]\s*")
_SPACE = re.compile(r"\s")
_BLANK = re.compile(r"(?<=\S)\s+(?=\S)")


def read_opening(text: str) -> Credits:
    """Read the credits at the head of a paragraph.

    Examples
    --------
    >>> found = read_opening("本报讯 （记者朱欣）近日，全国总工会")
    >>> found.byline, found.spans
    ('记者 朱欣', ((0, 10),))
    >>> read_opening("新华社北京4月3日电 中共中央").place
    '北京'
    """
    if not may_open(text):
        return NO_CREDITS
    if boxed := _BOXED.match(text):
        found = _read_boxed(boxed["said"] or boxed["told"])
        return replace(found, spans=((0, boxed.end()),)) if found.spans else found
    line = read_dateline(text)
    signature, end = _read_names(text, line.end if line else 0, wired=line is not None)
    if line:
        programme = _PROGRAMME.match(text, end)
        colon = _COLON.match(text, programme.end() if programme else end)
        end = colon.end() if colon else end
    if not end:
        return NO_CREDITS
    found = make_credits(signature, span=(0, end), line=line)
    # Who takes a story over prints the first one's dateline behind the own: 央视网消息：本台消息：
    second = read_dateline(text[end:]) if line else None
    if second and (second.agency or text[end - 1] in "：:"):
        return _join_datelines(found, read_opening(text[end:]))
    return found


def may_open(text: str) -> bool:
    """Whether a paragraph may begin with credits: most begin as no form of them does.

    Examples
    --------
    >>> may_open("（记者 李娜）近日"), may_open("近日，全国总工会发出通知")
    (True, False)
    """
    return bool(_HEAD.match(text)) or may_be_own(text) or _find_told(text) is not None


def _find_told(text: str, at: int = 0) -> re.Match[str] | None:
    """Find 报道： or its like; a colon is looked for first, for few paragraphs have one."""
    return _TOLD.search(text, at) if "：" in text or ":" in text else None


def _read_boxed(text: str) -> Credits:
    """Read what stands in a box, if it is nothing but an opening."""
    opening = read_opening(text)
    if opening.spans and opening.spans[0][1] == len(text):
        return opening
    signature = read_signature(text)
    return make_credits(signature, span=(0, len(text))) if signature else NO_CREDITS


def _join_datelines(first: Credits, second: Credits) -> Credits:
    end = first.spans[0][1] + second.spans[0][1]
    return replace(merge_credits([first, second]), spans=((0, end),))


def _read_names(text: str, at: int, *, wired: bool) -> tuple[Signature | None, int]:
    """Read who signs at the head of the prose; return where the prose begins."""
    if bracket := _BRACKET.match(text, at):
        signature = read_signature(bracket["names"])
        # Bare names on a line of their own close a story; before prose they open one.
        if not signature and bracket.end() < len(text):
            signature = sign_names(bracket["names"])
        if signature and (signature.byline or wired):
            return signature, bracket.end()
    told = _find_told(text, at)
    if (reports := told and _REPORTS.match(text, at)) and (
        signature := read_signature(reports["names"], strict=True)
    ):
        return (signature, reports.end()) if signature.byline else (None, at)
    return _read_spaced(text, at) if wired else (None, at)


def _read_spaced(text: str, at: int) -> tuple[Signature | None, int]:
    """Read names without a bracket (本报讯 记者 李娜 近日…): as far as spaced words are names."""
    found: tuple[Signature | None, int] = None, at
    if _SPACE.search(text, at, at + LONGEST_LINE) is None:
        return found
    for blank in _BLANK.finditer(text, at, at + LONGEST_LINE):
        signature = read_signature(text[at : blank.start()], strict=True)
        if signature and signature.byline and OFFICE.search(signature.byline):
            found = signature, blank.end()
    return found


def find_openers(texts: Sequence[str]) -> tuple[bool, ...]:
    """Return which paragraphs can only begin a story: it comes from another page (上接第一版).

    Examples
    --------
    >>> find_openers(["改革的成果由人民共享。", "（上接第一版）看病难"])
    (False, True)
    """
    return tuple(
        any(way == "from" and span[0] == 0 for way, _, span in find_jumps(text)) for text in texts
    )
