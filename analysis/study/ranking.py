"""The strongest terms of topics, from the table of a study."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_KEYS = [("topic_id", "ascending"), ("weight", "descending"), ("term", "ascending")]


def rank_topic_terms(terms: pa.Table, count: int) -> dict[int, tuple[str, ...]]:
    """Return up to ``count`` terms of each topic, strongest first, from the table topic_terms."""
    ranked = terms.take(pc.sort_indices(terms, sort_keys=_KEYS))
    topics, starts = np.unique(ranked["topic_id"].to_numpy(), return_index=True)
    ends = [*starts[1:], len(ranked)]
    return {
        int(topic): tuple(ranked["term"].slice(start, min(count, end - start)).to_pylist())
        for topic, start, end in zip(topics, starts.tolist(), ends, strict=True)
    }
