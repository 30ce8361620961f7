"""Lists of articles: one is chosen and stands in the address, or one is opened."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analysis.resources import say
from analysis.ui import address
from analysis.ui.columns import (
    COPIES,
    article_column,
    further_column,
    headline_button,
    measure_column,
    name_button,
    write_button,
)
from analysis.ui.opening import Target, count_clicks, note_target
from analysis.ui.tables import key_table

_SHOWN = ("headline", "theme", "share", "newspaper", "date", "edition")
# Only in lists that are about words: pixels that they take from the headline.
_MORE = ("words",)
_WORDS = 120


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
    if key not in st.session_state or st.session_state[key]["selection"]["rows"] != rows:
        # Not told again what it shows: the table would forget the cell where the keys stand.
        st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    config = _configure(frame, more or {}, language)
    take = partial(_write_articles, parameter)
    _draw_rows(frame, config, key, take, say("articles.list", language, n=len(frame)))


def open_article(
    frame: pd.DataFrame, language: str, *, key: str, more: Mapping[str, str] | None = None
) -> None:
    """Show a table of articles as ``choose_article`` does; a row that is chosen is opened."""
    config = _configure(frame, more or {}, language)
    _open_rows(frame, config, key, say("articles.list", language, n=len(frame)))


def open_typical(frame: pd.DataFrame, language: str, *, key: str) -> None:
    """Show articles with the words that mark their side; a row that is chosen is opened."""
    config = {n: article_column(n, language) for n in ("headline", "marking", "newspaper", "date")}
    _open_rows(frame, config, key, say("articles.list", language, n=len(frame)))


def open_moved(frame: pd.DataFrame, language: str) -> None:
    """Show articles and their themes before and after; a row that is chosen is opened."""
    names = {n: say(f"changes.moved.{n}", language) for n in ("headline", "before", "after")}
    config = {name: st.column_config.Column(label) for name, label in names.items()}
    _open_rows(frame, config, "moved", say("changes.moved.alt", language, n=len(frame)))


def _configure(
    frame: pd.DataFrame, more: Mapping[str, str], language: str
) -> dict[str, ColumnConfig]:
    """Return the columns that are shown, in their order, and how."""
    shown = [*_SHOWN, *([COPIES] if (frame[COPIES] > 1).any() else [])]
    shown += [name for name in _MORE if name in frame]
    kinds = {name: frame[name].dtype.kind for name in more}
    beside = sum(map(measure_column, kinds.values()))
    beside += sum(_WORDS for name in _MORE if name in frame)
    config = {name: article_column(name, language, beside=beside) for name in shown}
    further = {name: further_column(kinds[name], label) for name, label in more.items()}
    # What the list is about stands beside the headline.
    return {shown[0]: config[shown[0]], **further, **config}


def _open_rows(
    frame: pd.DataFrame, config: Mapping[str, ColumnConfig], name: str, alt: str
) -> None:
    key = f"{key_table(name, frame['article_id'])}-{count_clicks()}"
    _draw_rows(frame, config, key, _open_articles, alt)


def _draw_rows(
    frame: pd.DataFrame,
    config: Mapping[str, ColumnConfig],
    key: str,
    take: Callable[[Sequence[str]], None],
    alt: str,
) -> None:
    """Draw a table; ``take`` gets the articles of a ticked row or a clicked headline."""
    counted = frame.assign(copies=_name_copies(frame)) if COPIES in config else frame
    counted = counted.assign(headline=counted["headline"].map(write_button))
    chosen = partial(take_chosen, key, frame["article_id"].tolist(), take)
    st.dataframe(
        # A share to whole percents: more digits would claim what one word more or less changes.
        counted[list(config)].round(2),
        hide_index=True,
        on_select=chosen,
        # Not by cells: whoever goes through the table by keys would open each on the way.
        selection_mode="single-row",
        key=key,
        column_config={**config, "headline": headline_button(config["headline"], key, chosen)},
        alt=alt,
    )


def take_chosen(key: str, ids: Sequence[str], take: Callable[[Sequence[str]], None]) -> None:
    """Give ``take`` the articles chosen in a table; a callback, run before the page is drawn again.

    A click on a headline counts before the tick that stands already.
    """
    click = st.session_state.get(name_button(key))
    rows = [click["row"]] if click else st.session_state[key]["selection"]["rows"]
    take([ids[row] for row in rows])


def _write_articles(parameter: str, ids: Sequence[str]) -> None:
    address.put(parameter, *ids)


def _open_articles(ids: Sequence[str]) -> None:
    for one in ids:
        # Filters might leave the article out.
        note_target(Target("articles", {"article": [one]}, filters=False))


def _name_copies(frame: pd.DataFrame) -> list[str]:
    """Return how often each story is printed, nothing where it is printed once."""
    return [str(count) if count > 1 else "" for count in frame[COPIES]]
