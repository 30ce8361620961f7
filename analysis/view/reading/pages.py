"""Pages of a study to choose from and to mend: which are unsure, what their articles are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import pandas as pd

from analysis.press.edits import KIND, AnyEdit, Edit
from analysis.press.records import Article, PageCut
from analysis.resources import say, say_known
from analysis.study.catalogue import UNNAMED
from analysis.study.paging import PageList, choose_pages
from analysis.study.select import Mask
from analysis.view.frames import name_newspaper
from analysis.view.reading.galley import UNSURE, Card, PrintedLine

MOST = 500
"""So many pages are offered in a list; a browser is slow with more, and so is a reader."""

_SNIPPET = 14
_SHOWN = str.maketrans({"\n": "¶", "\r": "", " ": "·", "\u3000": "·", "\t": "→"})


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page to choose: its id, what it is called, how many articles it has, how many unsure."""

    page_id: str
    label: str
    articles: int
    unsure: int


def narrow_pages(
    listed: PageList, rows: Mask | None, linked: str | None, language: str
) -> tuple[PageEntry, ...]:
    """Return the pages that ``paging.choose_pages`` chooses, ``MOST`` at most, as entries."""
    places = choose_pages(listed, rows, linked, most=MOST)
    counts = (listed.articles[places].tolist(), listed.unsure[places].tolist())
    told = zip(listed.pages.take(places).to_pylist(), *counts, strict=True)
    return tuple(
        PageEntry(row["page_id"], _label(row, articles, unsure, language), articles, unsure)
        for row, articles, unsure in told
    )


def _label(row: Mapping[str, str | None], articles: int, unsure: int, language: str) -> str:
    edition = row["edition"]
    parts = [
        name_newspaper(row["newspaper"] or UNNAMED, language),
        row["date"],
        edition and say("article.edition.value", language, edition=edition),
        PurePath(row["source"] or "").name,
        say("pages.articles", language, n=articles),
        unsure and say("pages.unsure", language, n=unsure),
    ]
    return " · ".join(str(part) for part in parts if part)


def find_page(entries: Sequence[PageEntry], linked: str | None) -> PageEntry:
    """Return the page of the link, else the first of those with the most unsure cuts."""
    by_id = {entry.page_id: entry for entry in entries}
    return by_id.get(linked or "") or max(entries, key=lambda entry: entry.unsure)


def list_cards(cut: PageCut, language: str) -> tuple[Card, ...]:
    """Return what is said of each article of a page, numbered in the order of the page."""
    return tuple(
        Card(number, name_article(article, language), tuple(_list_facts(article, language)))
        for number, article in enumerate(cut.articles, 1)
    )


def name_article(article: Article, language: str) -> str:
    """Return an article's headline, or the first words of its body."""
    opening = article.body[:_SNIPPET].replace("\n", " ")
    return article.headline or say("headline.none", language, opening=opening)


def _list_facts(article: Article, language: str) -> list[str]:
    characters = sum(not sign.isspace() for sign in article.text)
    credited = (article.agency, article.place, article.byline)
    facts = [
        say(f"kind.{article.kind}", language),
        say("pages.characters", language, n=f"{characters:,}"),
        *(part for part in credited if part),
        *(
            say(f"articles.{jump}", language, page=getattr(article, jump))
            for jump in ("continued_from", "continued_to")
            if getattr(article, jump)
        ),
        say("pages.score", language, score=f"{article.score:.0%}"),
    ]
    if article.score < UNSURE:
        facts.append(say("pages.unsure.mark", language))
    if article.reasons:
        words = (say_known(f"reason.{one}", language, otherwise=one) for one in article.reasons)
        told = say("told.listed", language).join(words)
        facts.append(say("pages.reasons", language, reasons=told))
    return facts


def repair_frame(article: Article, lines: Sequence[PrintedLine], language: str) -> pd.DataFrame:
    """Return what was done to the text of an article, in the order of the page.

    Columns: line (the printed line it begins in), rule (in words), before, after; white space is
    shown as signs.
    """
    rows = []
    for note in article.notes:
        line = sum(one.start <= note.start for one in lines)
        words = say_known(f"rule.{note.rule}", language, otherwise=note.rule)
        shown = (part.translate(_SHOWN) for part in (note.before, note.after))
        rows.append((max(line, 1), words, *shown))
    return pd.DataFrame(rows, columns=["line", "rule", "before", "after"])


@dataclass(frozen=True, slots=True)
class Place:
    """A character of a page that an edit is about."""

    page: str
    at: int


def list_places(edit: AnyEdit) -> tuple[Place, ...]:
    """Return the places an edit is about: what is edited, then what it goes to.

    Examples
    --------
    >>> from analysis.press.edits import StoryEdit
    >>> list_places(StoryEdit("unlink", "0a1b-000120"))
    (Place(page='0a1b', at=120),)
    """
    if isinstance(edit, Edit):
        return tuple(Place(edit.page, at) for at in (edit.at, edit.to) if at is not None)
    ids = [one.rpartition("-") for one in (edit.article, edit.tail) if one]
    return tuple(Place(page, int(at) if at.isdecimal() else 0) for page, _, at in ids)


def name_edit(edit: AnyEdit, texts: Mapping[str, str], language: str) -> str:
    """Return an edit in words; ``texts`` are those of its pages, as far as the study has them."""
    quoted = [_quote(texts.get(place.page), place.at) for place in list_places(edit)]
    place, other = (*quoted, "")[:2]
    text = edit.text or "" if isinstance(edit, Edit) else ""
    text = say(f"kind.{text}", language) if edit.edit == KIND else text
    return say(f"edit.{edit.edit}", language, place=place, other=other, text=text)


def _quote(text: str | None, at: int) -> str:
    if text is None:
        return str(at)
    return "“" + " ".join(text[at : at + _SNIPPET].split()) + "…”"
