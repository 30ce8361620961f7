"""The listed articles to take away: the table, and their references in two styles."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.view.citation import STYLES, Style, list_citable, write_citations
from analysis.view.export.files import Download, download_name, join_csv
from analysis.view.frames import article_frame

# Rows that are made at once: of a million a table would take some gigabytes.
_PART = 20_000
_FORMS = {"gbt7714": ("txt", "text/plain"), "bibtex": ("bib", "application/x-bibtex")}


def article_downloads(
    catalogue: Catalogue, places: NDArray[np.int64], language: str, *, date: str
) -> tuple[Download, ...]:
    """Return the articles at some rows as a table (CSV) and as references, all in that order.

    Nothing is read before a file is asked for.
    """
    stem = (catalogue.study.name, say("page.articles", language), date)
    table = Download(
        say("download.table", language),
        download_name(*stem, "csv"),
        "text/csv",
        lambda: join_csv(article_frame(catalogue, part, language) for part in _part_places(places)),
    )
    references = (
        Download(
            say(f"download.{style}", language),
            download_name(*stem, suffix),
            mime,
            partial(_cite_all, catalogue, places, style, language),
        )
        for style in STYLES
        for suffix, mime in [_FORMS[style]]
    )
    return (table, *references)


def _part_places(places: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Yield the places in parts, one where there are none: a table has a head all the same."""
    for start in range(0, max(len(places), 1), _PART):
        yield places[start : start + _PART]


def _cite_all(
    catalogue: Catalogue, places: NDArray[np.int64], style: Style, language: str
) -> bytes:
    return write_citations(list_citable(catalogue, places), style, language)
