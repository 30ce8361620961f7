"""The strongest terms of topics, from the table of a study."""

import pyarrow as pa
import pyarrow.compute as pc

from analysis.study.matrices import spread_long
from analysis.theme.quality import rank_terms


def rank_topic_terms(terms: pa.Table, count: int) -> dict[int, tuple[str, ...]]:
    """Return up to ``count`` terms of each topic from the table topic_terms, as ``rank_terms``."""
    topics, names = (
        sorted(pc.unique(terms[column]).to_pylist()) for column in ("topic_id", "term")
    )
    weights = spread_long(terms, topics, names)
    return {
        topic: tuple(names[column] for column in columns if own[column] > 0)
        for topic, own, columns in zip(topics, weights, rank_terms(weights, count), strict=True)
    }
