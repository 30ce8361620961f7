"""The address bar: the only place where a view is kept, so that a copied link restores all of it.

Every control reads its value from the address before it is drawn and writes it back when it is
changed. Writing adds to the browser's history: going back takes back what was chosen last.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

import streamlit as st

FILTERS = ("theme", "topic", "paper", "from", "to", "edition", "kind", "q", "once")
"""What narrows the articles; the same on every page."""

_KEPT = ("study", "lang")
Parameters = Mapping[str, Iterable[str]]


def read(name: str, default: str = "") -> str:
    """Return the value of a parameter, the last one where a link repeats it."""
    return str(st.query_params.get(name, default))


def read_all(name: str) -> tuple[str, ...]:
    """Return all values of a parameter."""
    return tuple(st.query_params.get_all(name))


def put(name: str, *values: str) -> None:
    """Make these the values of a parameter; none, or an empty one alone, takes it away."""
    if values not in {(), ("",)}:
        st.query_params[name] = list(values)
    else:
        st.query_params.pop(name, None)


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
