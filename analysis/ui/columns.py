"""The columns of a table of articles: what each is called, how wide it is, how it writes."""

import re
from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.elements.lib.column_types import ButtonColumnResult, ColumnConfig

from analysis.resources import say

COPIES = "copies"
"""The column that is there only where a story is printed more than once."""

# Pixels: a date and what stands over a column are to be seen whole at 1440 pixels.
_WIDTHS: Mapping[str, int] = {"marking": 300, "share": 70, "date": 100, "edition": 60, COPIES: 70}
# The names of themes and newspapers are longer in English.
_HEADLINE: Mapping[str, int] = {"zh": 380, "en": 290}
_NARROWEST = 200
# What a column of buttons may read as a list of buttons (JSON, spaces around it) or as an icon.
_READ = re.compile(r"\s*\[.*\]\s*|:material/.*", re.DOTALL)
# A word joiner: nobody sees it, and to a browser it is no space that could be trimmed.
_JOINER = "\u2060"


def article_column(name: str, language: str, *, beside: int = 0) -> ColumnConfig:
    """Return a column of what articles are listed with.

    ``beside`` is how many pixels further columns take from the headline, which leaves them room.
    """
    label, width = say(f"article.{name}", language), _WIDTHS.get(name)
    if name == "headline":
        width = max(_HEADLINE[language] - beside, _NARROWEST)
    if name == "share":
        return st.column_config.NumberColumn(label, format="percent", width=width)
    more = say("article.copies.help", language) if name == COPIES else None
    return st.column_config.TextColumn(label, width=width, help=more)


def headline_button(
    column: ColumnConfig, table: str, chosen: Callable[[], None]
) -> ButtonColumnResult:
    """Return a column whose words are clicked; the key of its table names where the click stands.

    By keys a button of a table cannot be pressed: its row is ticked by Shift and the space bar.
    """
    return st.column_config.ButtonColumn(
        column["label"],
        width=column.get("width"),
        alignment="left",
        type="tertiary",
        on_click=chosen,
        key=name_button(table),
    )


def write_button(words: str) -> str:
    """Return the words of a button so that they are shown as they stand.

    Examples
    --------
    >>> write_button("清水绕城"), write_button("[图片]") == "[图片]"
    ('清水绕城', False)
    """
    return _JOINER + words if _READ.fullmatch(words) else words


def name_button(table: str) -> str:
    """Return under which key the visit says which headline of a table was clicked."""
    return f"{table}-headline"


def further_column(kind: str, label: str) -> ColumnConfig:
    """Return a column that only some lists have; ``kind`` is numpy's letter for its values.

    Decimal numbers are shares.
    """
    if kind == "f":
        return st.column_config.NumberColumn(label, format="percent", width=measure_column(kind))
    return st.column_config.Column(label, width=measure_column(kind))


def measure_column(kind: str) -> int:
    """Return how wide such a column is, in pixels: numbers take little, text takes much."""
    return {"f": 80, "i": 60, "u": 60}.get(kind, 400)
