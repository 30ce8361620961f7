"""Articles placed among the topics of a study, which stay as they are."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.records import Article
from analysis.study.build import Stages
from analysis.study.explain import Explainer, explain_text
from analysis.study.filling import Placement
from analysis.study.tables import SCHEMAS
from analysis.theme.passages import cut_passages


def place_articles(articles: Sequence[Article], explainer: Explainer, stages: Stages) -> Placement:
    """Return where articles stand among the topics of a study."""
    length = explainer.model.settings.passage_length
    topics, themes, passages = [], [], []
    for number, article in enumerate(articles):
        evidence = explain_text(explainer, article.plain)
        topics.append(evidence.topics.sum(axis=0))
        themes.append(evidence.themes.sum(axis=0))
        passages += [(number, *span) for span in cut_passages(article.plain, length)]
        stages("tokens", number + 1, len(articles))
    places = np.array(passages, dtype=np.int64).reshape(-1, 3)
    return Placement(np.array(topics), np.array(themes), places[:, 0], places[:, 1:])


def resize_topics(topics: pa.Table, shares: pa.Table) -> pa.Table:
    """Return the topics with their size counted anew: the sum of all articles' shares."""
    sums = shares.group_by("topic_id").aggregate([("share", "sum")])
    at = pc.index_in(topics["topic_id"], sums["topic_id"])
    size = pc.fill_null(sums["share_sum"].take(at), 0.0)
    return topics.set_column(
        topics.column_names.index("size"), SCHEMAS["topics"].field("size"), size
    )
