"""The columns of a table of articles: what each is called, how wide it is, how it writes."""

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st
from streamlit.elements.lib.column_types import ButtonColumnResult, ColumnConfig

from analysis.resources import say

COPIES = "copies"
"""The column that is there only where a story is printed more than once."""

_WIDTHS: Mapping[str, int | Literal["small", "medium", "large"]] = {
    "headline": "large",
    "marking": "medium",
    "share": "small",
    "date": "small",
    "edition": 60,
    COPIES: 70,
}


def article_column(name: str, language: str, *, narrow: bool = False) -> ColumnConfig:
    """Return a column of what articles are listed with; ``narrow`` leaves others more room."""
    label, width = say(f"article.{name}", language), _WIDTHS.get(name)
    # Beside a context the headline says less: the columns after both are to be seen.
    width = "medium" if narrow and width == "large" else width
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


def name_button(table: str) -> str:
    """Return under which key the visit says which headline of a table was clicked."""
    return f"{table}-headline"


def further_column(kind: str, label: str) -> ColumnConfig:
    """Return a column that only some lists have; ``kind`` is numpy's letter for its values.

    Decimal numbers are shares.
    """
    if kind == "f":
        return st.column_config.NumberColumn(label, format="percent", width="small")
    return st.column_config.Column(label, width=60 if kind in "iu" else "large")
