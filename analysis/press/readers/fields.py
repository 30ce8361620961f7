"""Which column of a table holds what: known by its name, or named by the user."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.errors import BadSetting
from analysis.press.errors import NoSuchColumn
from analysis.press.limits import USUAL, Limits

FIELDS: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "标题"),
    "body": ("body", "text", "content", "正文", "内容"),
    "date": ("date", "日期", "发布时间"),
    "newspaper": ("newspaper", "source", "报纸", "来源"),
    "edition": ("edition", "版次"),
    "author": ("author", "作者"),
    "url": ("url", "链接"),
}
"""What a row may tell of its article, and the names of columns under which it does."""
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user said about a table.

    ``columns`` are fields and the columns named for them; ``given`` are facts that hold for all
    rows that do not say otherwise; ``encoding`` is that of a table of text; ``limits`` are what it
    may cost.
    """

    columns: Pairs = ()
    given: Pairs = ()
    encoding: str | None = None
    limits: Limits = USUAL


ANYTHING = Wanted()
"""Nothing was said."""


@lru_cache(maxsize=64)
def match_columns(names: tuple[str, ...], columns: Pairs = ()) -> dict[str, str]:
    """Return for each field the column that holds it; case and spaces do not matter.

    Examples
    --------
    >>> match_columns(("标 题", "Content"))
    {'headline': '标 题', 'body': 'Content'}
    >>> match_columns(("标题", "稿件"), (("body", "稿件"),))
    {'headline': '标题', 'body': '稿件'}
    """
    wanted = {**FIELDS, **{field: (name,) for field, name in columns}}
    there = {_squeeze(name): name for name in reversed(names)}
    found = {
        field: next((there[_squeeze(one)] for one in options if _squeeze(one) in there), None)
        for field, options in wanted.items()
    }
    return {field: name for field, name in found.items() if name is not None}


def name_columns(pairs: Sequence[str]) -> Pairs:
    """Return fields and columns from words such as "body=稿件" or "正文=稿件".

    Raises
    ------
    BadSetting
        When a word has no field that is known, or no column.

    Examples
    --------
    >>> name_columns(["body=稿件", "日期=day"])
    (('body', '稿件'), ('date', 'day'))
    """
    named = []
    for pair in pairs:
        name, _, column = pair.partition("=")
        fields = [one for one, options in FIELDS.items() if _squeeze(name) in options]
        if not (fields and column.strip()):
            known = ", ".join(FIELDS)
            need = {"zh": f"字段=列名，字段是 {known}", "en": f"FIELD=COLUMN, FIELD any of {known}"}
            raise BadSetting(name="--column", value=pair, need=need)
        named.append((fields[0], column.strip()))
    return tuple(named)


def require_columns(source: str, names: Sequence[str], columns: Pairs) -> None:
    """Stop where a column that was named for a field is not among the ``names`` of a table.

    Raises
    ------
    NoSuchColumn
        With the names that are there.
    """
    there = {_squeeze(name) for name in names}
    for field, column in columns:
        if _squeeze(column) not in there:
            named = ", ".join(filter(None, names))
            raise NoSuchColumn(source=source, field=field, column=column, columns=named)


def _squeeze(name: str) -> str:
    return "".join(name.split()).strip("\ufeff").casefold()
