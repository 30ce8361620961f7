"""Controls whose choice stands in the address, by key: a link means the same in both languages.

Each draws what the address says and writes there what is chosen; a value that a link names and
that is no choice here counts as not named.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from analysis.resources import say
from analysis.ui import address
from analysis.ui.parts import escape


def choose_key(
    label: str,
    names: Mapping[str, str],
    *,
    parameter: str,
    shown: bool = True,
    clears: tuple[str, ...] = (),
) -> str:
    """Draw a row of choices, called by the values of ``names`` in Markdown; return the key.

    The first key is chosen to begin with and stands in no address. Another choice takes away the
    parameters ``clears``, which belonged to the one before.
    """
    first = next(iter(names))
    st.session_state[parameter] = chosen = _read_key(names, parameter, first)
    st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        required=True,
        wrap=True,
        key=parameter,
        on_change=_write_key,
        args=(parameter, first, clears),
        label_visibility="visible" if shown else "collapsed",
    )
    return chosen


def choose_one(label: str, names: Mapping[str, str], *, parameter: str) -> str:
    """Draw a box with one choice, called by the values of ``names``; return the key.

    The first key is chosen to begin with and stands in no address.
    """
    first = next(iter(names))
    st.session_state[parameter] = chosen = _read_key(names, parameter, first)
    st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        key=parameter,
        on_change=_write_key,
        args=(parameter, first),
    )
    return chosen


def choose_many(
    label: str, names: Mapping[str, str], *, parameter: str, hint: str
) -> tuple[str, ...]:
    """Draw a box with any number of choices; return their keys, in the order of the address."""
    chosen = [key for key in dict.fromkeys(address.read_all(parameter)) if key in names]
    st.session_state[parameter] = chosen
    st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        key=parameter,
        placeholder=hint,
        # Streamlit would call its button for this "Select all", in any language.
        select_all=False,
        on_change=_write(parameter, tuple),
    )
    return tuple(chosen)


def choose_some(
    label: str, names: Mapping[str, str], *, parameter: str, usual: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Draw small buttons, any number of which can be pressed; return the keys of those that are.

    ``usual`` are pressed to begin with and stand in no address; so they are when none is.
    """
    asked = address.read_all(parameter)
    chosen = tuple(key for key in names if key in asked) or usual
    st.session_state[parameter] = list(chosen)

    def turn(keys: list[str]) -> tuple[str, ...]:
        return () if set(keys) == set(usual) else tuple(keys)

    st.pills(
        label,
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=parameter,
        on_change=_write(parameter, turn),
    )
    return chosen


def slide(label: str, *, parameter: str, usual: float, more: str | None = None) -> float:
    """Draw a slider from 0 to 1 in steps of a tenth; ``usual`` stands in no address."""
    asked = address.read(parameter)
    # One digit after the point: what the slider writes, and nothing that counts as no number.
    named = len(asked) == 3 and asked[1] == "." and (asked[0] + asked[2]).isdecimal()
    chosen = min(float(asked), 1.0) if named else usual
    st.session_state[parameter] = chosen

    def turn(value: float) -> tuple[str, ...]:
        return () if value == usual else (f"{value:.1f}",)

    st.slider(
        label, 0.0, 1.0, step=0.1, key=parameter, help=more, on_change=_write(parameter, turn)
    )
    return chosen


def type_text(label: str, *, parameter: str, hint: str, more: str | None = None) -> str:
    """Draw a field for text; return it without white space around it."""
    st.session_state[parameter] = address.read(parameter)
    write = _write(parameter, lambda text: (text.strip(),))
    st.text_input(label, key=parameter, placeholder=hint, help=more, on_change=write)
    return address.read(parameter).strip()


def switch(label: str, *, parameter: str, more: str | None = None) -> bool:
    """Draw a switch, off to begin with; return whether it is on."""
    st.session_state[parameter] = on = bool(address.read(parameter))
    st.toggle(label, key=parameter, help=more, on_change=_write(parameter, _as_mark))
    return on


def choose_day(label: str, *, parameter: str, low: date, high: date, language: str) -> None:
    """Draw a field for a day; ``low`` and ``high`` are the first and last day of the study.

    A day outside of them that the address names is shown all the same, with what the study has;
    so is what is no day of the calendar.
    """
    chosen = read_day(parameter)
    st.session_state[parameter] = chosen
    st.date_input(
        label,
        value=None,
        min_value=min(low, chosen or low),
        max_value=max(high, chosen or high),
        key=parameter,
        format="YYYY-MM-DD",
        on_change=_write(parameter, lambda day: (day.isoformat() if day else "",)),
    )
    if chosen is None and (asked := address.read(parameter)):
        st.caption(say("day.none", language, asked=escape(asked)))
    elif chosen is not None and not low <= chosen <= high:
        st.caption(say("day.outside", language, asked=chosen, low=low, high=high))


def read_day(parameter: str) -> date | None:
    """Return the day that a parameter names, None where it names none of the calendar."""
    try:
        return date.fromisoformat(address.read(parameter))
    except ValueError:
        return None


def _read_key(names: Mapping[str, str], parameter: str, first: str) -> str:
    asked = address.read(parameter, first)
    return asked if asked in names else first


def _write_key(parameter: str, first: str, clears: tuple[str, ...] = ()) -> None:
    chosen = st.session_state[parameter]
    written = () if chosen == first else (chosen,)
    if clears:
        address.put_all({**dict.fromkeys(clears, ()), parameter: written})
    else:
        address.put(parameter, *written)


def _write(parameter: str, turn: Callable[[Any], tuple[str, ...]]) -> Callable[[], None]:
    """Return the callback that writes what was chosen; it runs before the page is drawn again."""
    return lambda: address.put(parameter, *turn(st.session_state[parameter]))


def _as_mark(on: bool) -> tuple[str, ...]:  # noqa: FBT001 - what the switch itself gives
    return ("1",) if on else ()
