"""Newspaper, date and edition of a page, and the lines of the page that print them.

A masthead and a folio hold dates, numbers and publishers instead of sentences; that is how they are
told from text. Where a page says only month and day, the year is the one its text supports; where
nothing supports one, nothing is said.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from analysis.press.credits import LONGEST_LINE, read_line
from analysis.press.jumps import find_jumps
from analysis.press.layout import Line
from analysis.press.numerals import read_number
from analysis.press.records import Page, name_file
from analysis.press.script import print_words, simplify

_YEAR = r"(?P<year>(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})"
_DATE = re.compile(
    rf"{_YEAR}\s*[年./-]\s*(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*[月./-]\s*(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日?"
)
_DATELINE = re.compile(
    r"(?:新华社|中新社|本报)[\u4e00-\u9fff·\s]{0,10}?(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:专?电|讯)"
)
_EDITION = re.compile(
    r"第\s*(?P<edition>[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Z]\d{1,3})\s*版|(?P<code>[A-Z]?\d{1,3})\s*版"
)
_PAPER = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|商报|早报|周报|晨报|快报|青年报|工人报|农民报|报)$"
)
_PUBLISHER = re.compile(r"([\u4e00-\u9fff]{2,8}?报)社(?:出版|主办)")
_OWN = re.compile(r"(?:^|[^\u4e00-\u9fff])([\u4e00-\u9fff]{1,6}报)讯", re.MULTILINE)
# What only a masthead or folio says. Two of these, or one on a short line, make furniture.
_FOLIO_MARKS = re.compile(
    r"星期[一二三四五六日天]|第?\s*\d+\s*版|第[一二三四五六七八九十]+版|第\s*\d+\s*[期号]|农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|"
    r"国内统一|CN\s*\d\d|邮发代号|代号\s*\d|今日\s*[\d一二三四五六七八九十]+\s*版|主管|主办|出版|https?://\S+|www\.\S+|"
    r"责任?编辑?[：:]|责编|美编|校对[：:]|版式[：:]|电话|邮箱[：:]|E-?mail|总第|\d{3,4}[-—]\d{7,8}|\S+@\S+"
)
# How to reach the editors, printed behind their names.
_CONTACT = re.compile(
    r"(?:电话|热线|邮箱|E-?mail|QQ)\s*[：:]?\s*[\w@.—-]*|\d{3,4}[-—]\d{7,8}|\S+@\S+", re.IGNORECASE
)
_EDITOR = re.compile(r"编|校|版式|策划|统筹|监制|终审")
_SENTENCE = re.compile(r"[。；！？，,]")


def is_folio(text: str) -> bool:
    """Tell whether a line is furniture: masthead, folio, imprint, list of editors.

    Examples
    --------
    >>> is_folio("1998年1月2日 星期一"), is_folio("国内统一连续出版物号 CN 11-0002")
    (True, True)
    >>> is_folio("会议于1998年1月2日星期五在北京举行，")
    False
    """
    bare = text.strip()
    if len(bare) > 60 or _SENTENCE.search(bare) or find_jumps(bare) or bare[0] in "（(":
        return False
    if read_editors(bare):
        return True
    rest = _FOLIO_MARKS.sub("", _DATE.sub("", bare))
    marks = len(_FOLIO_MARKS.findall(bare))
    dates = len(_DATE.findall(bare))
    # A date alone may close a letter or a speech; only at the edge of the page is it a folio.
    return bool(marks) and len(re.sub(r"[\s\W]", "", rest)) <= 6 * (marks + dates)


def find_folios(lines: Sequence[Line]) -> tuple[bool, ...]:
    """Return for each line whether it is masthead or folio.

    Bare numbers, dates and a newspaper's name are furniture only in the run of furniture at the
    head or the foot of the page; in the middle a number is a row of a table.
    """
    folios = [is_folio(line.text) for line in lines]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for index in order:
            bare = lines[index].text.strip()
            loose = bool(
                re.fullmatch(rf"[\d\s]{{1,4}}|第?\d{{1,3}}|{_DATE.pattern}", bare)
            ) or bool(_PAPER.fullmatch(bare))
            if not (folios[index] or loose):
                break
            folios[index] = True
    return tuple(folios)


def find_facts(page: Page, furniture: str) -> Page:
    """Return the page with newspaper, date, edition and editors where they can be read.

    ``furniture`` is the text of the page's masthead and folio lines. Facts that the page has
    already (given ones) stay.
    """
    missing = [fact for fact in _FIND if getattr(page, fact) is None]
    new = {fact: pair for fact in missing if (pair := _FIND[fact](page, furniture))}
    editors = find_editors(furniture)
    if not new and editors == page.editors:
        return page
    known = {fact for fact, _ in page.origins}
    origins = [*page.origins, *((f, pair[1]) for f, pair in new.items() if f not in known)]
    told: dict[str, Any] = {fact: pair[0] for fact, pair in new.items()}
    return replace(page, **told, editors=editors, origins=tuple(origins))


def _name_page(page: Page) -> str:
    name = name_file(page.source)
    dot = name.rfind(".")
    return name[:dot] if 0 < dot < len(name) - 1 else name


def find_editors(furniture: str) -> tuple[str, ...]:
    r"""Return the names on the lines of editors and proof-readers.

    Examples
    --------
    >>> find_editors("2024年4月4日\n本版责编：王群 美编：赵军\n校对：李杰")
    ('王群', '赵军', '李杰')
    """
    if not furniture:
        return ()
    plain = simplify(furniture)
    found = (name for line in plain.splitlines() for name in read_editors(line))
    return tuple(print_words(name, plain, furniture) for name in dict.fromkeys(found))


def read_editors(line: str) -> tuple[str, ...]:
    """Return the names on a line that names nobody but editors and proof-readers.

    Examples
    --------
    >>> read_editors("本版编辑 张小明 电话 010-66660000"), read_editors("编辑 张小明 记者 李娜")
    (('张小明',), ())
    """
    if len(line) > LONGEST_LINE or not _EDITOR.search(line):
        return ()
    said = read_line(_CONTACT.sub("", line))
    return () if said.byline else said.people.editors


def _print_paper(paper: str, page: Page, furniture: str, name: str) -> str:
    """Return the newspaper's name in the characters of the place where it was read."""
    printed = f"{furniture}\n{page.text}\n{name}"
    return print_words(paper, simplify(printed), printed)


