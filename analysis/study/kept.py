"""A page as it was cut before any edit, kept as JSON: what edits are done to, and undone to."""

import json
from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from analysis.press import repair
from analysis.press.records import Article, Furniture, Note, Page, PageCut

# The defaults of an article say nothing; page and source stand with the page.
_DEFAULTS = {field.name: field.default for field in fields(Article)}
_APART = ("page_id", "source", "body", "notes")
_TOLD = {name: default for name, default in _DEFAULTS.items() if name not in _APART}
_READ_TOLD = attrgetter(*_TOLD)
# Nothing that is kept holds itself.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def dump_cut(cut: PageCut) -> str:
    r"""Return a cut as JSON; what page and notes say together (the bodies) is left out.

    Examples
    --------
    >>> page = Page("a.txt", "标题\n正文。")
    >>> dump_cut(PageCut(page, (), (Furniture("label", 0, 6),)))
    '{"articles":[],"furniture":[["label",0,6]]}'
    """
    content = {
        "articles": [_dump_article(cut.page.text, article) for article in cut.articles],
        "furniture": [[piece.kind, piece.start, piece.end] for piece in cut.furniture],
    }
    return _ENCODER.encode(content)


def _dump_article(text: str, article: Article) -> dict[str, Any]:
    said = {
        name: value
        for (name, default), value in zip(_TOLD.items(), _READ_TOLD(article), strict=True)
        if value is not default and value != default
    }
    if repair.replay(text, article.spans, article.notes).strip() != article.body:
        # Not the press but somebody else made it of the page.
        said["body"] = article.body
    notes = [(rule, start, end, after) for rule, start, end, _, after in article.notes]
    return {**said, "notes": notes}


def load_cut(page: Page, text: str) -> PageCut:
    """Return the cut of ``page`` from its JSON."""
    content = json.loads(text)
    return PageCut(
        page,
        articles=tuple(_load_article(page, said) for said in content["articles"]),
        furniture=tuple(Furniture(*piece) for piece in content["furniture"]),
    )


def _load_article(page: Page, said: Mapping[str, Any]) -> Article:
    notes = (
        Note(rule, start, end, page.text[start:end], after)
        for rule, start, end, after in said["notes"]
    )
    told: dict[str, Any] = {name: _freeze(value) for name, value in said.items()}
    told["notes"] = tuple(notes)
    told.setdefault("body", repair.replay(page.text, told["spans"], told["notes"]).strip())
    return Article(page_id=page.id, source=page.source, **told)


def _freeze(value: object) -> object:
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def load_page(row: Mapping[str, Any]) -> Page:
    """Return the page of a row of the table of pages."""
    told: dict[str, Any] = {field.name: _freeze(row[field.name]) for field in fields(Page)}
    origins = (origin.partition("=") for origin in row["origins"])
    return Page(**{**told, "origins": tuple((fact, read) for fact, _, read in origins)})
