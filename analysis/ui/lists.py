"""Lists of articles: one is chosen and stands in the address, or one is opened."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analysis.resources import say
from analysis.ui import address
from analysis.ui.columns import COPIES, article_column, further_column
from analysis.ui.opening import Target, count_clicks, note_target
from analysis.ui.tables import key_table

_SHOWN = ("headline", "theme", "share", "newspaper", "date", "edition")
# Only in lists that are about words.
_MORE = ("words",)


def choose_article(
    frame: pd.DataFrame, language: str, *, parameter: str, more: Mapping[str, str] | None = None
) -> None:
    """Show a table of articles; the row that the address names is chosen, and can be changed.

    ``more`` are further columns of the frame and what they are called; decimal numbers are shares.
    """
    ids = frame["article_id"].tolist()
    asked = address.read(parameter)
    rows = [ids.index(asked)] if asked in ids else []
    key = key_table(parameter, ids)
    st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    chosen = partial(_write_row, key, ids, parameter)
    config = _configure(frame, more or {}, language)
    _draw_rows(frame, config, key, chosen, say("articles.list", language, n=len(frame)))


def open_article(
    frame: pd.DataFrame, language: str, *, key: str, more: Mapping[str, str] | None = None
) -> None:
    """Show a table of articles as ``choose_article`` does; a row that is clicked is opened."""
    config = _configure(frame, more or {}, language)
    _open_rows(frame, config, key, say("articles.list", language, n=len(frame)))


def open_typical(frame: pd.DataFrame, language: str, *, key: str) -> None:
    """Show articles with the words that mark their side; a row that is clicked is opened."""
    config = {n: article_column(n, language) for n in ("headline", "marking", "newspaper", "date")}
    # Two tables stand side by side: what marks the side shall be seen without scrolling.
    config["headline"] = st.column_config.TextColumn(config["headline"]["label"], width="medium")
    _open_rows(frame, config, key, say("articles.list", language, n=len(frame)))


def open_moved(frame: pd.DataFrame, language: str) -> None:
    """Show articles and their themes before and after; a row that is clicked is opened."""
    names = {n: say(f"changes.moved.{n}", language) for n in ("headline", "before", "after")}
    config = {name: st.column_config.Column(label) for name, label in names.items()}
    _open_rows(frame, config, "moved", say("changes.moved.alt", language, n=len(frame)))


def _configure(
    frame: pd.DataFrame, more: Mapping[str, str], language: str
) -> dict[str, ColumnConfig]:
    """Return the columns that are shown, in their order, and how."""
    shown = [*_SHOWN, *([COPIES] if (frame[COPIES] > 1).any() else [])]
    shown += [name for name in _MORE if name in frame]
    narrow = "context" in more
    config = {name: article_column(name, language, narrow=narrow) for name in shown}
    further = {name: further_column(frame[name].dtype.kind, label) for name, label in more.items()}
    # What the list is about stands beside the headline.
    return {shown[0]: config[shown[0]], **further, **config}


def _open_rows(
    frame: pd.DataFrame, config: Mapping[str, ColumnConfig], name: str, alt: str
) -> None:
    ids = frame["article_id"].tolist()
    key = f"{key_table(name, ids)}-{count_clicks()}"
    _draw_rows(frame, config, key, partial(_open_row, key, ids), alt)


def _draw_rows(
    frame: pd.DataFrame,
    config: Mapping[str, ColumnConfig],
    key: str,
    chosen: Callable[[], None],
    alt: str,
) -> None:
    counted = frame.assign(copies=_name_copies(frame)) if COPIES in config else frame
    st.dataframe(
        # A share to whole percents: more digits would claim what one word more or less changes.
        counted[list(config)].round(2),
        hide_index=True,
        on_select=chosen,
        selection_mode="single-row",
        key=key,
        column_config=config,
        alt=alt,
    )


def _write_row(key: str, ids: Sequence[str], parameter: str) -> None:
    """Write the chosen row to the address; a callback, run before the page is drawn again."""
    rows = st.session_state[key]["selection"]["rows"]
    address.put(parameter, *(ids[row] for row in rows))


def _open_row(key: str, ids: Sequence[str]) -> None:
    """Note the article of a clicked row; a callback, as ``_write_row`` is."""
    for row in st.session_state[key]["selection"]["rows"]:
        # Filters might leave the article out.
        note_target(Target("articles", {"article": [ids[row]]}, filters=False))


def _name_copies(frame: pd.DataFrame) -> list[str]:
    """Return how often each story is printed, nothing where it is printed once."""
    return [str(count) if count > 1 else "" for count in frame[COPIES]]
