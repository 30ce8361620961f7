"""Credits behind the last sentence of a paragraph, in brackets or not, and on closing lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.press.credits import (
    LONGEST_LINE,
    NO_CREDITS,
    OFFICE,
    Credits,
    is_spaced,
    make_credits,
    read_line,
    sign_names,
)
from analysis.press.datelines import read_closed
from analysis.press.names import split_names
from analysis.press.openings import read_opening
from analysis.press.roles import AGENCIES
from analysis.press.signatures import People, Signature, read_signature

_HAN = r"[\u4e00-\u9fff]"
_CLOSING = re.compile(r"[\s/]*[（(]\s*(?P<names>[^（）()。！？]{1,90}?)\s*[）)]\s*$")
# 新华社发（谢尚国 摄）: the agency hands the picture out, the bracket names who took it.
_HANDED = re.compile(
    rf"\s*(?P<names>(?:{AGENCIES}|本[报刊台社网])\s*[发供][^（）()。]{{0,6}}[（(][^（）()。]{{2,30}}[）)])\s*$"
)
_TAIL = re.compile(r"(?<=[。！？”…）)])\s*(?P<names>[^。！？!?，]{2,60})$")
# Signs that are no part of a tail; a tail with the sign before it, which is found at once by that.
_STOPS = tuple("。！？!?，")
_STOPPED = re.compile(r"[。！？”…）)]\s*[^。！？!?，]{2,60}$")
# Remarks about the text or its pictures stand where a pen name does: （完）, （待续）, （附图）.
_REMARK = re.compile(
    r"[完续节选略附图表照片注转接见上中下文稿本版号期刊第年月日编译者按名单为栏族男女画影刻艺\d]"
)
# Readers' letters and notes of local offices: where the writer is at home stands before the name.
_LETTER = re.compile(
    r"(?P<office>[\u4e00-\u9fff○\s]{2,24}[省市县区乡镇村厂院校局部委处科室司社会队行店所站厅报馆])"
    r"\s*(?P<names>[\u4e00-\u9fff\s、]{2,14})"
)
_SUPPLIED = re.compile(r"[\u4e00-\u9fff《》“”]{2,24}(?:供稿|供图|提供)|(?:全文)?完")
_ENDED = re.compile(r"[。！？!?…][”’」』）)》]*$")
PHOTO = re.compile(
    r"[\s（(]*(?:(?:本报|新华社)?\s*(?:记者|发|通讯员|特约记者)?\s*[（(]?\s*)(?P<names>[\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4})*)\s*(?:摄|/摄|文并摄|摄影)\s*[）)]?\s*$"
)


def read_closing(text: str, *, last: bool) -> Credits:
    """Read the credits behind the last sentence of a paragraph, in brackets or not.

    Bare names （袁亚平） count only in the ``last`` paragraph of an article: elsewhere a short
    bracket is an explanation.

    Examples
    --------
    >>> read_closing("惠及全体人民。（记者 齐中熙 李恒）", last=False).byline
    '记者 齐中熙 李恒'
    >>> read_closing("向蚕农撒蚕花。 新华社发（谢尚国 摄）", last=True).people.photographers
    ('谢尚国',)
    """
    for pattern in choose_patterns(text):
        found = pattern.search(text)
        if found and (said := _read_closing(text, found, last=last)):
            return replace(said, spans=((found.start(), len(text)),))
    return NO_CREDITS


def choose_patterns(text: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of closings that may match a text, told by its end; mostly none.

    Examples
    --------
    >>> choose_patterns("惠及全体人民。"), len(choose_patterns("惠及全体人民。（记者 齐中熙）"))
    ((), 3)
    """
    if text.endswith(_STOPS):
        return ()
    if text.rstrip().endswith(("）", ")")):
        return _HANDED, _CLOSING, _TAIL
    return (_TAIL,) if _STOPPED.search(text) else ()


def _read_closing(text: str, found: re.Match[str], *, last: bool) -> Credits | None:
    names = found["names"].strip()
    bracket = found.re is _CLOSING
    line = read_closed(names) if bracket else None
    if line:
        around = f"{names[: line.start]} {names[line.end :]}".strip()
        return make_credits(read_signature(around), span=(0, 0), line=line)
    signature = read_signature(names, strict=not (bracket or is_spaced(names)))
    if bracket:
        before = text[: found.start()]
        ended = not before or bool(_ENDED.search(before))
        return _credit_or_none(signature or (_read_pen(names, ended=ended) if last else None))
    # Without a bracket only a role or a camera tells names from the end of a sentence.
    signed = signature and signature.byline and (signature.picture or OFFICE.search(names))
    return _credit_or_none(signature if signed else None)


def _credit_or_none(signature: Signature | None) -> Credits | None:
    return make_credits(signature, span=(0, 0)) if signature else None


def _read_pen(names: str, *, ended: bool) -> Signature | None:
    """Read names without a role in brackets; pen names only behind the end of a sentence."""
    if found := sign_names(names):
        return found
    if not ended:
        return None
    if _SUPPLIED.fullmatch(names):
        return Signature()
    if letter := _LETTER.fullmatch(names):
        written = split_names(letter["names"])
        byline = " ".join((letter["office"], *written))
        return Signature(byline=byline, people=People(correspondents=written)) if written else None
    short = re.fullmatch(rf"{_HAN}{{2,3}}", names) and not _REMARK.search(names)
    if short or re.fullmatch(r".{1,3}[记文]", names):
        return Signature(byline=names, people=People(reporters=(names,)))
    return None


def find_closers(texts: Sequence[str]) -> tuple[bool, ...]:
    """Return which paragraphs are nothing but a credit that ends a story and begins none.

    A photo credit, credits in brackets; a line of reporters above an opening with reporters of
    its own, for a story has one set of them (seed 001: 本报记者 杜鹏).

    Examples
    --------
    >>> find_closers(["图为棚里的花。", "新华社记者 季春鹏 摄", "（新华社北京7月16日电）"])
    (False, True, True)
    >>> find_closers(["本报记者 杜鹏", "本报讯（记者 白国华）近日", "本报记者 李明", "近日"])
    (True, False, False, False)
    """
    followed = zip(texts, [*texts[1:], ""], strict=True)
    return tuple(
        _is_closing(text) or bool(read_line(text).byline and read_opening(after).byline)
        for text, after in followed
    )


def _is_closing(text: str) -> bool:
    bare = text.strip()
    if len(bare) > LONGEST_LINE:
        return False
    found = PHOTO.search(bare)
    if found and not bare[: found.start()].strip("（( "):
        return True
    closing = read_closing(bare, last=False)
    return bool(closing.spans) and closing.spans[0][0] == 0 and bare.startswith(("（", "("))
