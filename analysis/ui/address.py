"""The address bar: the only place where a view is kept, so that a copied link restores all of it.

Every control reads its value from the address before it is drawn and writes it back when it is
changed. Writing adds to the browser's history: going back takes back what was chosen last.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

import streamlit as st

FILTERS = ("theme", "topic", "paper", "from", "to", "edition", "kind", "q", "once")
"""What narrows the articles; the same on every page."""

PAGE = "p"
"""The page of a long list."""

_TURNING = (*FILTERS, "sort", "of", "in")
_KEPT = ("study", "lang")
_NOTED = "noted_address"
_ASSUMED = "assumed_parameters"
Parameters = Mapping[str, Iterable[str]]


def assume(parameters: Parameters) -> None:
    """Let these count in this run where the address names none of them.

    Whoever then changes one of them writes all: what was chosen for the reader stays.
    """
    named = any(name in st.query_params for name in parameters)
    kept = {name: tuple(values) for name, values in parameters.items()}
    st.session_state[_ASSUMED] = {} if named else kept


def read(name: str, default: str = "") -> str:
    """Return the value of a parameter, the last one where a link repeats it."""
    return next(reversed(read_all(name)), default)


def read_all(name: str) -> tuple[str, ...]:
    """Return all values of a parameter."""
    if name in st.query_params:
        return tuple(st.query_params.get_all(name))
    assumed: tuple[str, ...] = st.session_state.get(_ASSUMED, {}).get(name, ())
    return assumed


def note_address() -> None:
    """Note what the address is at the beginning of a run, after the callbacks."""
    st.session_state[_NOTED] = _list_all()


def put(name: str, *values: str) -> None:
    """Make these the values of a parameter; none, or an empty one alone, takes it away.

    What changes a list turns it back to its first page.
    """
    if name in _TURNING and PAGE in st.query_params:
        put_all({name: () if values == ("",) else values, PAGE: ()})
        return
    put_all({name: values})


def put_all(parameters: Parameters) -> None:
    """Make these the values of several parameters, in one step of the browser's history."""
    # A control that is changed while the page is still drawn sends the address as it was before
    # the last change: what this visit noted is newer than what the browser says.
    noted, assumed = _read_noted(), st.session_state.get(_ASSUMED, {})
    if not set(parameters).isdisjoint(assumed):
        noted, st.session_state[_ASSUMED] = {**assumed, **noted}, {}
    merged = {name: list(values) for name, values in {**noted, **parameters}.items()}
    written = {name: values for name, values in merged.items() if values not in ([], [""])}
    st.session_state[_NOTED] = written
    st.query_params.from_dict(written)


def put_one(name: str, value: str, *, there: bool) -> None:
    """Add a value to those of a parameter, or take it from them."""
    others = [one for one in _read_noted().get(name, []) if one != value]
    put(name, *others, *([value] if there else []))


def _read_noted() -> dict[str, list[str]]:
    noted: dict[str, list[str]] = st.session_state.get(_NOTED, _list_all())
    return noted


def _list_all() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def carry(*, filters: bool = True) -> dict[str, list[str]]:
    """Return what links to other pages of ours take along: study, language, and the filters."""
    names = (*_KEPT, *(FILTERS if filters else ()))
    return {name: list(read_all(name)) for name in names if name in st.query_params}


def write_query(parameters: Parameters) -> str:
    """Return parameters as the query of a link, without its question mark.

    Examples
    --------
    >>> write_query({"theme": ["工会"], "q": []})
    'theme=%E5%B7%A5%E4%BC%9A'
    """
    return urlencode({name: list(values) for name, values in parameters.items()}, doseq=True)