def _tell_newspaper(page: Page, furniture: str) -> tuple[str, str] | None:
    name = _name_page(page)
    paper = _find_newspaper(simplify(page.text), simplify(furniture), simplify(name))
    return paper and (_print_paper(paper[0], page, furniture, name), paper[1])


def _tell_date(page: Page, furniture: str) -> tuple[str, str] | None:
    return _find_date(simplify(page.text), simplify(furniture), _name_page(page))


def _tell_edition(page: Page, furniture: str) -> tuple[str, str] | None:
    if not furniture and "版" not in page.source:
        return None
    return _find_edition(simplify(furniture), _name_page(page))


_FIND: Mapping[str, Callable[[Page, str], tuple[str, str] | None]] = {
    "newspaper": _tell_newspaper,
    "date": _tell_date,
    "edition": _tell_edition,
}
"""How each fact is read that the page has not got."""


def _find_newspaper(text: str, furniture: str, name: str) -> tuple[str, str] | None:
    for line in furniture.splitlines():
        if paper := _PAPER.fullmatch(line.strip()):
            return paper[0], "masthead"
    if publisher := _PUBLISHER.search(furniture):
        return publisher[1], "masthead"
    own = Counter(_OWN.findall(text) if "报讯" in text else ())
    del own["本报"]
    if own:
        return own.most_common(1)[0][0], "dateline"
    # In 报纸, 报告, 报道 and their like 报 opens another word and ends no name.
    found = re.search(r"[\u4e00-\u9fff]{1,6}报(?![纸告道销社名刊表价考])", name)
    return (found[0], "name") if found else None


def _find_date(text: str, furniture: str, name: str) -> tuple[str, str] | None:
    for source, origin in ((furniture, "masthead"), (name, "name")):
        for found in _DATE.finditer(source):
            parts = (_read_year(found["year"]), found["month"], found["day"])
            if date := _iso(parts[0], read_number(parts[1]), read_number(parts[2])):
                return date, origin
    compact = re.search(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", name)
    if compact and (date := _iso(*(int(part) for part in compact.groups()))):
        return date, "name"
    days = [(int(month), int(day)) for month, day in _DATELINE.findall(text)]
    year = _likely_year(text) if days else None
    dateline = _iso(year, *max(days)) if days and year else None
    return (dateline, "dateline") if dateline else None


def _read_year(sign: str) -> int:
    digits = (str("〇一二三四五六七八九".find(one)) for one in re.sub("[○零]", "〇", sign))
    return int(sign) if sign.isdecimal() else int("".join(digits))


def _likely_year(text: str) -> int | None:
    """Return the latest year the text speaks of as present or past, when it does so twice."""
    # 到2035年 and 2030年前 are plans; no page is from the future.
    years = Counter(
        int(found[1])
        for found in re.finditer(r"(?<![\d到至—])((?:19|20)\d\d)\s*年(?!前|底前|目标)", text)
    )
    if not years:
        return None
    latest = max(years)
    return latest if years[latest] > 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _find_edition(furniture: str, name: str) -> tuple[str, str] | None:
    for line in furniture.splitlines():
        if found := _EDITION.search(line):
            sign = found["edition"] or found["code"]
            return str(read_number(sign) or sign), "masthead"
        # 今日八版 tells how many pages there are, a number alone which one this is.
        if re.fullmatch(r"\s*\d{1,3}\s*", line):
            return line.strip(), "masthead"
    found = re.search(r"第?\s*([A-Z]?\d{1,2})\s*版", name) if "版" in name else None
    return (found[1], "name") if found else None
