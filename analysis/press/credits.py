"""Credits as data: who reported, for whom, from where, when; and the words that say so.

Credits stand in three places: at the head of the prose (本报讯（记者朱欣）), on a line of their own
(□ 重庆日报记者 陈维灯), and in brackets at the end of the prose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.press.jumps import find_jumps
from analysis.press.names import count_names
from analysis.press.numerals import read_number
from analysis.press.records import Span

_NAME = r"[\u4e00-\u9fff·]"
_ROLE = (
    r"(?:特约|特派|实习|见习|本报|本刊|驻[\u4e00-\u9fff]{1,4})*"
    r"(?:记者|通讯员|实习生|评论员|摄影|摄影报道)"
)
_SIGN = "0-9０-９一二三四五六七八九十"
_DAY = rf"(?P<month>[{_SIGN}]{{1,3}})\s*月\s*(?P<day>[{_SIGN}]{{1,3}})\s*日"
_AGENCY = (
    r"(?P<agency>新华社|中新社|中新网|人民网|新华网|央视网|中国新闻社|法新社|路透社|美联社|塔斯社)"
)
# 新华社北京4月3日电 | 本报北京4月3日电 | 据新华社拉萨1月2日电
_WIRE = re.compile(
    rf"(?:据\s*)?(?:{_AGENCY}|本[报刊台社网])\s*(?P<place>[\u4e00-\u9fff·]{{0,8}}?)\s*(?:{_DAY})?\s*"
    r"(?:专?电(?![话视脑影台])|急电|讯(?![问息号速])|消息)\s*"
)
# 本报讯 | 新渝报讯 | 工人日报—中工网讯
_OWN = re.compile(r"(?P<paper>[\u4e00-\u9fff—-]{0,10}?[报网])讯(?![问息号速])\s*")
_BRACKET = re.compile(
    rf"\s*[（(]\s*(?P<names>(?:[^（）()。，]{{0,14}}?{_ROLE}|[\u4e00-\u9fff]{{2,12}}?记者)[^（）()。]{{1,60}})\s*[）)]\s*"
)
# 1998: 本报讯记者蒋建科报道：
_REPORTS = re.compile(
    rf"\s*(?P<names>(?:[\u4e00-\u9fff]{{0,8}}?{_ROLE})[^。，：:]{{2,40}}?)\s*(?:报道|摄影报道)\s*[：:]\s*"
)
_LINE = re.compile(
    rf"[□■◎●△▲]?\s*(?P<names>(?:{_NAME}{{2,8}}\s)*?{_NAME}{{0,8}}?(?:{_ROLE}|文[/／])(?:[\s：:、]*{_NAME}{{2,}})*)"
    r"\s*(?:[文图摄]|[文图]/图|报道|整理)?$"
)
_CLOSING = re.compile(
    rf"\s*[（(](?P<names>(?:[\u4e00-\u9fff]{{0,10}}?{_ROLE})[^（）()。]{{1,60}}|(?:据?新华社|本报|中新社)[^（）()。，]{{0,16}}(?:电|讯|专电))[）)]\s*$"
)
_SHORT = re.compile(
    rf"\s*[（(](?P<names>{_NAME}{{2,4}}(?:[\s、]?{_NAME}{{2,4}}){{0,4}}|{_NAME}{{2,12}})[）)]\s*$"
)
_DATED = re.compile(rf"(?P<place>[\u4e00-\u9fff·]{{0,8}}?)\s*{_DAY}\s*(?:专?电|讯)")
PHOTO = re.compile(
    r"[\s（(]*(?:(?:本报|新华社)?\s*(?:记者|发|通讯员|特约记者)?\s*[（(]?\s*)(?P<names>[\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4})*)\s*(?:摄|/摄|文并摄|摄影)\s*[）)]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Credits:
    """What the credits of one text say, and where they stand in it.

    ``byline`` has roles and names divided by spaces (记者 朱欣 通讯员 冯建丽); ``paper`` is the own
    name of the paper in an opening such as 新渝报讯; ``month_day`` the day of the dateline.
    """

    byline: str | None = None
    agency: str | None = None
    place: str | None = None
    paper: str | None = None
    month_day: tuple[int, int] | None = None
    spans: tuple[Span, ...] = ()


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
    wire = _WIRE.match(text) or _OWN.match(text)
    at = wire.end() if wire else 0
    names = _BRACKET.match(text, at) or (_REPORTS.match(text, at) if wire else None)
    if names:
        at = names.end()
    if not at:
        return Credits()
    found = Credits(spans=((0, at),), byline=clean_byline(names["names"]) if names else None)
    return _add_dateline(found, wire) if wire else found


def _add_dateline(found: Credits, wire: re.Match[str]) -> Credits:
    facts = wire.groupdict()
    paper = facts.get("paper")
    day = (read_number(facts["month"]), read_number(facts["day"])) if facts.get("month") else None
    return replace(
        found,
        agency=facts.get("agency"),
        place=facts.get("place") or None,
        paper=paper if paper and not paper.startswith("本") else None,
        month_day=day if day and 1 <= day[0] <= 12 and 1 <= day[1] <= 31 else None,
    )


def read_line(text: str) -> Credits:
    """Read a line that is nothing but a byline: 本报记者 李丹青.

    Examples
    --------
    >>> read_line("□ 重庆日报记者 陈维灯").byline
    '记者 陈维灯'
    >>> read_line("本报记者在现场看到，工人们很高兴").byline is None
    True
    """
    bare = text.strip()
    found = _LINE.match(bare) if len(bare) <= 40 else None
    if not found:
        return Credits()
    agency = next((name for name in ("新华社", "中新社") if bare.startswith(name)), None)
    named = re.sub(rf"{_ROLE}|新华社|中新社|本报", "", found["names"]).strip()
    byline = clean_byline(found["names"]) if re.search(r"[\u4e00-\u9fff]{2}", named[-4:]) else None
    return Credits(byline=byline, agency=agency, spans=((0, len(text)),))


def read_closing(text: str, *, last: bool) -> Credits:
    """Read the credits in brackets at the end of a paragraph.

    Bare names （袁亚平） count only in the ``last`` paragraph of an article: elsewhere a short
    bracket is an explanation.

    Examples
    --------
    >>> read_closing("惠及全体人民。（记者 齐中熙 李恒）", last=False).byline
    '记者 齐中熙 李恒'
    """
    found = _CLOSING.search(text) or (_SHORT.search(text) if last else None)
    if not found or not _is_credit(found["names"]):
        return Credits()
    names, span = found["names"], ((found.start(), len(text)),)
    dated = _DATED.search(names)
    agency = next((name for name in ("新华社", "中新社") if name in names), None)
    if not dated:
        return Credits(byline=clean_byline(names), agency=agency, spans=span)
    place = re.sub(r"^据?(?:新华社|中新社|本报)", "", dated["place"])
    day = (read_number(dated["month"]), read_number(dated["day"]))
    return Credits(agency=agency, place=place or None, month_day=day, spans=span)


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


def _is_closing(text: str) -> bool:
    bare = text.strip()
    found = PHOTO.search(bare) or _CLOSING.search(bare)
    return len(bare) <= 40 and found is not None and not bare[: found.start()].strip("（( ")


def _is_credit(names: str) -> bool:
    """Tell names and pen names (宁记) from what else stands in brackets (不含港澳)."""
    said = re.search(rf"{_ROLE}|电|讯", names) or re.fullmatch(r".{1,3}[记文]", names)
    return bool(said) or count_names(names) > 0


def clean_byline(names: str) -> str:
    """Return roles and names divided by single spaces, the paper's name left out.

    Examples
    --------
    >>> clean_byline("记者管淑颖 通讯员 冯建丽")
    '记者 管淑颖 通讯员 冯建丽'
    """
    spaced = re.sub(r"(实习记者|记者|通讯员|实习生|评论员)", r" \1 ", names)
    spaced = re.sub(
        r"(?:本报|本刊|新华社|中新社|[\u4e00-\u9fff]{2,6}日报)(?:特约|特派)?\s*"
        r"(?= (?:实习)?记者|\s*通讯员)",
        " ",
        spaced,
    )
    return " ".join(re.split(r"[\s、，,；;：:□■]+", spaced)).strip()


def read_names(text: str) -> Credits:
    """Read a line of bare names, as it stands above a signed piece (seed 004: 王东明).

    Examples
    --------
    >>> read_names("王东明").byline, read_names("为了美丽中国").byline
    ('王东明', None)
    """
    bare = text.strip()
    if len(bare) > 20 or not count_names(bare):
        return Credits()
    return Credits(byline=" ".join(re.split(r"[\s、]+", bare)), spans=((0, len(text)),))
