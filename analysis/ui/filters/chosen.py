"""The selection that the address names, and the address that names a selection."""

from collections.abc import Sequence
from datetime import date

from analysis.press.records import KINDS
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import EDITIONS
from analysis.ui import address


def read_selection(catalogue: Catalogue, prefix: str = "") -> Selection:
    """Return what the address selects of a study; unknown names count as not named.

    ``prefix`` stands before the parameters of one side of a comparison.
    """
    topics = [int(topic) for topic in address.read_all(f"{prefix}topic") if topic.isdecimal()]
    kinds = _keep(f"{prefix}kind", KINDS)
    return Selection(
        themes=_keep(f"{prefix}theme", catalogue.themes),
        topics=tuple(topic for topic in topics if topic in catalogue.topics),
        newspapers=_keep(f"{prefix}paper", catalogue.facets.paper_names),
        since=_read_day(f"{prefix}from"),
        until=_read_day(f"{prefix}to"),
        editions=_keep(f"{prefix}edition", tuple(EDITIONS)),
        kinds=kinds or Selection().kinds,
        search=address.read(f"{prefix}q").strip(),
        copies="once" if address.read(f"{prefix}once") else "each",
    )


def name_selection(selection: Selection, prefix: str = "") -> dict[str, tuple[str, ...]]:
    """Return the parameters that name a selection, empty ones too: they take filters away."""
    named = {
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
    return {f"{prefix}{name}": values for name, values in named.items()}


def _keep(parameter: str, known: Sequence[str]) -> tuple[str, ...]:
    asked = dict.fromkeys(address.read_all(parameter))
    return tuple(value for value in asked if value in known)


def _read_day(parameter: str) -> str:
    try:
        return date.fromisoformat(address.read(parameter)).isoformat()
    except ValueError:
        # No day of the calendar: a link that somebody wrote by hand.
        return ""
