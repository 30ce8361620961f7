"""The themes of a study, to change: name, English name, colour, words."""

import re
from collections.abc import Sequence

import streamlit as st

from analysis.resources import say
from analysis.theme.edits import THEME, UNTHEME, TopicEdit
from analysis.theme.settings import NamedTheme
from analysis.view.drawing.look import FURTHER

_NEW = ""
_BETWEEN = re.compile(r"[\s,，、;；]+")


def change_themes(themes: Sequence[NamedTheme], language: str) -> list[TopicEdit]:
    """Draw the choice of a theme and its fields; return the edits that were asked for."""
    by_name = {theme.name: theme for theme in themes}
    st.markdown(f"**{say('changes.themes', language)}**")
    chosen = st.selectbox(
        say("changes.theme", language),
        [*by_name, _NEW],
        format_func=lambda name: name or say("changes.theme.new", language),
        key="theme-of",
    )
    theme = by_name.get(chosen, NamedTheme("", "", next_colour(themes), ()))
    name, en, colour, words = _ask_theme(theme, language)
    label = "changes.theme.keep" if theme.name else "changes.theme.add"
    with st.container(horizontal=True):
        if st.button(say(label, language), key="theme-keep"):
            if name and en and words:
                return [TopicEdit(THEME, theme=name, en=en, colour=colour, words=words)]
            st.warning(say("changes.theme.lacks", language))
        gone = len(by_name) > 1 and bool(theme.name)
        if st.button(say("changes.theme.drop", language), key="theme-drop", disabled=not gone):
            return [TopicEdit(UNTHEME, theme=theme.name)]
    return []


def _ask_theme(theme: NamedTheme, language: str) -> tuple[str, str, str, tuple[str, ...]]:
    """Draw the fields of a theme and return what stands in them; a name once given stays."""
    key = theme.name or "new"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            say("changes.theme.name", language),
            theme.name,
            key=f"theme-name-{key}",
            disabled=bool(theme.name),
        )
        en = st.text_input(say("changes.theme.en", language), theme.en, key=f"theme-en-{key}")
        colour = st.color_picker(
            say("changes.theme.colour", language), theme.colour, key=f"theme-colour-{key}"
        )
    words = st.text_area(
        say("changes.theme.words", language),
        " ".join(theme.words),
        key=f"theme-words-{key}",
        help=say("changes.theme.words.help", language),
    )
    return name.strip(), en.strip(), colour, split_words(words)


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that lists them.

    Examples
    --------
    >>> split_words("水质、河长，湿地 水质")
    ('水质', '河长', '湿地')
    """
    return tuple(dict.fromkeys(word for word in _BETWEEN.split(text) if word))


def next_colour(themes: Sequence[NamedTheme]) -> str:
    """Return the first colour of the palette that no theme has, its first when all are taken.

    Examples
    --------
    >>> next_colour([NamedTheme("水", "Water", "#E69F00", ("水",))])
    '#56B4E9'
    """
    taken = {theme.colour.upper() for theme in themes}
    return next((colour for colour in FURTHER if colour not in taken), FURTHER[0])
