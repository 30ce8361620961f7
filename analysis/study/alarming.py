"""The junk alarm of a study: its tables become what the alarm looks at, and hold what it says."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.draft import Draft
from analysis.study.ranking import rank_topic_terms
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import read_table
from analysis.theme.alarms import Origins, Suspect, find_alarms
from analysis.theme.settings import Words

_TOP = 10


def alarm_topics(draft: Draft, words: Words) -> pa.Table:
    """Return the table of topics with the alarms of each told.

    Printings of one story are told by their copy group.
    """
    topics = draft.read("topics")

    def read_texts(rows: Sequence[int]) -> list[str]:
        table = draft.take("articles", rows, ["text", "plain"])
        texts: list[str] = pc.coalesce(table["plain"], table["text"]).to_pylist()
        return texts

    alarms = find_alarms(
        _list_suspects(topics, draft.read("topic_terms")),
        draft.spread("article_topics"),
        read_texts=read_texts,
        origins=_find_origins(draft),
        unwanted={*words.stop, *words.press},
    )
    column = pa.array(map(list, alarms), type=SCHEMAS["topics"].field("alarms").type)
    return _put_alarms(topics, column)


def alarm_patch(draft: Draft, words: Words) -> dict[str, pa.Table]:
    """Return the tables that change in a study, alarms told where topics are among them.

    Alarms hold for what topics are made of: where no share changes (a new name), they are kept.
    """
    tables = draft.tables
    if "topics" not in tables:
        return dict(tables)
    if tables.keys().isdisjoint({"articles", "article_topics"}):
        old = read_table(draft.folder, "topics", ["topic_id", "alarms"])
        at = pc.index_in(tables["topics"]["topic_id"], old["topic_id"].combine_chunks())
        return {**tables, "topics": _put_alarms(tables["topics"], old["alarms"].take(at))}
    return {**tables, "topics": alarm_topics(draft, words)}


def _put_alarms(topics: pa.Table, alarms: pa.Array | pa.ChunkedArray) -> pa.Table:
    field = SCHEMAS["topics"].field("alarms")
    return topics.set_column(topics.column_names.index("alarms"), field, alarms)


def _list_suspects(topics: pa.Table, terms: pa.Table) -> list[Suspect]:
    strongest = rank_topic_terms(terms, _TOP)
    rows = topics.select(["topic_id", "coherence", "exclusivity"]).to_pylist()
    return [
        Suspect(strongest.get(row["topic_id"], ()), row["coherence"], row["exclusivity"])
        for row in rows
    ]


def _find_origins(draft: Draft) -> Origins:
    articles = draft.read("articles", ["article_id", "page_id", "copy_group"])
    pages = draft.read("pages", ["page_id", "newspaper"])
    at = pc.index_in(articles["page_id"], pages["page_id"].combine_chunks())
    papers = pages["newspaper"].take(at)
    named = pc.not_equal(pc.fill_null(papers, ""), "")
    return Origins(
        newspapers=np.where(named, _number_values(papers), -1),
        pages=_number_values(articles["page_id"]),
        stories=_number_values(pc.coalesce(articles["copy_group"], articles["article_id"])),
    )


def _number_values(column: pa.ChunkedArray) -> NDArray[np.int64]:
    """Return a number for each row of a column, the same for the same value."""
    encoded = column.combine_chunks().dictionary_encode()
    return np.asarray(pc.fill_null(encoded.indices, -1), dtype=np.int64)
