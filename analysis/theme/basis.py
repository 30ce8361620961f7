"""What goes into a fit beside the texts, and the edits that change it: themes, words, the number.

Everything here needs a refit to show.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.errors import EditError
from analysis.theme.edits import (
    COUNT,
    REFITTING,
    THEME,
    UNTHEME,
    UNWORD,
    WORD,
    TopicEdit,
    TopicMisfit,
)
from analysis.theme.errors import LastTheme, NoSuchTheme, NoSuchWords, UsedName
from analysis.theme.records import OTHER
from analysis.theme.settings import NamedTheme, Settings, Words


@dataclass(frozen=True, slots=True)
class Basis:
    """The settings, the themes and the word lists of a fit."""

    settings: Settings
    themes: tuple[NamedTheme, ...]
    words: Words


def change_basis(basis: Basis, edits: Sequence[TopicEdit]) -> tuple[Basis, tuple[TopicMisfit, ...]]:
    """Return the basis with the edits that change it done one after another, and the misfits.

    Examples
    --------
    >>> basis = Basis(Settings(), (NamedTheme("水", "Water", "#0072B2", ("水",)),), Words())
    >>> change_basis(basis, [TopicEdit("count", number=12)])[0].settings.topics
    12
    """
    misfits = []
    for edit in edits:
        if edit.edit not in REFITTING:
            continue
        try:
            basis = _CHANGES[edit.edit](basis, edit)
        except EditError as error:
            misfits.append(TopicMisfit(edit, error))
    return basis, tuple(misfits)


def _add_theme(basis: Basis, edit: TopicEdit) -> Basis:
    theme = NamedTheme(
        str(edit.theme).strip(), str(edit.en).strip(), str(edit.colour), edit.words or ()
    )
    others = [one for one in basis.themes if one.name != theme.name]
    if theme.name == OTHER:
        raise UsedName(name=theme.name)
    if theme.en in ("Other", *(one.en for one in others)):
        raise UsedName(name=theme.en)
    if len(others) == len(basis.themes):
        return replace(basis, themes=(*basis.themes, theme))
    # A theme keeps its place: colours and columns are found where they were.
    themes = tuple(theme if one.name == theme.name else one for one in basis.themes)
    return replace(basis, themes=themes)


def _drop_theme(basis: Basis, edit: TopicEdit) -> Basis:
    left = tuple(one for one in basis.themes if one.name != edit.theme)
    if len(left) == len(basis.themes):
        raise NoSuchTheme(theme=edit.theme)
    if not left:
        raise LastTheme(theme=edit.theme)
    return replace(basis, themes=left)


def _add_words(basis: Basis, edit: TopicEdit) -> Basis:
    listed = getattr(basis.words, str(edit.name))
    more = tuple(dict.fromkeys((*listed, *(edit.words or ()))))
    return replace(basis, words=replace(basis.words, **{str(edit.name): more}))


def _drop_words(basis: Basis, edit: TopicEdit) -> Basis:
    listed = getattr(basis.words, str(edit.name))
    if strange := [word for word in edit.words or () if word not in listed]:
        raise NoSuchWords(words="、".join(strange))
    left = tuple(word for word in listed if word not in (edit.words or ()))
    return replace(basis, words=replace(basis.words, **{str(edit.name): left}))


def _count_topics(basis: Basis, edit: TopicEdit) -> Basis:
    return replace(basis, settings=replace(basis.settings, topics=edit.number or None))


_CHANGES: Mapping[str, Callable[[Basis, TopicEdit], Basis]] = {
    THEME: _add_theme,
    UNTHEME: _drop_theme,
    WORD: _add_words,
    UNWORD: _drop_words,
    COUNT: _count_topics,
}
