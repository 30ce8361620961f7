"""Datelines: which agency or paper sent a story, from where, on which day.

新华社北京4月3日电, 本报讯, 据新华社拉萨1月2日电, 央视网消息（新闻联播）： at the head; the same in
brackets at the end.
"""

import re
from dataclasses import dataclass

from analysis.press.numerals import read_number
from analysis.press.roles import AGENCIES

_HAN = r"[\u4e00-\u9fff]"
_OUTLET = rf"(?:{AGENCIES}|本[报刊台社网])"
_SIGN = "0-9０-９〇一二三四五六七八九十"
_DAY = rf"(?:[{_SIGN}]{{4}}年)?(?P<month>[{_SIGN}]{{1,3}})\s*月\s*(?P<day>[{_SIGN}]{{1,3}})\s*日"
# 新华社电视台, 本报讯问处 go on to another word.
_SENT = r"(?:专?电(?![话视脑影台梯力])|急电|讯(?![问息号速])|消息)"
_WIRE = re.compile(
    rf"(?:据\s*|综合\s*)?(?:本报和\s*)?(?:(?P<agency>{AGENCIES})|本[报刊台社网])\s*"
    rf"(?P<place>{_HAN}[\u4e00-\u9fff·]{{0,7}}?)??\s*(?:{_DAY})?\s*{_SENT}\s*"
)
# What stands between the office and 讯 in a sentence about news: 新华社今天播发长篇通讯.
_SAYS = re.compile(r"[播发收刊登的今昨将]")
# A paper's or a station's own name: 新渝报讯, 工人日报—中工网讯, 央视网消息：
_OWN = re.compile(
    rf"(?P<paper>(?:[\u4e00-\u9fff—-]{{0,10}}?(?:[报网]|客户端)|{_HAN}{{2,7}}电视台))"
    rf"(?:[（(]{_HAN}{{2,8}}[）)](?=消息\s*[：:]))?(?:讯(?![问息号速])|消息(?=[\s（(：:]))\s*"
)
# What every own name goes on to, and how many characters from the head that is at the most.
_OWN_MOST = 26
# At the end the day may be left out where the bracket holds nothing else: （本报华盛顿电）.
_CLOSED = re.compile(rf"(?P<place>[\u4e00-\u9fff·]{{0,8}}?)\s*{_DAY}\s*{_SENT}")
_DAYLESS = re.compile(
    rf"(?:均?据)?{_OUTLET}\s*(?P<place>[\u4e00-\u9fff·]{{2,8}}?)\s*专?电"
    r"(?P<month>)?(?P<day>)?$"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, and the range of the text that it takes.

    ``paper`` is the own name of the paper; ``month_day`` the day it was sent.
    """

    start: int
    end: int
    agency: str | None = None
    place: str | None = None
    paper: str | None = None
    month_day: tuple[int, int] | None = None


def read_dateline(text: str) -> Dateline | None:
    """Read the dateline at the head of a paragraph.

    Examples
    --------
    >>> found = read_dateline("据新华社拉萨1月2日电 西藏重视文物工作")
    >>> found.agency, found.place, found.month_day, found.end
    ('新华社', '拉萨', (1, 2), 12)
    >>> read_dateline("新华社会议厅里座无虚席") is None
    True
    """
    wire = _WIRE.match(text)
    if wire and not _SAYS.search(wire["place"] or ""):
        day = _read_day(wire["month"], wire["day"])
        return Dateline(*wire.span(), wire["agency"], wire["place"], None, day)
    if may_be_own(text) and (own := _OWN.match(text)):
        paper = own["paper"]
        return Dateline(*own.span(), paper=None if paper.startswith("本") else paper)
    return None


def may_be_own(text: str) -> bool:
    """Whether a paragraph may begin with a paper's own name: 讯 or 消息 stands near its head.

    Examples
    --------
    >>> may_be_own("新渝报讯 近日"), may_be_own("近日，全国总工会发出通知")
    (True, False)
    """
    return text.find("讯", 0, _OWN_MOST) >= 0 or text.find("消息", 0, _OWN_MOST) >= 0


def read_closed(text: str) -> Dateline | None:
    """Read the dateline inside the brackets at the end of a story.

    Examples
    --------
    >>> found = read_closed("本报曼谷１月１０日电")
    >>> found.place, found.month_day
    ('曼谷', (1, 10))
    """
    found = _CLOSED.search(text) or _DAYLESS.match(text)
    if found is None:
        return None
    place = re.sub(rf"^(?:均?据)?{_OUTLET}", "", found["place"])
    agency = re.search(AGENCIES, text)
    return Dateline(
        *found.span(),
        agency=agency[0] if agency else None,
        place=place or None,
        month_day=_read_day(found["month"], found["day"]),
    )


def _read_day(month: str | None, day: str | None) -> tuple[int, int] | None:
    if not (month and day):
        return None
    found = read_number(month), read_number(day)
    return found if 1 <= found[0] <= 12 and 1 <= found[1] <= 31 else None
