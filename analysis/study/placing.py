"""Articles placed among the topics of a study, which stay as they are."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from analysis.press.records import Article
from analysis.study.build import Stages
from analysis.study.explain import Explainer
from analysis.study.laying import passage_table, share_tables
from analysis.study.tables import SCHEMAS
from analysis.theme.matrix import weigh_counts
from analysis.theme.recall import count_known
from analysis.theme.shares import share_parts


def place_articles(
    articles: Sequence[Article], explainer: Explainer, stages: Stages
) -> dict[str, pa.Table]:
    """Return the tables that say where articles stand among the topics of a study."""
    model = explainer.model
    texts = [article.plain for article in articles]
    counts = count_known(model, texts, explainer.cutter, stages)
    stages("tokens", len(texts), len(texts))
    shares = share_parts(model, weigh_counts(counts.by_article(), model.idf))
    ids = [article.id for article in articles]
    return {
        "passages": passage_table(ids, counts.articles, counts.spans),
        **share_tables(ids, model, shares),
    }


def resize_topics(topics: pa.Table, shares: pa.Table) -> pa.Table:
    """Return the topics with their size counted anew: the sum of all articles' shares."""
    ids = topics["topic_id"].to_numpy()
    # One after another in the order of the table: threads would add in any.
    counted = np.bincount(
        shares["topic_id"].to_numpy(),
        weights=shares["share"].to_numpy(),
        minlength=max(ids, default=0) + 1,
    )
    place = topics.column_names.index("size")
    return topics.set_column(place, SCHEMAS["topics"].field("size"), pa.array(counted[ids]))
