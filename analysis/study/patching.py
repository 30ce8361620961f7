"""Some pages of a study cut anew: their rows take the place of the old ones, the rest is copied."""

import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.errors import NothingUsable
from analysis.press.records import Article
from analysis.study.append import place_articles, resize_topics
from analysis.study.build import Stages
from analysis.study.cutting import Corpus
from analysis.study.explain import MODEL, load_explainer
from analysis.study.filling import page_tables, share_tables
from analysis.study.folder import replaced_whole
from analysis.study.recipe import NAME, Recipe, dump_recipe
from analysis.study.records import Study
from analysis.study.tables import make_table, read_table, write_table

_OF_PAGES = ("articles", "furniture")
_OF_SHARES = ("passages", "article_topics", "article_themes")


def patch_tables(study: Study, corpus: Corpus, stages: Stages) -> dict[str, pa.Table]:
    """Return the tables of a study that change when some of its pages are those of ``corpus``.

    An article whose text stays keeps its shares; the others are placed among the topics.

    Raises
    ------
    NothingUsable
        When no article would be left in the study.
    """
    pages = [cut.page.id for cut in corpus.cuts]
    old = {name: read_table(study.folder, name) for name in (*_OF_PAGES, "notes", *_OF_SHARES)}
    mine = old["articles"].filter(_is_in(old["articles"]["page_id"], pages))
    texts = dict(zip(mine["article_id"].to_pylist(), mine["text"].to_pylist(), strict=True))
    new = page_tables(corpus)
    changed = [one for one in corpus.articles if texts.get(one.id) != one.text]
    new |= _place_changed(study, changed, stages)
    order = read_table(study.folder, "pages", ["page_id"])["page_id"]
    tables = {
        name: _exchange(old[name], new[name], "page_id", gone=pages, order=order)
        for name in _OF_PAGES
    }
    ids = tables["articles"]["article_id"]
    if not len(ids):
        raise NothingUsable(n=len(pages), reasons="")
    tables["notes"] = _exchange(old["notes"], new["notes"], "article_id", gone=texts, order=ids)
    stays = {one.id for one in corpus.articles} - {one.id for one in changed}
    for name in _OF_SHARES:
        tables[name] = _exchange(
            old[name], new[name], "article_id", gone=texts.keys() - stays, order=ids
        )
    topics = read_table(study.folder, "topics")
    return {**tables, "topics": resize_topics(topics, tables["article_topics"])}


def _place_changed(study: Study, changed: Sequence[Article], stages: Stages) -> dict[str, pa.Table]:
    if not changed:
        return {name: make_table(name, ()) for name in _OF_SHARES}
    explainer = load_explainer(study)
    placement = place_articles(changed, explainer, stages)
    return share_tables(
        [article.id for article in changed], placement, themes=explainer.model.themes
    )


def _exchange(
    old: pa.Table, new: pa.Table, key: str, *, gone: Collection[str], order: pa.ChunkedArray
) -> pa.Table:
    """Take the rows ``gone`` out of a table, put the new ones in, in the ``order`` of the key."""
    table = pa.concat_tables([old.filter(pc.invert(_is_in(old[key], gone))), new])
    rank = pc.index_in(table[key], order.combine_chunks())
    # Arrow's sort is stable: the rows of one article stay in their order.
    return table.take(pc.sort_indices(rank)).combine_chunks()


def _is_in(column: pa.ChunkedArray, values: Collection[str]) -> pa.ChunkedArray:
    return pc.is_in(column, value_set=pa.array(list(values), type=pa.string()))


def write_patch(
    study: Study, target: Path, *, recipe: Recipe, tables: Mapping[str, pa.Table]
) -> None:
    """Write a study with some tables exchanged and all other files copied as they are."""
    with replaced_whole(target) as fresh:
        digests = {name: write_table(table, fresh, name) for name, table in tables.items()}
        for name in recipe.tables.keys() - tables.keys():
            file = MODEL if name == "model" else f"{name}.parquet"
            shutil.copyfile(study.folder / file, fresh / file)
        (fresh / NAME).write_bytes(dump_recipe(recipe.with_tables({**recipe.tables, **digests})))
