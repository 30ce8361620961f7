"""What a reader changes about topics, themes and words: edits as data, laid over every fit.

A topic is addressed by its id, which refits keep. An edit whose topic a refit does not find again
stays in the recipe and is told, so that nothing a reader did is lost.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from analysis.errors import BadEdit, EditError

RENAME, HIDE, MERGE, SPLIT, ASSIGN = "rename", "hide", "merge", "split", "assign"
THEME, UNTHEME, WORD, UNWORD, COUNT = "theme", "untheme", "word", "unword", "count"
LISTS = ("stop", "press", "user")
"""The word lists of ``records.Words``."""

REFITTING = frozenset({THEME, UNTHEME, WORD, UNWORD, COUNT})
"""Edits of what goes into a fit; the others are done to its result."""

# A study may come from anybody: a colour goes into pages as it is.
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# What each edit says beside its name: all of it.
_SAYS: Mapping[str, frozenset[str]] = {
    RENAME: frozenset({"topic", "name"}),
    HIDE: frozenset({"topic"}),
    MERGE: frozenset({"topic", "others"}),
    SPLIT: frozenset({"topic", "others"}),
    ASSIGN: frozenset({"topic", "theme"}),
    THEME: frozenset({"theme", "en", "colour", "words"}),
    UNTHEME: frozenset({"theme"}),
    WORD: frozenset({"name", "words"}),
    UNWORD: frozenset({"name", "words"}),
    COUNT: frozenset({"number"}),
}


@dataclass(frozen=True, slots=True)
class TopicEdit:
    """One change of a reader.

    ======== =======================================================================================
    ``edit`` what is done
    ======== =======================================================================================
    rename   ``topic`` is called ``name``
    hide     ``topic`` counts under 其他 and is listed only when asked for
    merge    ``topic`` holds what the topics ``others`` held; shares are the sums
    split    ``topic`` becomes the topics ``others``, ids that were never given before
    assign   all of ``topic`` belongs to ``theme``
    theme    ``theme`` with ``en``, ``colour`` and ``words`` is added, or takes the old one's place
    untheme  ``theme`` is taken out
    word     ``words`` join the list ``name``: "stop", "press" or "user"
    unword   ``words`` leave that list
    count    ``number`` topics are fitted; 0: as the rule says
    ======== =======================================================================================

    Examples
    --------
    >>> write_topic_edit(TopicEdit("rename", topic=7, name="异地就医"))
    {'edit': 'rename', 'topic': 7, 'name': '异地就医'}
    """

    edit: str
    topic: int | None = None
    others: tuple[int, ...] | None = None
    name: str | None = None
    theme: str | None = None
    en: str | None = None
    colour: str | None = None
    words: tuple[str, ...] | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class TopicMisfit:
    """An edit that does not fit the topics or themes as they are now, and why."""

    edit: TopicEdit
    error: EditError


def write_topic_edit(edit: TopicEdit) -> dict[str, Any]:
    """Return an edit as JSON has it; what it does not say is left out."""
    said = {one.name: getattr(edit, one.name) for one in fields(edit)}
    lists = {name: list(value) for name, value in said.items() if isinstance(value, tuple)}
    return {name: value for name, value in {**said, **lists}.items() if value is not None}


def read_topic_edit(row: Mapping[str, Any]) -> TopicEdit:
    """Return an edit from its JSON form.

    Raises
    ------
    BadEdit
        When its kind is not known, or what it says is too little, too much or of another type.

    Examples
    --------
    >>> read_topic_edit({"edit": "hide", "topic": "seven"})
    Traceback (most recent call last):
    analysis.errors.BadEdit: The edit "hide" cannot be read: topic is wrong. ...
    """
    name = str(row.get("edit", ""))
    if name not in _SAYS:
        raise BadEdit(edit=name, fault={"zh": "没有这种修改", "en": "it is not known"})
    if set(row) != _SAYS[name] | {"edit"}:
        wanted = ", ".join(sorted(_SAYS[name]))
        raise BadEdit(
            edit=name, fault={"zh": f"它要说的是 {wanted}", "en": f"it has to say {wanted}"}
        )
    wrong = sorted(key for key in _SAYS[name] if not _FITS[key](row[key]))
    if name in (WORD, UNWORD) and row["name"] not in LISTS:
        wrong = ["name"]
    if wrong:
        keys = ", ".join(wrong)
        raise BadEdit(edit=name, fault={"zh": f"{keys} 不对", "en": f"{keys} is wrong"})
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list | tuple)}
    return TopicEdit(**{**row, **lists})


def read_topic_edits(rows: Iterable[Mapping[str, Any]]) -> tuple[TopicEdit, ...]:
    """Return the topic edits of a recipe; errors as ``read_topic_edit`` says."""
    return tuple(map(read_topic_edit, rows))


def list_names(edits: Iterable[TopicEdit]) -> dict[int, str]:
    """Return what a reader calls each topic that was renamed, by its id: the last name given.

    Examples
    --------
    >>> list_names([TopicEdit("rename", topic=7, name="异地就医"), TopicEdit("hide", topic=2)])
    {7: '异地就医'}
    """
    return {
        one.topic: str(one.name).strip()
        for one in edits
        if one.edit == RENAME and one.topic is not None
    }


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are(test: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list | tuple) and bool(value) and all(map(test, value))


_FITS: Mapping[str, Callable[[object], bool]] = {
    "topic": _is_number,
    "number": _is_number,
    "others": _are(_is_number),
    "words": _are(_is_text),
    **dict.fromkeys(("name", "theme", "en"), _is_text),
    "colour": lambda value: isinstance(value, str) and bool(_COLOUR.fullmatch(value)),
}
