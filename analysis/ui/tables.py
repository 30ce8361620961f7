"""Tables that are read, and tables of words to choose from."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from types import MappingProxyType

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analysis.resources import say
from analysis.view.drawing.values import format_value


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
        # Pixels: both lists of words are begun to be seen at 1440.
        widths={"topic": 220, "cosine": 70, "own": 312, "widened": 312},
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
        key=key_table("offers", frame["term"]),
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
        key=key_table(name, words),
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


def _show_rows(
    frame: pd.DataFrame,
    call: Callable[[str], str],
    alt: str,
    *,
    widths: Mapping[str, int] = MappingProxyType({}),
) -> None:
    """Show a table that is only read; ``call`` tells what a column is called."""
    config = {
        name: _configure(frame[name], call(name), widths.get(name)) for name in map(str, frame)
    }
    below: list[Hashable] = [name for name in config if _goes_below(frame[name])]
    # No format of Streamlit's writes a minus; a number that is written by pandas sorts as one.
    write = partial(format_value, value_format="score")
    shown = frame.style.format(write, subset=below, na_rep="") if below else frame
    st.dataframe(shown, hide_index=True, column_config=config, alt=alt)


def _configure(values: pd.Series, label: str, width: int | None) -> ColumnConfig:
    if not pd.api.types.is_float_dtype(values):
        return st.column_config.Column(label, width=width)
    form = None if _goes_below(values) else "%.2f"
    return st.column_config.NumberColumn(label, format=form, width=width)


def _goes_below(values: pd.Series) -> bool:
    """Whether there are decimal numbers below 0 among values."""
    return pd.api.types.is_float_dtype(values) and bool((values < 0).any())


def key_table(name: str, rows: Iterable[str]) -> str:
    """Return a key that another list of rows does not have: a selection is kept as numbers."""
    return f"{name}-{sha256(' '.join(rows).encode()).hexdigest()[:12]}"
