"""Rows for the command line: articles and themes as a table, as JSON lines or as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from analysis.press.records import PEOPLE, Article, Page
from analysis.study.catalogue import Catalogue
from analysis.study.lexicon import load_matches
from analysis.study.tables import read_table
from analysis.view.export.files import disarm
from analysis.view.frames import topic_terms

# Columns of a terminal: a table, and the widest of its cells.
_WIDTH, _WIDEST = 160, 40
# Of a row's shares, how many a table has room for.
_LARGEST = 2

FORMATS = ("table", "jsonl", "csv")

Row = Mapping[str, Any]


def article_row(article: Article, page: Page) -> Row:
    """Return the row of ``articles --format jsonl``: spans count in the page's decoded text."""
    copied = ("kicker", "headline", "subhead", "byline", "agency", "place", "body")
    return {
        "id": article.id,
        "source": article.source,
        "newspaper": page.newspaper,
        "date": article.date or page.date,
        "edition": page.edition,
        "kind": article.kind,
        **{name: getattr(article, name) for name in copied},
        "spans": [list(span) for span in article.spans],
        "continued_to": article.continued_to,
        "continued_from": article.continued_from,
        "copy_of": article.copy_of,
        "notes": [[n.rule, n.start, n.end, n.before, n.after] for n in article.notes],
        **{role: list(getattr(article, role)) for role in PEOPLE},
        "page_editors": list(page.editors),
        "url": article.url,
        "encoding": page.encoding,
    }


def themed_rows(catalogue: Catalogue) -> Iterable[Row]:
    """Yield the rows of ``themes --articles``; shares are 0-1, topics are named by their ids."""
    spans = read_table(catalogue.study.folder, "articles", ["spans"])["spans"]
    columns = ["article_id", "source", "headline", "kind"]
    articles = catalogue.articles.select(columns).to_pylist()
    for number, (article, places) in enumerate(zip(articles, spans.to_pylist(), strict=True)):
        main = catalogue.main[number]
        shares = zip(catalogue.themes, catalogue.theme_shares[number].tolist(), strict=True)
        topics = zip(catalogue.topics, catalogue.topic_shares[number].tolist(), strict=True)
        yield {
            "id": article["article_id"],
            "source": article["source"],
            "headline": article["headline"],
            "kind": article["kind"],
            "spans": [[span["start"], span["end"]] for span in places],
            "theme": catalogue.themes[main] if main >= 0 else None,
            "themes": dict(shares),
            "topics": {str(topic): share for topic, share in topics},
        }


def topic_rows(catalogue: Catalogue, *, terms: int = 8, hidden: bool = False) -> Iterable[Row]:
    """Yield the rows of ``themes``: one a topic, its main theme and its strongest terms.

    Topics that a reader has hidden are left out unless ``hidden``.
    """
    folder = catalogue.study.folder
    strongest = topic_terms(catalogue.study)
    for topic in read_table(folder, "topics").to_pylist():
        if hidden or not topic["hidden"]:
            yield {**topic, "terms": strongest.get(topic["topic_id"], [])[:terms]}


def lexicon_rows(catalogue: Catalogue) -> Iterable[Row]:
    """Yield the rows of ``themes --lexicon``: a theme and a topic, nearest first in each theme.

    ``own`` and ``widened`` are words with their parts of the cosine.
    """
    study = catalogue.study
    topics = read_table(study.folder, "topics").to_pylist()
    names = [theme.name for theme in study.recipe.themes]
    for one in sorted(load_matches(study), key=lambda one: (one.theme, -one.cosine)):
        topic = topics[one.topic]
        yield {
            "theme": names[one.theme],
            "topic_id": topic["topic_id"],
            "label": topic["label"],
            "cosine": one.cosine,
            "own": dict(one.own),
            "widened": dict(one.widened),
        }


def write_rows(rows: Iterable[Row], form: str, *, columns: Sequence[str] = ()) -> str:
    """Return rows as text: "jsonl" and "csv" whole (lists as JSON), "table" some columns."""
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if form == "csv":
        return _as_csv(list(rows))
    return _as_table(rows, columns)


def _as_csv(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    return (
        json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else disarm(value)
    )


def _as_table(rows: Iterable[Row], columns: Sequence[str]) -> str:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, overflow="ellipsis", no_wrap=True, max_width=_WIDEST)
    for row in rows:
        table.add_row(*(_short(row[name]) for name in columns))
    # A fixed width: the same table in a pipe, in a file and in a test.
    out = io.StringIO()
    Console(width=_WIDTH, file=out, color_system=None, markup=False).print(table)
    return out.getvalue()


def _short(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, dict):
        largest = sorted(value.items(), key=lambda item: -item[1])[:_LARGEST]
        return " ".join(f"{name} {share:.0%}" for name, share in largest)
    words = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return " ".join(words.split())
