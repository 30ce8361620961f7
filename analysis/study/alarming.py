"""The junk alarm of a study: its tables become what the alarm looks at, and hold what it says."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from analysis.study.matrices import spread_long
from analysis.study.ranking import rank_topic_terms
from analysis.study.records import Study
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import read_table
from analysis.theme.alarms import Origins, Suspect, find_alarms
from analysis.theme.settings import Words

_TOP = 10
_LOOKED_AT = ("pages", "articles", "topics", "topic_terms", "article_topics")


def alarm_topics(tables: Mapping[str, pa.Table], words: Words) -> dict[str, pa.Table]:
    """Return the tables with the alarms of each topic told in ``topics``.

    The tables of ``_LOOKED_AT`` are looked at; printings of one story are told by their copy group.
    """
    topics = tables["topics"]
    texts = pc.coalesce(tables["articles"]["plain"], tables["articles"]["text"])
    suspects = _list_suspects(topics, tables["topic_terms"])
    alarms = find_alarms(
        suspects,
        spread_long(
            tables["article_topics"],
            tables["articles"]["article_id"],
            topics["topic_id"].to_pylist(),
        ),
        read_text=lambda row: str(texts[row].as_py()),
        origins=_find_origins(tables["articles"], tables["pages"]),
        unwanted={*words.stop, *words.press},
    )
    column = pa.array(map(list, alarms), type=SCHEMAS["topics"].field("alarms").type)
    return {**tables, "topics": _put_alarms(topics, column)}


def alarm_patch(study: Study, tables: Mapping[str, pa.Table], words: Words) -> dict[str, pa.Table]:
    """Return the tables that change in a study, alarms told where topics are among them.

    Alarms hold for what topics are made of: where no share changes (a new name), they are kept.
    """
    if "topics" not in tables:
        return dict(tables)
    if tables.keys().isdisjoint({"articles", "article_topics"}):
        old = read_table(study.folder, "topics", ["topic_id", "alarms"])
        at = pc.index_in(tables["topics"]["topic_id"], old["topic_id"].combine_chunks())
        return {**tables, "topics": _put_alarms(tables["topics"], old["alarms"].take(at))}
    missing = [name for name in _LOOKED_AT if name not in tables]
    rest = {name: read_table(study.folder, name) for name in missing}
    return {**tables, "topics": alarm_topics({**rest, **tables}, words)["topics"]}


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


def _find_origins(articles: pa.Table, pages: pa.Table) -> Origins:
    at = pc.index_in(articles["page_id"], pages["page_id"].combine_chunks())
    return Origins(
        newspapers=tuple(pc.fill_null(pages["newspaper"].take(at), "").to_pylist()),
        pages=tuple(articles["page_id"].to_pylist()),
        stories=tuple(pc.coalesce(articles["copy_group"], articles["article_id"]).to_pylist()),
    )
