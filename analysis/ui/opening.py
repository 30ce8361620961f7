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

_CLICKED, _CLICKS = "clicked_target", "clicked_times"
# The link is drawn with this script or soon after it. The number makes each click a script of its
# own, or it would run once.
_PRESS = f"""<script>
(function press(tries) {{{{
  const link = document.querySelector(".st-key-{_CLICKED} a");
  if (link) link.click();
  else if (tries) setTimeout(press, 50, tries - 1);
}}}})(100) /* {{}} */
</script>"""


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


def draw_link(target: Target, label: str, icon: str) -> None:
    """Draw a link to a target."""
    page = PAGES / f"{target.page}.py"
    st.page_link(page, label=label, icon=icon, query_params=_fill(target))


def link_to(target: Target) -> str:
    """Return the address of a target, for a link in text."""
    query = address.write_query(_fill(target))
    # The first page has no name in the address.
    path = "." if target.page == FIRST else target.page
    return f"{path}?{query}" if query else path


def note_target(target: Target) -> None:
    """Keep a target that a callback found; the run that follows opens it."""
    st.session_state[_CLICKED] = target
    st.session_state[_CLICKS] = count_clicks() + 1


def count_clicks() -> int:
    """Return how often something was opened by a click in this visit.

    It belongs to the keys of what can be clicked: what comes back is nothing selected any more.
    """
    return int(st.session_state.get(_CLICKS, 0))


def follow_click(language: str) -> None:
    """Open what was clicked in a chart or a table, where something was."""
    if target := st.session_state.pop(_CLICKED, None):
        # st.switch_page would add two steps to the browser's history; a link adds one.
        with st.container(key=_CLICKED, horizontal=True):
            label = say("opening", language, page=say(f"page.{target.page}", language))
            draw_link(target, label, ":material/arrow_forward:")
            st.html(_PRESS.format(count_clicks()), unsafe_allow_javascript=True)


def _fill(target: Target) -> dict[str, list[str]]:
    asked = {name: list(values) for name, values in target.parameters.items()}
    filled = address.carry(filters=target.filters) | asked
    return {name: values for name, values in filled.items() if values}
