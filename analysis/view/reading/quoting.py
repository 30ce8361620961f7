"""The strongest sentences of a topic or theme as quotations: each with its source and its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

from analysis.resources import say
from analysis.study.catalogue import UNNAMED
from analysis.study.groups import read_rows
from analysis.study.records import Study
from analysis.study.tables import read_table
from analysis.view.frames import name_newspaper

_STYLE = """
.bt-quotes{list-style:none;margin:0!important;padding:0!important;max-width:52em}
.bt-quotes li{margin:0 0 1rem!important;padding-left:.9rem;border-left:3px solid var(--tint)}
.bt-quotes blockquote{margin:0;padding:0;border:0;line-height:1.8;color:inherit}
.bt-quotes p{margin:.15rem 0 0;font-size:.875rem}
.bt-quotes a{color:inherit}
"""
_HEADLINE = 30

Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation as it is shown: the sentence, its source in words, where it can be read.

    ``source`` is newspaper, date, page, headline, in this order; ``place`` the printed lines in the
    file, "" where no page prints the sentence so; ``page_id`` is of the page that prints it.
    """

    text: str
    source: str
    place: str
    article_id: str
    page_id: str
    strength: float


def list_quotes(
    study: Study, language: str, *, theme: str | None = None, topic: int | None = None
) -> tuple[Quote, ...]:
    """Return the quotations of a theme or of a topic of a study, strongest first."""
    table = read_table(study.folder, "quotations").to_pylist()
    rows = [row for row in table if (row["theme"], row["topic_id"]) == (theme, topic)]
    return tuple(_make_quotes(study, rows, language))


def list_every_quote(study: Study, language: str) -> Iterator[tuple[str | None, int | None, Quote]]:
    """Yield every quotation of a study with its theme or its topic, the other being None."""
    rows = read_table(study.folder, "quotations").to_pylist()
    for row, quote in zip(rows, _make_quotes(study, rows, language), strict=True):
        yield row["theme"], row["topic_id"], quote


def _make_quotes(study: Study, rows: Sequence[Mapping[str, Any]], language: str) -> Iterator[Quote]:
    ids = dict.fromkeys(row["article_id"] for row in rows)
    wanted = ["article_id", "page_id", "headline", "opening", "date", "text"]
    found = read_rows(study.folder, "articles", ids, column="article_id", columns=wanted)
    articles = {row["article_id"]: row for row in found}
    columns = ["page_id", "source", "newspaper", "date", "edition"]
    printed = {place["page_id"] for row in rows for place in row["places"]}
    there = read_rows(
        study.folder,
        "pages",
        printed | {row["page_id"] for row in found},
        columns=columns,
    )
    pages = {row["page_id"]: row for row in there}
    for row in rows:
        yield _make_quote(row, articles[row["article_id"]], pages, language)


def _make_quote(
    row: Mapping[str, Any],
    article: Mapping[str, Any],
    pages: Mapping[str, Mapping[str, Any]],
    language: str,
) -> Quote:
    places = row["places"]
    page = pages[places[0]["page_id"] if places else article["page_id"]]
    edition = page["edition"]
    title = article["headline"]
    named = say("quotes.headline", language, headline=_shorten(title)) if title else ""
    facts = (
        name_newspaper(page["newspaper"] or UNNAMED, language),
        page["date"] or article["date"] or say("date.none", language),
        edition and say("article.edition.value", language, edition=edition),
        named or say("headline.none", language, opening=article["opening"]),
    )
    span = row["span"]
    return Quote(
        text=article["text"][span["start"] : span["end"]],
        source=say("told.comma", language).join(fact for fact in facts if fact),
        place=_name_lines(places, page, language),
        article_id=row["article_id"],
        page_id=page["page_id"],
        strength=row["strength"],
    )


def _shorten(headline: str) -> str:
    line = " ".join(headline.split())
    return line if len(line) <= _HEADLINE else f"{line[: _HEADLINE - 1]}…"


def _name_lines(places: Sequence[Mapping[str, Any]], page: Mapping[str, Any], language: str) -> str:
    if not places:
        return ""
    here = [place for place in places if place["page_id"] == page["page_id"]]
    lines = (min(p["first_line"] for p in here), max(p["last_line"] for p in here))
    source = PurePath(page["source"].replace("\\", "/")).name
    key = "quotes.line" if lines[0] == lines[1] else "quotes.lines"
    return say(key, language, source=source, first=lines[0], last=lines[1])


def draw_quotes(quotes: Sequence[Quote], kept: Parameters, *, colour: str, language: str) -> str:
    """Return quotations as HTML, each linked to the reader and to its place on the raw page.

    ``kept`` is what a link takes along in the address. Every word of the corpus is escaped.
    """
    items = "".join(_draw_quote(one, kept, language) for one in quotes)
    return f'<style>{_STYLE}</style><ol class="bt-quotes" style="--tint:{colour}">{items}</ol>'


def _draw_quote(one: Quote, kept: Parameters, language: str) -> str:
    article = {"article": [one.article_id]}
    read = _link("articles", {**kept, **article}, say("quotes.read", language))
    page = _link(
        "pages",
        {**kept, "page": [one.page_id], **article},
        one.place or say("quotes.page", language),
    )
    return (
        f'<li><blockquote lang="zh-CN">{escape(one.text)}</blockquote>'
        f'<p lang="zh-CN">—— {escape(one.source)}</p><p>{read} · {page}</p></li>'
    )


def _link(page: str, query: Parameters, words: str) -> str:
    address = escape(f"{page}?{urlencode(query, doseq=True)}", quote=True)
    return f'<a href="{address}" target="_self">{escape(words)}</a>'
