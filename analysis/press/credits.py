"""Credits as data: who reported, for whom, from where, when; and the words that say so.

Credits stand at the head of the prose (openings.py), behind its last sentence (closings.py), and on
lines of their own (□ 重庆日报记者 陈维灯), which are read here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.press.datelines import Dateline
from analysis.press.names import count_names, split_names
from analysis.press.records import Span
from analysis.press.signatures import NOBODY, People, Signature, read_signature

OFFICE = re.compile(r"记者|评论员|通讯员|编辑|实习生|撰稿|观察员")
"""What a credit names that is no name: one of these tells a line of names from other lines."""
LONGEST_LINE = 60
"""Characters: a credit on a line of its own is no longer."""
# Printers set these before a byline, dashes on both sides of it.
_LONGEST_NAMES = 20
_SPACE = re.compile(r"\s")
_SIGNS = " \t\u3000\xa0□■◎●△▲○◆—-"


@dataclass(frozen=True, slots=True)
class Credits:
    """What the credits of one text say, and where they stand in it.

    ``byline`` has roles and names divided by spaces (记者 朱欣 通讯员 冯建丽), ``people`` the names
    by what they did; ``paper`` is the own name of the paper in an opening such as 新渝报讯;
    ``month_day`` the day of the dateline; ``picture`` tells that a picture is signed, not the text.
    """

    byline: str | None = None
    agency: str | None = None
    place: str | None = None
    paper: str | None = None
    month_day: tuple[int, int] | None = None
    people: People = NOBODY
    picture: bool = False
    spans: tuple[Span, ...] = ()


NO_CREDITS = Credits()
"""What a text says that says nothing of who reported it."""
_UNSIGNED = Signature()


def make_credits(
    signature: Signature | None, *, span: Span, line: Dateline | None = None
) -> Credits:
    """Return what a signature and a dateline say as the credits of a text."""
    said = signature or _UNSIGNED
    return Credits(
        byline=said.byline,
        agency=(line and line.agency) or said.agency,
        place=(line and line.place) or said.place,
        paper=line.paper if line else None,
        month_day=line.month_day if line else None,
        people=said.people,
        picture=said.picture,
        spans=(span,),
    )


@lru_cache(maxsize=4096)
def sign_names(text: str) -> Signature | None:
    """Read a bracket with nothing but names in it; all must begin with a surname."""
    names = split_names(text)
    return Signature(byline=" ".join(names), people=People(reporters=names)) if names else None


def is_spaced(text: str) -> bool:
    """Tell whether spaces, or what was done, tell names from words.

    Run together with a role, any word may follow: 中外记者见面会.
    """
    return text.endswith("摄") or _SPACE.search(text) is not None


def may_be_line(text: str) -> bool:
    """Whether a paragraph is short enough to be nothing but a credit, or names."""
    return len(text.strip(_SIGNS)) <= LONGEST_LINE or len(text.strip()) <= _LONGEST_NAMES


def read_line(text: str) -> Credits:
    """Read a line that is nothing but a credit: 本报记者 李丹青, 责任编辑：王小明.

    Examples
    --------
    >>> read_line("□ 重庆日报记者 陈维灯").byline
    '记者 陈维灯'
    >>> read_line("本报记者在现场看到，工人们很高兴").byline is None
    True
    """
    bare = text.strip(_SIGNS)
    # What stands in brackets is read with the sentence that it follows.
    alone = len(bare) <= LONGEST_LINE and "（" not in bare and "(" not in bare
    signature = read_signature(bare, strict=not is_spaced(bare)) if alone else None
    said = signature and (signature.byline or signature.people.editors or OFFICE.search(bare))
    if signature is None or not said:
        return NO_CREDITS
    return make_credits(signature, span=(0, len(text)))


def read_names(text: str) -> Credits:
    """Read a line of bare names, as it stands above a signed piece (seed 004: 王东明).

    Examples
    --------
    >>> read_names("王东明").byline, read_names("为了美丽中国").byline
    ('王东明', None)
    """
    bare = text.strip()
    if len(bare) > _LONGEST_NAMES or not count_names(bare):
        return NO_CREDITS
    return make_credits(sign_names(bare), span=(0, len(text)))


def merge_credits(readings: Sequence[Credits]) -> Credits:
    """Return what the credits of one article say together; what was said first stays.

    Who signs the text has the byline; who took its picture has it where the text is not signed.

    Examples
    --------
    >>> both = merge_credits([read_line("本报记者 李润钊"), read_line("新华社记者 王敬英 摄")])
    >>> both.byline, both.agency, both.people.photographers
    ('记者 李润钊', None, ('王敬英',))
    """
    if not readings:
        return NO_CREDITS
    people = NOBODY
    for one in readings:
        if one.people is not NOBODY:
            people = people.join(one.people)
    if len(readings) == 1:
        (one,) = readings
        return Credits(one.byline or None, one.agency, one.place, one.paper, one.month_day, people)
    signed = any(one.byline or one.agency for one in readings if not one.picture)
    texts = [one for one in readings if not (signed and one.picture)]
    bylines = dict.fromkeys([one.byline for one in texts if one.byline])
    agency, place, paper, day = None, None, None, None
    for one in texts:
        agency, place = agency or one.agency, place or one.place
        paper, day = paper or one.paper, day or one.month_day
    return Credits(" ".join(bylines) or None, agency, place, paper, day, people)
