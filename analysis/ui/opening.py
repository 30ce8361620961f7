"""From one page of ours to another, or to another view of the same: by links that take along."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.resources import say
from analysis.ui import address

PAGES = Path(__file__).parent / "pages"
FIRST = "overview"
"""The page that opens where an address names none."""

_CLICKED = "clicked_target"


@dataclass(frozen=True, slots=True)
class Target:
    """What a click opens: a page of ours, and parameters that replace those that are carried.

    An empty sequence takes a parameter away. ``filters`` says whether the filters go along:
    without them an article opens that they would leave out.
    """

    page: str
    parameters: Mapping[str, Iterable[str]] = field(default_factory=dict)
    filters: bool = True


Opens = Callable[[str, str], Target | None]
"""What a mark opens, by the id of its row and the name of its series; None where nothing does."""


def show_pages(icons: Mapping[str, str], language: str) -> DeltaGenerator:
    """Draw the links to our pages; each takes study, language and filters along.

    Returns the row that they stand in, for what follows them on every page.
    """
    # Streamlit's own bar of pages would drop the filters from the address.
    row = st.container(horizontal=True, gap="small", vertical_alignment="center")
    with row:
        for name, icon in icons.items():
            label = say(f"page.{name}", language)
            st.page_link(PAGES / f"{name}.py", label=label, icon=icon, query_params=address.carry())
    return row


def open_target(target: Target) -> None:
    """Open a target; this run of the script ends here."""
    st.switch_page(PAGES / f"{target.page}.py", query_params=_fill(target))


def link_to(target: Target) -> str:
    """Return the address of a target, for a link in text."""
    query = address.write_query(_fill(target))
    # The first page has no name in the address.
    path = "." if target.page == FIRST else target.page
    return f"{path}?{query}" if query else path


def note_target(target: Target) -> None:
    """Keep a target that a callback found; the run that follows opens it."""
    st.session_state[_CLICKED] = target


def follow_click() -> None:
    """Open what was clicked in a chart, where something was."""
    if target := st.session_state.pop(_CLICKED, None):
        open_target(target)


def _fill(target: Target) -> dict[str, list[str]]:
    asked = {name: list(values) for name, values in target.parameters.items()}
    filled = address.carry(filters=target.filters) | asked
    return {name: values for name, values in filled.items() if values}
