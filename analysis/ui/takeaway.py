"""The menu of a page that gives the whole selection: charts and tables, report, recipe, study."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.resources import say
from analysis.study.records import Report, Selection, Study
from analysis.study.sending import dump_named, stream_study
from analysis.study.sides import Pair
from analysis.ui import cached, parts
from analysis.ui.comparing.choosing import pair_sides
from analysis.ui.offers import Offer, keep_offer
from analysis.ui.visit import Visit
from analysis.view.export.collection import Contrast, make_contrast
from analysis.view.export.entries import list_entries, stream_zip
from analysis.view.export.files import download_name
from analysis.view.export.parcel import make_parcel
from analysis.view.export.report import make_report

KINDS = {"selection": "zip", "report": "html", "recipe": "json", "study": "zip"}
"""What can be taken away, and the ending of its file."""

_MIMES = {"zip": "application/zip", "html": "text/html", "json": "application/json"}
# From so many articles on the workbook takes a minute or more: two for 75,000.
_SLOW = 30_000
# A chart's PDF holds what its SVG does; whoever prints takes the report.
_FIGURES, _TABLES = ("png", "svg", "html"), ("csv", "xlsx")
_STYLE = """<style>
.bt-take{list-style:none;margin:0!important;padding:0!important;max-width:24rem}
.bt-take li{margin:0 0 .75rem!important}
.bt-take a{color:inherit;text-underline-offset:.2em}
.bt-take small{display:block;opacity:.75}
.bt-take small[role=status]{opacity:1;font-weight:600}
</style>"""
# A browser shows nothing of a file before its first byte: until it has come the menu says how far
# it is. One listener for all menus that come and go. Each click is told of its own file; it is
# asked about until its making has begun and ended, or for some seconds without an answer.
_SCRIPT = """<script>
if (!window.baotiTake) {
  window.baotiTake = true;
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest(".bt-take a");
    if (!link) return;
    const place = link.parentElement.querySelector("[role=status]");
    const click = place.dataset.click = Math.random().toString(36).slice(2);
    link.href = link.href.replace(/(&click=.*)?$/, "&click=" + click);
    const now = link.href.replace("?", "/now?");
    let tries = 6, begun = false;
    const ask = async () => {
      const [status, words] = await fetch(now)
        .then(async answer => [answer.status, await answer.text()]).catch(() => [0, ""]);
      if (place.dataset.click !== click) return;
      if (status === 202) [begun, tries] = [true, 6];
      const ended = status === 200 && (begun || words) || --tries < 0;
      if (status === 200 || status === 202 || ended) place.textContent = words;
      if (!ended) setTimeout(ask, 1000);
    };
    setTimeout(ask, 400);
  });
}
</script>"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be made: of which study, of what of it, with which two sides, in which words."""

    study: Study
    selection: Selection
    pair: Pair | None
    language: str


def offer_takeaway(visit: Visit, place: DeltaGenerator, page: str) -> None:
    """Draw the menu at a place; each of its files is made when its link is followed.

    On the ``page`` of the comparison its two sides are taken along. Of nothing selected there is
    nothing to take.
    """
    if not visit.rows.any():
        return
    language = visit.language
    pair = pair_sides(visit) if page == "compare" else None
    with place, st.popover(say("take.menu", language), icon=":material/archive:"):
        many = int(visit.rows.sum())
        st.caption(say("take.note", language, n=f"{many:,}"))
        if many >= _SLOW:
            st.caption(say("take.slow", language))
        items = "".join(_write_item(visit, kind, pair) for kind in KINDS)
        st.html(f'{_STYLE}<ul class="bt-take">{items}</ul>{_SCRIPT}', unsafe_allow_javascript=True)


def _write_item(visit: Visit, kind: str, pair: Pair | None) -> str:
    language, study = visit.language, visit.catalogue.study
    name = download_name(study.name, say(f"take.{kind}", language), parts.today(), KINDS[kind])
    # The study and not its tables: an offer that nobody follows must not keep them in memory.
    asked = Asked(study, visit.selection, pair, language)
    make = partial(_make, kind, asked)
    asked_for = repr(
        (kind, study.folder, study.digest, study.name, visit.selection, pair, language)
    )
    key = keep_offer(Offer(name, _MIMES[KINDS[kind]], make), asked_for)
    address = f"take/{key}?lang={language}"
    link = f'<a href="{address}" target="_self">{escape(say(f"take.{kind}", language))}</a>'
    about = f"<small>{escape(say(f'take.about.{kind}', language))}</small>"
    return f'<li>{link}{about}<small role="status"></small></li>'


def _make(kind: str, asked: Asked, report: Report) -> Generator[bytes]:
    """Yield the bytes of one of the files; run by the server, outside of any page."""
    study = asked.study
    if kind == "study":
        yield from stream_study(study, report)
        return
    if kind == "recipe":
        yield dump_named(study)
        return
    catalogue, contrast = cached.catalogue_of(study), _compare(asked, report)
    parcel = make_parcel(
        catalogue, asked.selection, asked.language, date=parts.today(), contrast=contrast
    )
    if kind == "report":
        yield make_report(parcel)
    else:
        yield from stream_zip(list_entries(parcel, figures=_FIGURES, tables=_TABLES), report)


def _compare(asked: Asked, report: Report) -> Contrast | None:
    """Return how the two sides differ, of words that the page of the comparison mostly counted."""
    if asked.pair is None:
        return None
    catalogue, counts = cached.catalogue_of(asked.study), cached.counts_of(asked.study, report)
    return make_contrast(catalogue, asked.selection, asked.pair, counts, language=asked.language)
