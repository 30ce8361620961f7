"""What was found becomes the tables of a study: ids given, arrays laid out in long form."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.press.records import PEOPLE, Article, Page, Span
from analysis.press.script import tell_script
from analysis.study.cutting import Corpus
from analysis.study.kept import dump_cut
from analysis.study.tables import SCHEMAS, make_columns, make_table
from analysis.theme.records import Findings

# Characters: as many as a headline has.
_OPENING = 20


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the articles of a corpus stand among the topics, in the corpus's order.

    ``article_topics`` (n_articles, n_topics) and ``article_themes`` (n_articles, n_themes) are
    shares; ``passage_articles`` (n_passages,) and ``passage_spans`` (n_passages, 2) the passages.
    """

    article_topics: NDArray[Any]
    article_themes: NDArray[Any]
    passage_articles: NDArray[Any]
    passage_spans: NDArray[Any]


def fill_tables(corpus: Corpus, findings: Findings) -> dict[str, pa.Table]:
    """Return every table of ``tables.SCHEMAS``, rows in the corpus's order, topics from 1."""
    placement = Placement(
        article_topics=findings.article_topics,
        article_themes=findings.article_themes,
        passage_articles=findings.passage_articles,
        passage_spans=findings.passage_spans,
    )
    topics = list(range(1, len(findings.topics) + 1))
    model = findings.model
    return {
        **article_tables(corpus, placement, themes=model.themes),
        "terms": _terms(findings),
        "topics": make_table("topics", _topic_rows(findings)),
        "themes": make_table("themes", _theme_rows(findings)),
        "topic_terms": _long("topic_terms", topics, model.terms, model.components),
        "theme_terms": _long("theme_terms", model.themes[:-1], model.terms, findings.theme_terms),
        "topic_themes": _long("topic_themes", topics, model.themes, model.affinity, keep=True),
    }


def article_tables(
    corpus: Corpus, placement: Placement, *, themes: Sequence[str]
) -> dict[str, pa.Table]:
    """Return the tables that have rows for pages and articles, not those of the topics."""
    ids = [article.id for article in corpus.articles]
    return {**page_tables(corpus), **share_tables(ids, placement, themes=themes)}


def page_tables(corpus: Corpus) -> dict[str, pa.Table]:
    """Return the tables of the pages, their articles and what became of every character."""
    furniture = (
        {"page_id": cut.page.id, **asdict(piece)} for cut in corpus.cuts for piece in cut.furniture
    )
    kept = corpus.uncorrected
    return {
        "pages": make_table("pages", (_page_row(cut.page) for cut in corpus.cuts)),
        "articles": make_table("articles", _article_rows(corpus)),
        "notes": make_columns("notes", _note_columns(corpus.articles)),
        "furniture": make_table("furniture", furniture),
        "cuts": make_table("cuts", ({"page_id": c.page.id, "cut": dump_cut(c)} for c in kept)),
    }


def share_tables(
    ids: Sequence[str], placement: Placement, *, themes: Sequence[str]
) -> dict[str, pa.Table]:
    """Return the tables that say where the articles ``ids`` stand among topics and themes."""
    topics = list(range(1, placement.article_topics.shape[1] + 1))
    return {
        "passages": make_table("passages", _passage_rows(ids, placement)),
        "article_topics": _long("article_topics", ids, topics, placement.article_topics),
        "article_themes": _long("article_themes", ids, themes, placement.article_themes),
    }


def _page_row(page: Page) -> dict[str, Any]:
    return {
        "page_id": page.id,
        "source": page.source,
        "newspaper": page.newspaper,
        "date": page.date,
        "edition": page.edition,
        "text": page.text,
        "encoding": page.encoding,
        "editors": list(page.editors),
        "script": tell_script(page.text),
        "origins": [f"{fact}={origin}" for fact, origin in page.origins],
    }


def _article_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    tails = {link.head: link.tail for link in corpus.links}
    for article in corpus.articles:
        yield {**_article_row(article), "likely_tail": tails.get(article.id)}


def _article_row(article: Article) -> dict[str, Any]:
    copied = ("page_id", "kind", "kicker", "headline", "subhead", "byline", "agency", "place")
    more = ("date", "body", "text", "continued_to", "continued_from", "url", "score", "reasons")
    row: dict[str, Any] = {name: getattr(article, name) for name in (*copied, *more)}
    row |= {role: list(getattr(article, role)) for role in PEOPLE}
    row["article_id"] = article.id
    row["opening"] = article.body[:_OPENING]
    row["characters"] = sum(not character.isspace() for character in article.text)
    row["plain"] = article.plain if article.plain != article.text else None
    row["spans"] = _span_rows(article.spans)
    row["tails"] = [
        {"page_id": tail.page_id, "source": tail.source, "spans": _span_rows(tail.spans)}
        for tail in article.tails
    ]
    row["copy_group"] = article.copy_of
    return row


def _note_columns(articles: Sequence[Article]) -> dict[str, list[Any]]:
    # A joined tail's notes count in its own page: they stand under the id it has there.
    pieces = [
        piece
        for one in articles
        for piece in ((one.id, one.notes), *((tail.article_id, tail.notes) for tail in one.tails))
    ]
    notes = [(piece, note) for piece, own in pieces for note in own]
    columns: dict[str, list[Any]] = {"article_id": [one for one, _ in notes]}
    for name in ("rule", "start", "end", "before", "after"):
        columns[name] = [getattr(note, name) for _, note in notes]
    return columns


def _span_rows(spans: Sequence[Span]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in spans]


def _passage_rows(ids: Sequence[str], placement: Placement) -> Iterator[dict[str, Any]]:
    spans = zip(placement.passage_articles, placement.passage_spans, strict=True)
    for article, (start, end) in spans:
        yield {
            "passage_id": f"{ids[article]}+{start:05d}",
            "article_id": ids[article],
            "span": {"start": int(start), "end": int(end)},
        }


def _terms(findings: Findings) -> pa.Table:
    model = findings.model
    columns = {
        "term": model.terms,
        "document_frequency": findings.term_counts.astype(np.int32),
        "idf": model.idf,
        "part_of_speech": model.tags,
    }
    return make_columns("terms", columns)


def _topic_rows(findings: Findings) -> Iterator[dict[str, Any]]:
    main = findings.model.affinity.argmax(axis=1)
    for number, facts in enumerate(findings.topics):
        yield {
            "topic_id": number + 1,
            "theme": findings.model.themes[main[number]],
            "label": facts.label,
            "size": facts.size,
            "stability": facts.stability,
            "coherence": facts.coherence,
            "exclusivity": facts.exclusivity,
            "junk": facts.junk,
            "articles": facts.articles,
            "effective": facts.effective,
            "resampled": facts.resampled,
        }


def _theme_rows(findings: Findings) -> Iterator[dict[str, Any]]:
    for name, facts in zip(findings.model.themes, findings.themes, strict=True):
        yield {"theme": name, **asdict(facts)}


def _long(
    name: str,
    row_ids: Sequence[Any],
    column_ids: Sequence[Any],
    values: NDArray[Any],
    *,
    keep: bool = False,
) -> pa.Table:
    """Lay a matrix out as (row, column, value); zeros are left out unless ``keep``."""
    rows, columns = np.indices(values.shape).reshape(2, -1) if keep else np.nonzero(values)
    schema_names = SCHEMAS[name].names
    content = (
        [row_ids[row] for row in rows],
        [column_ids[column] for column in columns],
        values[rows, columns],
    )
    return make_columns(name, dict(zip(schema_names, content, strict=True)))
