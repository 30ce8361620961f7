"""Articles placed among the topics of a study, which stay as they are."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.records import Article
from analysis.study.build import Stages
from analysis.study.explain import Explainer, explain_text
from analysis.study.filling import Placement
from analysis.study.tables import make_columns
from analysis.theme.facts import count_main
from analysis.theme.passages import cut_passages
from analysis.theme.quality import count_effective


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


def recount(name: str, table: pa.Table, shares: pa.Table) -> pa.Table:
    """Return the table "topics" or "themes" with what counts articles counted anew.

    ``shares`` is all of "article_topics" or "article_themes".
    """
    key = shares.column_names[1]
    articles, columns = (
        pc.index_in(shares[one], values).to_numpy()
        for one, values in (("article_id", pc.unique(shares["article_id"])), (key, table[key]))
    )
    matrix = np.zeros((int(articles.max(initial=-1)) + 1, len(table)))
    matrix[articles, columns] = shares["share"].to_numpy()
    counted = {
        "size": matrix.sum(axis=0),
        "articles": count_main(matrix).astype(np.int32),
        "effective": count_effective(matrix),
    }
    return make_columns(name, {one: counted.get(one, table[one]) for one in table.column_names})
