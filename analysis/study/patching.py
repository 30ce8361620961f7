"""Pages of a study cut anew, and new pages: their rows are exchanged, all the rest is copied."""

import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.errors import NothingUsable
from analysis.press.records import Article
from analysis.study.alarming import alarm_patch
from analysis.study.build import Stages, group_copies, write_parts
from analysis.study.corpus import Corpus
from analysis.study.explain import MODEL, load_explainer, load_model
from analysis.study.filling import page_tables
from analysis.study.folder import replaced_whole
from analysis.study.laying import read_long, recount, topic_tables
from analysis.study.naming import quote_patch
from analysis.study.placing import place_articles
from analysis.study.recipe import NAME, Recipe, dump_recipe
from analysis.study.records import Study
from analysis.study.stories import name_tails
from analysis.study.tables import make_table, read_table
from analysis.theme.overlay import Overlay
from analysis.theme.records import Model

_OF_PAGES = ("articles", "furniture")
_OF_SHARES = ("passages", "article_parts", "article_topics", "article_themes")


def patch_tables(study: Study, corpus: Corpus, stages: Stages) -> dict[str, pa.Table]:
    """Return the tables that change when some pages of a study are those of ``corpus``.

    Pages that the study does not have come behind its own. An article whose text stays keeps its
    shares; the others are placed among the topics, which stay as they are.

    Raises
    ------
    NothingUsable
        When no article would be left in the study.
    """
    pages = [cut.page.id for cut in corpus.cuts]
    old = {name: read_table(study.folder, name) for name in ("pages", *_OF_PAGES, "notes")}
    new = page_tables(corpus)
    added = _add_pages(study, old["pages"], new)
    order = added.get("pages", old["pages"])
    tables = {
        name: _exchange(old[name], new[name], "page_id", gone=pages, order=order["page_id"])
        for name in _OF_PAGES
    }
    ids = tables["articles"]["article_id"]
    if not len(ids):
        raise NothingUsable(n=len(pages), reasons="")
    mine = old["articles"].filter(_is_in(old["articles"]["page_id"], pages))
    texts = dict(zip(mine["article_id"].to_pylist(), mine["text"].to_pylist(), strict=True))
    tables["notes"] = _exchange(
        old["notes"],
        new["notes"],
        "article_id",
        gone=_list_pieces(mine),
        order=pa.chunked_array([_list_pieces(tables["articles"])], type=pa.string()),
    )
    tables |= _exchange_shares(study, corpus.articles, texts, order=ids, stages=stages)
    tables |= _weigh_topics(study, tables["article_parts"], ids)
    for name in ("topics", "themes"):
        table = tables[name] if name in tables else read_table(study.folder, name)
        tables[name] = recount(name, table, tables[f"article_{name}"])
    grouped = group_copies({**tables, "pages": order}, stages)
    return {**tables, "articles": grouped["articles"], **added}


def _list_pieces(articles: pa.Table) -> list[str]:
    """Return the ids under which articles have notes: each its own, then those of its tails."""
    rows = articles.select(["article_id", "tails"]).to_pylist()
    return [piece for row in rows for piece in (row["article_id"], *name_tails(row))]


def _add_pages(study: Study, pages: pa.Table, new: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Return the tables of pages and of their cuts with those that are new; none, no table."""
    known = pages["page_id"].to_pylist()
    fresh = {
        name: new[name].filter(pc.invert(_is_in(new[name]["page_id"], known)))
        for name in ("pages", "cuts")
    }
    if not len(fresh["pages"]):
        return {}
    cuts = read_table(study.folder, "cuts")
    return {
        "pages": pa.concat_tables([pages, fresh["pages"]]),
        "cuts": pa.concat_tables([cuts, fresh["cuts"]]),
    }


def _exchange_shares(
    study: Study,
    articles: Sequence[Article],
    texts: Mapping[str, str],
    *,
    order: pa.ChunkedArray,
    stages: Stages,
) -> dict[str, pa.Table]:
    """Place the articles whose text is not what it was (``texts``, by id); the others stay."""
    changed = [article for article in articles if texts.get(article.id) != article.text]
    stays = {article.id for article in articles} - {article.id for article in changed}
    new = _place_changed(study, changed, stages)
    return {
        name: _exchange(
            read_table(study.folder, name),
            new[name],
            "article_id",
            gone=texts.keys() - stays,
            order=order,
        )
        for name in _OF_SHARES
    }


def _weigh_topics(study: Study, parts: pa.Table, ids: pa.ChunkedArray) -> dict[str, pa.Table]:
    """Return the tables of topics: one of several parts is what these hold in the articles now."""
    model = load_model(study)
    shares = read_long(parts, ids.to_pylist(), [part.id for part in model.parts])
    rows = {row["topic_id"]: row for row in read_table(study.folder, "topics").to_pylist()}
    names = {topic: row["label"] for topic, row in rows.items()}
    hidden = frozenset(topic for topic, row in rows.items() if row["hidden"])
    return topic_tables(Overlay(model, names, hidden), shares.sum(axis=0), rows)


def _place_changed(study: Study, changed: Sequence[Article], stages: Stages) -> dict[str, pa.Table]:
    if not changed:
        return {name: make_table(name, ()) for name in _OF_SHARES}
    return place_articles(changed, load_explainer(study), stages)


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
    study: Study,
    target: Path,
    *,
    recipe: Recipe,
    tables: Mapping[str, pa.Table],
    model: Model | None = None,
) -> None:
    """Write a study with some tables, or its model, exchanged; all other files are copied."""
    tables = quote_patch(study, tables, model or load_model(study), recipe)
    tables = alarm_patch(study, tables, recipe.words)
    with replaced_whole(target) as fresh:
        digests = write_parts(fresh, tables=tables, model=model)
        for name in recipe.tables.keys() - digests.keys():
            file = MODEL if name == "model" else f"{name}.parquet"
            shutil.copyfile(study.folder / file, fresh / file)
        (fresh / NAME).write_bytes(dump_recipe(recipe.with_tables({**recipe.tables, **digests})))
