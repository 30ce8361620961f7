"""A choice that stands in the address by its key: a link means the same in both languages.

A control that Streamlit binds to the address puts its shown label there, which changes with the
language and with the program's words.
"""

from collections.abc import Mapping

import streamlit as st

# What was chosen in this visit, by parameter: links between pages do not carry everything on.
_CHOSEN = "chosen_keys"


def choose_key(label: str, names: Mapping[str, str], *, parameter: str, shown: bool = True) -> str:
    """Draw a choice of one key of ``names``, called by its value in Markdown; return the key.

    The first key is chosen to begin with, and where the link names none of them; it stands in no
    address.
    """
    first = next(iter(names))
    kept = st.session_state.setdefault(_CHOSEN, {}).get(parameter, first)
    asked = st.query_params.get(parameter, kept)
    chosen = asked if asked in names else first
    st.session_state[parameter] = chosen
    st.segmented_control(
        label,
        list(names),
        format_func=lambda key: names[key],
        required=True,
        key=parameter,
        on_change=_keep_chosen,
        args=(parameter, first),
        label_visibility="visible" if shown else "collapsed",
    )
    _keep(parameter, chosen, first)
    return chosen


def _keep_chosen(parameter: str, first: str) -> None:
    """Keep what was clicked; a callback, run before the page is drawn again."""
    _keep(parameter, st.session_state[parameter], first)


def _keep(parameter: str, chosen: str, first: str) -> None:
    st.session_state[_CHOSEN][parameter] = chosen
    if chosen != first:
        st.query_params[parameter] = chosen
    else:
        st.query_params.pop(parameter, None)
