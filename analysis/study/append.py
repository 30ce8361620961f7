"""New pages join a study: its topics stay as they are, the new articles are placed among them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.inputs import Input
from analysis.study.build import (
    Stages,
    group_copies,
    require_articles,
    tell_built,
    write_study,
)
from analysis.study.completing import complete_stories, drop_articles
from analysis.study.cutting import Corpus, cut_inputs
from analysis.study.engine import LOCAL, Engine
from analysis.study.explain import Explainer, explain_text, load_explainer
from analysis.study.filling import Placement, article_tables
from analysis.study.folder import open_study
from analysis.study.records import Built, Report
from analysis.study.tables import SCHEMAS, read_table
from analysis.theme.passages import cut_passages


def append_study(
    inputs: Sequence[Input],
    folder: str | Path,
    *,
    engine: Engine = LOCAL,
    report: Report | None = None,
) -> Built:
    """Add inputs to a study without refitting: topics, terms and all earlier shares stay.

    Only a story that jumps to or from a new page is placed anew, as one article. Pages that the
    study has already are told as failures and not counted twice.

    Raises
    ------
    NotAStudy, DamagedStudy
        As the folder is found.
    NothingUsable
        When no input gave a new article.
    """
    stages = Stages(report)
    study = open_study(folder)
    old = {name: read_table(study.folder, name) for name in SCHEMAS}
    pages = (old["pages"][name].to_pylist() for name in ("page_id", "source"))
    known = dict(zip(*pages, strict=True))
    corpus = cut_inputs(inputs, engine=engine, report=stages, known=known)
    require_articles(corpus)
    corpus, gone = complete_stories(corpus, old, study.recipe.edits)
    explainer = load_explainer(study)
    placement = _place_articles(corpus, explainer, stages)
    new = article_tables(corpus, placement, themes=explainer.model.themes)
    new["pages"] = new["pages"].filter(
        pc.invert(pc.is_in(new["pages"]["page_id"], old["pages"]["page_id"].combine_chunks()))
    )
    kept = drop_articles(old, gone)
    tables = {**kept, **{name: pa.concat_tables([kept[name], new[name]]) for name in new}}
    tables["topics"] = _resize(old["topics"], tables["article_topics"])
    tables = group_copies(tables, stages)
    recipe = study.recipe.with_inputs(study.recipe.inputs + corpus.inputs)
    write_study(study.folder, recipe=recipe, model=explainer.model, tables=tables)
    stages("write", 1, 1)
    return tell_built(open_study(folder), corpus, tables, stages)


def _place_articles(corpus: Corpus, explainer: Explainer, stages: Stages) -> Placement:
    length = explainer.model.settings.passage_length
    topics, themes, passages = [], [], []
    for number, article in enumerate(corpus.articles):
        evidence = explain_text(explainer, article.plain)
        topics.append(evidence.topics.sum(axis=0))
        themes.append(evidence.themes.sum(axis=0))
        passages += [(number, *span) for span in cut_passages(article.plain, length)]
        stages("tokens", number + 1, len(corpus.articles))
    places = np.array(passages, dtype=np.int64).reshape(-1, 3)
    return Placement(np.array(topics), np.array(themes), places[:, 0], places[:, 1:])


def _resize(topics: pa.Table, shares: pa.Table) -> pa.Table:
    """Return the topics with their size counted anew: the sum of all articles' shares."""
    sums = shares.group_by("topic_id").aggregate([("share", "sum")])
    at = pc.index_in(topics["topic_id"], sums["topic_id"])
    size = pc.fill_null(sums["share_sum"].take(at), 0.0)
    return topics.set_column(
        topics.column_names.index("size"), SCHEMAS["topics"].field("size"), size
    )
