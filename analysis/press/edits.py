"""What a reader mends in the cut of a page: edits as data, done to a cut one after another.

An edit is addressed by the page and by characters of its text, never by numbers of articles, so
that it means the same whatever the rest of the page is cut into. The page's id is made of its text:
a character of an edit cannot come to stand elsewhere, only the cut around it can change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from analysis.errors import BadEdit
from analysis.press.records import KINDS, Span

JOIN, SPLIT, MOVE, HEADLINE = "join", "split", "move", "headline"
KIND, DROP, RESTORE = "kind", "drop", "restore"
LINK, UNLINK = "link", "unlink"
# What each edit must say and what it may say beside its name, its page and its place ``at``.
_MUST: Mapping[str, frozenset[str]] = {
    JOIN: frozenset({"to"}),
    SPLIT: frozenset(),
    MOVE: frozenset({"end", "to"}),
    HEADLINE: frozenset(),
    KIND: frozenset({"text"}),
    DROP: frozenset(),
    RESTORE: frozenset(),
}
_MAY: Mapping[str, frozenset[str]] = {
    HEADLINE: frozenset({"lines", "text"}),
    DROP: frozenset({"end"}),
    RESTORE: frozenset({"end", "to"}),
}
_OF_STORIES: Mapping[str, frozenset[str]] = {
    LINK: frozenset({"edit", "article", "tail"}),
    UNLINK: frozenset({"edit", "article"}),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a reader set right; numbers are characters of the page's text.

    ============ ===================================================================================
    ``edit``     what is done
    ============ ===================================================================================
    join         the article at ``to`` goes on after the one at ``at``; both become one
    split        a new article begins with the line at ``at``
    move         the lines from ``at`` to ``end`` go over to the article at ``to``
    headline     of the article at ``at``: its ``lines`` (none: it has no headline), or a ``text``
    kind         the article at ``at`` is an "article", "photo" or "notice": ``text``
    drop         the lines from ``at`` to ``end`` (without one: the article at ``at``) leave it
    restore      furniture at ``at`` (to ``end``) joins the article at ``to``, or becomes an article
    ============ ===================================================================================

    Examples
    --------
    >>> write_edit(Edit("split", "0a1b2c3d4e5f", 120))
    {'edit': 'split', 'page': '0a1b2c3d4e5f', 'at': 120}
    """

    edit: str
    page: str
    at: int
    end: int | None = None
    to: int | None = None
    lines: tuple[Span, ...] | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class StoryEdit:
    """What a reader set right about stories that jump from page to page; articles by their ids.

    "link": the article ``tail`` is where ``article`` goes on. "unlink": what goes on from
    ``article`` is an article of its own.
    """

    edit: str
    article: str
    tail: str | None = None


AnyEdit = Edit | StoryEdit


def write_edit(edit: AnyEdit) -> dict[str, Any]:
    """Return an edit as JSON has it; what it does not say is left out."""
    said = {one.name: getattr(edit, one.name) for one in fields(edit)}
    if isinstance(edit, Edit) and edit.lines is not None:
        said["lines"] = [list(span) for span in edit.lines]
    return {name: value for name, value in said.items() if value is not None}


def read_edit(row: Mapping[str, Any]) -> AnyEdit:
    """Return an edit from its JSON form.

    Raises
    ------
    BadEdit
        When its kind is not known, or what it says is too little, too much or of another type.

    Examples
    --------
    >>> read_edit({"edit": "fold", "page": "0a1b2c3d4e5f", "at": 1})
    Traceback (most recent call last):
    analysis.errors.BadEdit: The edit "fold" cannot be read: it is not known. ...
    """
    name = str(row.get("edit", ""))
    if name in _OF_STORIES:
        return _read_story_edit(name, row)
    if name not in _MUST:
        raise BadEdit(edit=name, fault={"zh": "没有这种修改", "en": "it is not known"})
    said = set(row) - {"edit", "page", "at"}
    must = _MUST[name] | {"edit", "page", "at"}
    if not (must <= set(row) and said <= _MUST[name] | _MAY.get(name, frozenset())):
        wanted = ", ".join(sorted(must - {"edit"} | _MAY.get(name, frozenset())))
        fault = {"zh": f"它要说的是 {wanted}", "en": f"it has to say {wanted}"}
        raise BadEdit(edit=name, fault=fault)
    if wrong := sorted(key for key, value in row.items() if not _fits(name, key, value)):
        keys = ", ".join(wrong)
        raise BadEdit(edit=name, fault={"zh": f"{keys} 不对", "en": f"{keys} is wrong"})
    lines = row.get("lines")
    spans = None if lines is None else tuple((start, end) for start, end in lines)
    return Edit(**{**row, "lines": spans})


def _read_story_edit(name: str, row: Mapping[str, Any]) -> StoryEdit:
    if set(row) != _OF_STORIES[name] or not all(isinstance(said, str) for said in row.values()):
        wanted = ", ".join(sorted(_OF_STORIES[name] - {"edit"}))
        fault = {"zh": f"它要说的是 {wanted}", "en": f"it has to say {wanted}"}
        raise BadEdit(edit=name, fault=fault)
    return StoryEdit(**row)


def _fits(edit: str, key: str, value: object) -> bool:
    match key:
        case "at" | "end" | "to":
            return _is_place(value)
        case "lines":
            return isinstance(value, list | tuple) and all(map(_is_span, value))
        case "text":
            known = edit != KIND or value in KINDS
            return known and isinstance(value, str) and bool(value.strip())
    return isinstance(value, str)


def _is_place(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_span(value: object) -> bool:
    if not (isinstance(value, list | tuple) and len(value) == 2 and all(map(_is_place, value))):
        return False
    return bool(value[0] < value[1])


def read_edits(rows: Iterable[Mapping[str, Any]]) -> tuple[AnyEdit, ...]:
    """Return the edits of a recipe; errors as ``read_edit`` says."""
    return tuple(read_edit(row) for row in rows)


def only_pages(edits: Iterable[AnyEdit]) -> tuple[Edit, ...]:
    """Return the edits that are about the cut of one page."""
    return tuple(edit for edit in edits if isinstance(edit, Edit))
