"""The selection that the address names, and the address that names a selection."""

from collections.abc import Sequence
from datetime import date

from analysis.press.records import KINDS
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import EDITIONS
from analysis.ui import address


def read_selection(catalogue: Catalogue) -> Selection:
    """Return what the address selects of a study; unknown names count as not named."""
    topics = [int(topic) for topic in address.read_all("topic") if topic.isdecimal()]
    kinds = _keep("kind", KINDS)
    return Selection(
        themes=_keep("theme", catalogue.themes),
        topics=tuple(topic for topic in topics if topic in catalogue.topics),
        newspapers=_keep("paper", catalogue.facets.paper_names),
        since=_read_day("from"),
        until=_read_day("to"),
        editions=_keep("edition", tuple(EDITIONS)),
        kinds=kinds or Selection().kinds,
        search=address.read("q").strip(),
        copies="once" if address.read("once") else "each",
    )


def name_selection(selection: Selection) -> dict[str, tuple[str, ...]]:
    """Return the parameters that name a selection, empty ones too: they take filters away."""
    return {
        "theme": selection.themes,
        "topic": tuple(map(str, selection.topics)),
        "paper": selection.newspapers,
        "from": (selection.since,) if selection.since else (),
        "to": (selection.until,) if selection.until else (),
        "edition": selection.editions,
        "kind": () if selection.kinds == Selection().kinds else selection.kinds,
        "q": (selection.search,) if selection.search else (),
        "once": ("1",) if selection.copies == "once" else (),
    }


def _keep(parameter: str, known: Sequence[str]) -> tuple[str, ...]:
    asked = dict.fromkeys(address.read_all(parameter))
    return tuple(value for value in asked if value in known)


def _read_day(parameter: str) -> str:
    try:
        return date.fromisoformat(address.read(parameter)).isoformat()
    except ValueError:
        # No day of the calendar: a link that somebody wrote by hand.
        return ""
