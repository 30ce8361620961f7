"""The topic filter: themes, and the topics of each beneath it, with what each would leave."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from analysis.resources import say
from analysis.study.branches import Branch, choose_all, invert_choice, list_branches
from analysis.study.catalogue import Catalogue
from analysis.study.choices import Counts
from analysis.study.records import Selection
from analysis.study.select import leave_out
from analysis.ui import address
from analysis.ui.filters.chosen import put_selection
from analysis.ui.parts import escape_label
from analysis.ui.server import mark_of
from analysis.view.frames import name_themes
from analysis.view.source import theme_colours

# Pixels: as wide as the mark and the box of a theme: its topics stand beneath its name.
_INDENT = 42
_Turn = Callable[[tuple[Branch, ...], Selection], Selection]


def choose_topics(
    catalogue: Catalogue, selection: Selection, counts: Counts, language: str
) -> None:
    """Draw the tree; a theme is open where one of its topics is chosen."""
    branches = list_branches(catalogue)
    names = name_themes(catalogue.study, language)
    colours = theme_colours(catalogue.study, language)
    with st.container(gap=None):
        _show_head(branches, selection, language)
        for branch in branches:
            theme, called = branch.theme, names[branch.theme]
            label = _label(called, counts.themes[theme], language)
            # Beside the box: in its label, who has the page read aloud would hear the file's name.
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.markdown(mark_of(colours[called]), width="content")
                _show_box("theme", theme, label, theme in selection.themes)
            if branch.topics:
                _show_topics(branch, selection, counts, language)


def _show_head(branches: tuple[Branch, ...], selection: Selection, language: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        note = say("filter.themes.note", language)
        st.markdown(f"**{say('filter.themes', language)}**", help=note, width="stretch")
        for name, turn in _TURNS.items():
            st.button(
                say(f"filter.themes.{name}", language),
                type="tertiary",
                key=f"themes-{name}",
                help=None if name == "all" else say(f"filter.themes.help.{name}", language),
                on_click=_turn,
                args=(turn, branches, selection),
            )


def _choose_none(_: tuple[Branch, ...], selection: Selection) -> Selection:
    return leave_out(selection, "themes", "topics")


_TURNS: dict[str, _Turn] = {"all": choose_all, "none": _choose_none, "invert": invert_choice}


def _turn(turn: _Turn, branches: tuple[Branch, ...], selection: Selection) -> None:
    put_selection(turn(branches, selection))


def _show_topics(branch: Branch, selection: Selection, counts: Counts, language: str) -> None:
    chosen = [topic for topic in branch.topics if topic in selection.topics]
    words = say(
        "filter.topics.chosen" if chosen else "filter.topics",
        language,
        n=len(branch.topics),
        chosen=len(chosen),
    )
    key = f"open-{branch.theme}"
    with st.container(horizontal=True, gap=None):
        st.space(_INDENT)
        folded = st.expander(words, expanded=bool(chosen), type="compact", key=key)
    with folded, st.container(gap=None):
        for topic, label in branch.topics.items():
            text = _label(label, counts.topics[topic], language)
            _show_box("topic", str(topic), text, topic in selection.topics)


def _label(name: str, count: int, language: str) -> str:
    return say("filter.box", language, name=escape_label(name), n=f"{count:,}")


def _show_box(parameter: str, value: str, label: str, chosen: bool) -> None:  # noqa: FBT001
    key = f"{parameter}.{value}"
    st.session_state[key] = chosen
    st.checkbox(label, key=key, on_change=partial(_toggle, parameter, value), width="stretch")


def _toggle(parameter: str, value: str) -> None:
    address.put_one(parameter, value, there=st.session_state[f"{parameter}.{value}"])
