"""Articles placed among the topics of a study, which stay as they are."""

from collections.abc import Sequence

import pyarrow as pa

from analysis.press.records import Article
from analysis.study.explain import Explainer
from analysis.study.laying import passage_table, share_tables
from analysis.study.records import Report
from analysis.theme.shares import place_counts
from analysis.theme.terms import count_terms


def place_articles(
    articles: Sequence[Article], explainer: Explainer, report: Report
) -> dict[str, pa.Table]:
    """Return the tables that say where articles stand among the topics of a study."""
    model = explainer.model
    texts = [article.plain for article in articles]
    length = model.settings.passage_length
    counts = count_terms(texts, explainer.cutter, length=length, whole=True, report=report)
    report("tokens", len(texts), len(texts))
    shares = place_counts(counts, model)
    ids = [article.id for article in articles]
    return {
        "passages": passage_table(ids, counts.owners, counts.spans),
        **share_tables(ids, model, shares),
    }
