"""Tables of articles to choose from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analysis.resources import say
from analysis.ui import address
from analysis.ui.columns import COPIES, article_column, further_column

_SHOWN = ("headline", "theme", "share", "newspaper", "date", "edition")
# Only in lists that are about words.
_MORE = ("words",)


def choose_article(
    frame: pd.DataFrame,
    language: str,
    *,
    key: str,
    parameter: str | None = None,
    more: Mapping[str, str] | None = None,
) -> str | None:
    """Show a table of articles, one row to choose; return the id of the chosen article.

    With ``parameter`` the choice stands in the address: the row that it names is chosen, and one
    that is clicked is written there. ``more`` are further columns of the frame and what they are
    called; decimal numbers are shares.
    """
    ids = frame["article_id"].tolist()
    further = more or {}
    shown = [*_SHOWN, *([COPIES] if (frame[COPIES] > 1).any() else [])]
    shown += [name for name in _MORE if name in frame]
    # What the list is about stands beside the headline.
    shown[1:1] = further
    # A selection is kept as the number of a row: another list must be another table.
    key = _table_key(key, ids)
    if parameter:
        asked = address.read(parameter)
        rows = [ids.index(asked)] if asked in ids else []
        st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    event = st.dataframe(
        # A share to whole percents: more digits would claim what one word more or less changes.
        frame.assign(copies=_name_copies(frame))[shown].round(2),
        hide_index=True,
        on_select=partial(_write_row, key, ids, parameter) if parameter else "rerun",
        selection_mode="single-row",
        key=key,
        column_config={
            **{
                name: article_column(name, language, narrow="context" in further)
                for name in shown
                if name not in further
            },
            **{
                name: further_column(frame[name].dtype.kind, label)
                for name, label in further.items()
            },
        },
        alt=say("articles.list", language, n=len(frame)),
    )
    rows = event["selection"]["rows"]
    return str(ids[rows[0]]) if rows else None


def _write_row(key: str, ids: Sequence[str], parameter: str) -> None:
    """Write the chosen row to the address; a callback, run before the page is drawn again."""
    rows = st.session_state[key]["selection"]["rows"]
    address.put(parameter, *(ids[row] for row in rows))


def choose_typical(frame: pd.DataFrame, language: str, *, key: str) -> str | None:
    """Show articles with the words that mark their side; return the id of the chosen one."""
    config = {n: article_column(n, language) for n in ("headline", "marking", "newspaper", "date")}
    # Two tables stand side by side: what marks the side shall be seen without scrolling.
    config["headline"] = st.column_config.TextColumn(config["headline"]["label"], width="medium")
    return _choose_row(frame, config, key, say("articles.list", language, n=len(frame)))


def choose_moved(frame: pd.DataFrame, language: str) -> str | None:
    """Show articles and their themes before and after; return the id of the chosen one."""
    names = {n: say(f"changes.moved.{n}", language) for n in ("headline", "before", "after")}
    config = {name: st.column_config.Column(label) for name, label in names.items()}
    return _choose_row(frame, config, "moved", say("changes.moved.alt", language, n=len(frame)))


def _choose_row(
    frame: pd.DataFrame, config: Mapping[str, ColumnConfig], name: str, alt: str
) -> str | None:
    """Show some columns of a table of articles; return the id of the one that is chosen."""
    event = st.dataframe(
        frame[list(config)],
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=_table_key(name, frame["article_id"]),
        column_config=config,
        alt=alt,
    )
    rows = event["selection"]["rows"]
    return str(frame["article_id"].iloc[rows[0]]) if rows else None


def show_repairs(frame: pd.DataFrame, language: str) -> None:
    """Show what was done to the text of an article, a row a repair."""
    _show_rows(
        frame,
        lambda name: say(f"pages.repair.{name}", language),
        say("pages.repair.alt", language, n=len(frame)),
    )


def show_matches(frame: pd.DataFrame, language: str) -> None:
    """Show how near the topics are to one theme, and by which words, a row a topic."""
    shown = frame[["topic", "cosine", "own", "widened"]]
    _show_rows(
        shown,
        lambda name: say(f"lexicon.column.{name}", language),
        say("lexicon.table.alt", language, n=len(frame)),
    )


def show_groups(frame: pd.DataFrame, language: str) -> None:
    """Show the groups of what belongs to no named theme, a row a group."""
    _show_rows(
        frame,
        lambda name: say(f"groups.column.{name}", language),
        say("groups.alt", language, n=len(frame)),
    )


def show_passages(frame: pd.DataFrame, language: str) -> None:
    """Show what each passage of an article gives to each theme, a row a passage."""
    named = {name: say(f"along.{name}", language) for name in ("number", "opening")}
    shares = [name for name in map(str, frame) if name not in named]
    st.dataframe(
        frame,
        hide_index=True,
        column_config={
            **{name: st.column_config.Column(label) for name, label in named.items()},
            **{name: st.column_config.NumberColumn(format="percent") for name in shares},
        },
        alt=say("along.passages", language),
    )


def show_steps(frame: pd.DataFrame, language: str) -> None:
    """Show what changes between two numbers of topics, a row a topic or an article."""
    _show_rows(
        frame, lambda name: say(f"step.{name}", language), say("step.alt", language, n=len(frame))
    )


def show_topics(frame: pd.DataFrame, language: str) -> None:
    """Show topics and their measures, a row a topic."""
    _show_rows(
        frame.drop(columns="topic_id"),
        lambda name: say(f"model.topic.{name}", language),
        say("model.topics.alt", language, n=len(frame)),
    )


def choose_words(frame: pd.DataFrame, language: str) -> list[int]:
    """Show candidate new words, any number to choose; return the places of the chosen rows."""
    shown = [name for name in map(str, frame) if name not in ("pieces", "freedom")]
    event = st.dataframe(
        frame[shown].round({"cohesion": 2}),
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        # A selection is kept as numbers of rows: another list must be another table.
        key=_table_key("offers", frame["term"]),
        column_config={
            name: st.column_config.Column(
                say(f"words.offer.{name}", language),
                help=say(f"words.help.{name}", language),
                width="large" if name == "example" else "small",
            )
            for name in shown
        },
        alt=say("words.offers.alt", language, n=len(frame)),
    )
    return sorted(event["selection"]["rows"])


def choose_listed(words: Sequence[str], name: str, language: str) -> list[str]:
    """Show the words of a list, any number to choose; return the chosen ones."""
    event = st.dataframe(
        pd.DataFrame({"word": words}, dtype=object),
        hide_index=True,
        height=260,
        on_select="rerun",
        selection_mode="multi-row",
        key=_table_key(name, words),
        column_config={"word": st.column_config.TextColumn(say(f"words.list.{name}", language))},
        alt=say("words.list.alt", language, n=len(words)),
    )
    return [words[row] for row in event["selection"]["rows"]]


def show_changes(frame: pd.DataFrame, language: str) -> None:
    """Show what a trial of words changes, a row a topic or an article."""
    _show_rows(
        frame,
        lambda name: say(f"words.changed.{name}", language),
        say("words.changed.alt", language, n=len(frame)),
    )


def _show_rows(frame: pd.DataFrame, call: Callable[[str], str], alt: str) -> None:
    """Show a table that is only read; ``call`` tells what a column is called."""
    config: dict[str, ColumnConfig] = {}
    for name in map(str, frame):
        label = call(name)
        if pd.api.types.is_float_dtype(frame[name]):
            config[name] = st.column_config.NumberColumn(label, format="%.2f")
        else:
            config[name] = st.column_config.Column(label)
    st.dataframe(frame, hide_index=True, column_config=config, alt=alt)


def _table_key(name: str, rows: Iterable[str]) -> str:
    return f"{name}-{sha256(' '.join(rows).encode()).hexdigest()[:12]}"


def _name_copies(frame: pd.DataFrame) -> list[str]:
    """Return how often each story is printed, nothing where it is printed once."""
    return [str(count) if count > 1 else "" for count in frame[COPIES]]
