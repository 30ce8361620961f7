"""The tables of topics and shares: what a model and the shares of its parts come to."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.schemas import SCHEMAS
from analysis.study.tables import make_columns, make_table
from analysis.theme.combining import combine_topics
from analysis.theme.facts import count_main
from analysis.theme.labels import WORDS
from analysis.theme.overlay import Overlay
from analysis.theme.parts import FOUND, gather_themes, gather_topics, mix_columns
from analysis.theme.quality import count_effective
from analysis.theme.records import Model, ThemeFacts, TopicFacts

Row = Mapping[str, Any]


def mix_shares(model: Model, shares: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """Return the shares of parts, topics and themes by the table that they make.

    Parameters
    ----------
    shares : (n_articles, n_parts)
        The share of each part in some articles.
    """
    return {
        "article_parts": shares,
        "article_topics": mix_columns(shares, gather_topics(model.parts)),
        "article_themes": mix_columns(shares, gather_themes(model.parts, model.affinity)),
    }


def share_tables(ids: Sequence[str], model: Model, shares: NDArray[Any]) -> dict[str, pa.Table]:
    """Return the tables that say where articles stand among parts, topics and themes.

    Parameters
    ----------
    shares : (n_articles, n_parts)
        The share of each part in the articles ``ids``.
    """
    return {
        name: lay_long(name, ids, columns, mixed)
        for (name, mixed), columns in zip(
            mix_shares(model, shares).items(),
            ([part.id for part in model.parts], model.topics, model.themes),
            strict=True,
        )
    }


def topic_tables(
    overlay: Overlay, sizes: NDArray[Any], rows: Mapping[int, Row]
) -> dict[str, pa.Table]:
    """Return the tables of the topics in use.

    Parameters
    ----------
    sizes : (n_parts,)
        The sum of the articles' shares of each part.
    rows : mapping
        What the table ``topics`` says of each topic in use, but for its edits.
    """
    model = overlay.model
    components, affinity = combine_topics(model, sizes)
    main = affinity.argmax(axis=1)
    told = [
        {
            **rows[topic],
            "topic_id": topic,
            "theme": model.themes[main[number]],
            "label": overlay.names.get(topic, rows[topic]["found_label"]),
            "hidden": topic in overlay.hidden,
        }
        for number, topic in enumerate(model.topics)
    ]
    return {
        "topics": make_table("topics", told),
        "topic_terms": lay_long("topic_terms", model.topics, model.terms, components),
        "topic_themes": lay_long("topic_themes", model.topics, model.themes, affinity, keep=True),
    }


def state_rows(model: Model, facts: Mapping[int, TopicFacts]) -> dict[int, dict[str, Any]]:
    """Return what the table ``topics`` says of topics, by their ids, as they are found."""
    main = {
        part.id: model.themes[model.found[row].argmax()]
        for row, part in enumerate(model.parts)
        if part.made == FOUND
    }
    return {
        topic: {
            "topic_id": topic,
            "theme": main.get(topic),
            "label": one.label,
            "found_label": one.label,
            "label_count": None,
            "label_where": WORDS,
            "size": one.size,
            "stability": one.stability,
            "coherence": one.coherence,
            "exclusivity": one.exclusivity,
            "junk": one.junk,
            "articles": one.articles,
            "effective": one.effective,
            "resampled": one.resampled,
            "hidden": False,
        }
        for topic, one in facts.items()
    }


def theme_table(names: Sequence[str], facts: Sequence[ThemeFacts]) -> pa.Table:
    """Return the table of themes."""
    rows = ({"theme": name, **asdict(one)} for name, one in zip(names, facts, strict=True))
    return make_table("themes", rows)


def lay_long(
    name: str,
    row_ids: Sequence[Any],
    column_ids: Sequence[Any],
    values: NDArray[Any],
    *,
    keep: bool = False,
) -> pa.Table:
    """Lay a matrix out as (row, column, value); zeros are left out unless ``keep``."""
    rows, columns = np.indices(values.shape).reshape(2, -1) if keep else np.nonzero(values)
    schema = SCHEMAS[name]
    content = (
        pa.array(row_ids, type=schema.field(0).type).take(pa.array(rows)),
        pa.array(column_ids, type=schema.field(1).type).take(pa.array(columns)),
        values[rows, columns],
    )
    return make_columns(name, dict(zip(schema.names, content, strict=True)))


def read_long(table: pa.Table, row_ids: Sequence[Any], column_ids: Sequence[Any]) -> NDArray[Any]:
    """Return the matrix that ``lay_long`` laid out, (n_rows, n_columns); others are left out."""
    names = table.column_names
    rows = pc.index_in(table[names[0]], pa.array(row_ids, type=table[names[0]].type))
    columns = pc.index_in(table[names[1]], pa.array(column_ids, type=table[names[1]].type))
    known = pc.and_(rows.is_valid(), columns.is_valid())
    values = np.zeros((len(row_ids), len(column_ids)))
    places = (one.filter(known).to_numpy() for one in (rows, columns))
    values[tuple(places)] = table[names[2]].filter(known).to_numpy()
    return values


def passage_table(ids: Sequence[str], owners: NDArray[Any], spans: NDArray[Any]) -> pa.Table:
    """Return the table of passages.

    Parameters
    ----------
    owners : (n_passages,)
        Which of the articles ``ids`` each is of.
    spans : (n_passages, 2)
        Start and end in that article's text.
    """
    starts, ends = spans.T.astype(np.int32)
    article_ids = pa.array(ids, type=pa.string()).take(pa.array(owners))
    numbers = pc.utf8_lpad(pc.cast(pa.array(starts), pa.string()), 5, "0")
    columns = {
        "passage_id": pc.binary_join_element_wise(article_ids, numbers, "+"),
        "article_id": article_ids,
        "span": pa.StructArray.from_arrays([pa.array(starts), pa.array(ends)], ["start", "end"]),
    }
    return make_columns("passages", columns)


def recount(name: str, table: pa.Table, shares: NDArray[np.float64]) -> pa.Table:
    """Return the table "topics" or "themes" with what counts articles counted anew.

    ``shares`` (n_articles, n_rows) are those of the table's rows, in their order.
    """
    counted = {
        "size": shares.sum(axis=0),
        "articles": count_main(shares).astype(np.int32),
        "effective": count_effective(shares),
    }
    return make_columns(name, {one: counted.get(one, table[one]) for one in table.column_names})
