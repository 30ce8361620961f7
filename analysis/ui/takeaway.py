"""The menu of a page that gives the whole selection: charts and tables, report, recipe, study."""

from collections.abc import Iterator
from functools import partial
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.resources import say
from analysis.study.records import Selection, Study
from analysis.study.sending import dump_named, stream_study
from analysis.ui import cached, parts
from analysis.ui.offers import Offer, keep_offer
from analysis.ui.visit import Visit
from analysis.view.export.files import download_name
from analysis.view.export.parcel import list_entries, make_parcel, stream_zip
from analysis.view.export.report import make_report

KINDS = {"selection": "zip", "report": "html", "recipe": "json", "study": "zip"}
"""What can be taken away, and the ending of its file."""

_MIMES = {"zip": "application/zip", "html": "text/html", "json": "application/json"}
# A chart's PDF holds what its SVG does; whoever prints takes the report.
_FIGURES, _TABLES = ("png", "svg", "html"), ("csv", "xlsx")
_STYLE = """<style>
.bt-take{list-style:none;margin:0!important;padding:0!important;max-width:24rem}
.bt-take li{margin:0 0 .75rem!important}
.bt-take a{color:inherit;text-underline-offset:.2em}
.bt-take small{display:block;opacity:.75}
</style>"""


def offer_takeaway(visit: Visit, place: DeltaGenerator) -> None:
    """Draw the menu at a place; each of its files is made when its link is followed.

    Of nothing selected there is nothing to take.
    """
    if not visit.rows.any():
        return
    language = visit.language
    with place, st.popover(say("take.menu", language), icon=":material/archive:"):
        st.caption(say("take.note", language, n=int(visit.rows.sum())))
        items = "".join(_write_item(visit, kind) for kind in KINDS)
        st.html(f'{_STYLE}<ul class="bt-take">{items}</ul>')


def _write_item(visit: Visit, kind: str) -> str:
    language, study = visit.language, visit.catalogue.study
    name = download_name(study.name, say(f"take.{kind}", language), parts.today(), KINDS[kind])
    # The study and not its tables: an offer that nobody follows must not keep them in memory.
    make = partial(_make, kind, study, visit.selection, language)
    about = repr((kind, study.folder, study.digest, study.name, visit.selection, language))
    key = keep_offer(Offer(name, _MIMES[KINDS[kind]], make), about)
    link = f'<a href="take/{key}" target="_self">{escape(say(f"take.{kind}", language))}</a>'
    return f"<li>{link}<small>{escape(say(f'take.about.{kind}', language))}</small></li>"


def _make(kind: str, study: Study, selection: Selection, language: str) -> Iterator[bytes]:
    """Yield the bytes of one of the files; run by the server, outside of any page."""
    if kind == "study":
        yield from stream_study(study)
        return
    if kind == "recipe":
        yield dump_named(study)
        return
    catalogue = cached.catalogue_of(study)
    parcel = make_parcel(catalogue, selection, language, date=parts.today())
    if kind == "report":
        yield make_report(parcel)
    else:
        yield from stream_zip(list_entries(parcel, figures=_FIGURES, tables=_TABLES))
