"""New pages join a study: its topics stay as they are, the new articles are placed among them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.inputs import Input
from analysis.press.records import Article
from analysis.study.build import Stages, require_articles, tell_built, write_study
from analysis.study.cutting import cut_inputs
from analysis.study.engine import LOCAL, Engine
from analysis.study.explain import Explainer, explain_text, load_explainer
from analysis.study.filling import Placement, article_tables
from analysis.study.folder import open_study
from analysis.study.overlay import edit_corpus, tell_misfits
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

    Pages that the study has already are told as failures and not counted twice.

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
    # Edits of a page that was away and comes back.
    corpus, misfits = edit_corpus(corpus, study.recipe)
    require_articles(corpus)
    explainer = load_explainer(study)
    placement = place_articles(corpus.articles, explainer, stages)
    new = article_tables(corpus, placement, themes=explainer.model.themes)
    tables = {**old, **{name: pa.concat_tables([old[name], new[name]]) for name in new}}
    tables["topics"] = resize_topics(old["topics"], tables["article_topics"])
    recipe = study.recipe.with_inputs(study.recipe.inputs + corpus.inputs)
    write_study(study.folder, recipe=recipe, model=explainer.model, tables=tables)
    stages("write", 1, 1)
    return tell_built(open_study(folder), corpus, tables, stages, misfits=tell_misfits(misfits))


def place_articles(articles: Sequence[Article], explainer: Explainer, stages: Stages) -> Placement:
    """Return where articles stand among the topics of a study, which stay as they are."""
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
