"""The selection that the address names, and the address that names a selection."""

from collections.abc import Collection
from datetime import date

from analysis.press.records import KINDS
from analysis.study.catalogue import UNNAMED, Catalogue
from analysis.study.records import Selection
from analysis.study.select import EDITIONS
from analysis.ui import address

NAMELESS = "-"
"""Stands in the address for pages that do not name their newspaper: nothing cannot stand there."""


def read_selection(catalogue: Catalogue, prefix: str = "") -> Selection:
    """Return what the address selects of a study; unknown names count as not named.

    ``prefix`` stands before the parameters of one side of a comparison.
    """
    known = {str(topic): topic for topic in catalogue.topics}
    kinds = _keep(f"{prefix}kind", KINDS)
    papers = _keep(f"{prefix}paper", list_papers(catalogue))
    return Selection(
        themes=_keep(f"{prefix}theme", catalogue.themes),
        topics=tuple(known[one] for one in _keep(f"{prefix}topic", known)),
        newspapers=tuple(map(read_paper, papers)),
        since=_read_day(f"{prefix}from"),
        until=_read_day(f"{prefix}to"),
        editions=_keep(f"{prefix}edition", tuple(EDITIONS)),
        kinds=kinds or Selection().kinds,
        search=address.read(f"{prefix}q").strip(),
        copies="once" if address.read(f"{prefix}once") else "each",
    )


def list_strange(catalogue: Catalogue, prefix: str = "") -> tuple[str, ...]:
    """Return what the address names that the study does not have, in the order of the filters.

    Days are no part of it: their fields say so themselves.
    """
    known: dict[str, Collection[str]] = {
        "theme": catalogue.themes,
        "of": catalogue.themes,
        "topic": tuple(map(str, catalogue.topics)),
        "paper": list_papers(catalogue),
        "edition": tuple(EDITIONS),
        "kind": KINDS,
    }
    asked = ((name, address.read_all(f"{prefix}{name}")) for name in known)
    return tuple(value for name, values in asked for value in values if value not in known[name])


def name_selection(selection: Selection, prefix: str = "") -> dict[str, tuple[str, ...]]:
    """Return the parameters that name a selection, empty ones too: they take filters away."""
    named = {
        "theme": selection.themes,
        "topic": tuple(map(str, selection.topics)),
        "paper": tuple(map(write_paper, selection.newspapers)),
        "from": (selection.since,) if selection.since else (),
        "to": (selection.until,) if selection.until else (),
        "edition": selection.editions,
        "kind": () if selection.kinds == Selection().kinds else selection.kinds,
        "q": (selection.search,) if selection.search else (),
        "once": ("1",) if selection.copies == "once" else (),
    }
    return {f"{prefix}{name}": values for name, values in named.items()}


def put_selection(selection: Selection) -> None:
    """Make the address name a selection; for callbacks, before the controls are drawn again."""
    address.put_all(name_selection(selection))


def write_paper(newspaper: str) -> str:
    """Return what stands for a newspaper in the address."""
    return newspaper or NAMELESS


def read_paper(written: str) -> str:
    """Return the newspaper that something in the address stands for."""
    return UNNAMED if written == NAMELESS else written


def list_papers(catalogue: Catalogue) -> set[str]:
    """Return what can stand for newspapers in the address of a study."""
    return set(map(write_paper, catalogue.facets.paper_names))


def _keep(parameter: str, known: Collection[str]) -> tuple[str, ...]:
    asked = dict.fromkeys(address.read_all(parameter))
    return tuple(value for value in asked if value in known)


def _read_day(parameter: str) -> str:
    try:
        return date.fromisoformat(address.read(parameter)).isoformat()
    except ValueError:
        # No day of the calendar: a link that somebody wrote by hand.
        return ""
