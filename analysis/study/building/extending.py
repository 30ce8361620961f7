"""A study with some pages exchanged and batches added: topics and all other articles stay."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from analysis.press.errors import NothingUsable
from analysis.press.records import PageCut
from analysis.press.stories import Link
from analysis.study.building.assembling import AS_THEY_ARE, Grouping, Writing
from analysis.study.building.exchanging import PAGE_ID, Old
from analysis.study.building.finishing import Order, place_all, write_order, write_words
from analysis.study.building.gathering import Hands
from analysis.study.building.settling import table_page
from analysis.study.building.sharing import OF_SHARES, Sharing, keep_model, keep_shares
from analysis.study.building.tallying import Tally
from analysis.study.explain import load_explainer, load_model
from analysis.study.fitting import COUNTED_ANEW, Fit
from analysis.study.folder import replaced_whole
from analysis.study.groups import find_places
from analysis.study.laying import mix_shares, recount, topic_tables
from analysis.study.linking import take_tables
from analysis.study.matrices import spread_long
from analysis.study.placing import place_articles
from analysis.study.recipe import NAME, Recipe, dump_recipe
from analysis.study.records import Study
from analysis.study.tables import read_table
from analysis.theme.overlay import Overlay

_STAYS = ("pages", "cuts")
"""The tables of a page that nothing changes once it is there."""


@dataclass(frozen=True, slots=True)
class Extension:
    """What becomes of a study: pages of its own as they are now, and batches that come behind them.

    ``links`` are stories that probably jump; ``folders`` hold the drafts of the batches.
    """

    changed: Mapping[str, PageCut]
    links: tuple[Link, ...] = ()
    folders: tuple[Path, ...] = ()
    tallies: tuple[Tally, ...] = ()


def extend_study(
    hands: Hands, study: Study, extension: Extension, *, target: Path, recipe: Recipe
) -> None:
    """Make the study ``target`` of a study and its extension; an old one stays until the end.

    Every table is gone through once, a group of rows at a time; only what is new is cut into words
    and placed among the topics.

    Raises
    ------
    NothingUsable
        When no article would be left in the study.
    """
    _require_articles(study, extension)
    with replaced_whole(target, within=hands.workshop.folder) as fresh:
        orders = _order_all(hands, study, extension, fresh)
        digests: dict[str, str] = {}
        for name, digest in hands.runner.map(write_order, orders, ahead=True):
            digests[name] = digest
            hands.report("copies", len(digests), len(orders))
        digests |= write_words(hands, fresh, _count_anew(study, fresh, recipe))
        hands.report("quotations", 1, 1)
        digests |= take_tables(study, fresh, without=digests, target=target)
        (fresh / NAME).write_bytes(dump_recipe(recipe.with_tables(digests)))
    hands.report("write", 1, 1)


def _find_old(hands: Hands, study: Study, extension: Extension) -> Old:
    """Return the study with the new rows of its changed pages, their articles placed anew."""
    fresh: dict[str, dict[str, pa.Table | None]] = defaultdict(dict)
    for page, cut in extension.changed.items():
        for name, table in table_page(cut, extension.links).items():
            if name not in _STAYS:
                fresh[name][page] = table
    articles = [one for cut in extension.changed.values() for one in cut.articles]
    if extension.changed:
        placed = place_articles(articles, load_explainer(study), hands.report)
        for name, table in placed.items():
            pages = pc.utf8_slice_codeunits(table["article_id"], 0, PAGE_ID)
            for page in extension.changed:
                fresh[name][page] = table.filter(pc.equal(pages, page))
    order = read_table(study.folder, "pages", ["page_id"])["page_id"].combine_chunks()
    return Old(study.folder, order, dict(fresh))


def _order_all(hands: Hands, study: Study, extension: Extension, target: Path) -> tuple[Order, ...]:
    old, tallies = _find_old(hands, study, extension), extension.tallies
    folders = dict.fromkeys(AS_THEY_ARE, extension.folders)
    folders["passages"] = tuple(tally.folder for tally in tallies)
    model = load_model(study)
    path = keep_model(hands.workshop, model)
    shares = keep_shares(hands.workshop, path, place_all(hands, tallies, model))
    return (
        Grouping(hands.workshop, target, tallies, old),
        *(Writing(target, name, folders[name], old) for name in AS_THEY_ARE),
        *(Sharing(target, name, tallies, path, shares, old) for name in OF_SHARES),
    )


def _count_anew(study: Study, target: Path, recipe: Recipe) -> Fit:
    """Return the topics and themes of a study with what counts its articles counted anew.

    A topic of several parts is what these hold in the articles now.
    """
    model = load_model(study)
    ids = read_table(target, "articles", ["article_id"])["article_id"]
    shares = spread_long(
        read_table(target, "article_parts"), ids, [part.id for part in model.parts]
    )
    rows = {row["topic_id"]: row for row in read_table(study.folder, "topics").to_pylist()}
    names = {topic: row["label"] for topic, row in rows.items()}
    hidden = frozenset(topic for topic, row in rows.items() if row["hidden"])
    tables = topic_tables(Overlay(model, names, hidden), shares.sum(axis=0), rows)
    tables["themes"] = read_table(study.folder, "themes")
    mixed = mix_shares(model, shares)
    tables |= {one: recount(one, tables[one], mixed[f"article_{one}"]) for one in COUNTED_ANEW}
    return Fit(recipe, model, tables, (), shares)


def _require_articles(study: Study, extension: Extension) -> None:
    pages = read_table(study.folder, "articles", ["page_id"])["page_id"]
    gone = len(find_places(pages, extension.changed))
    own = sum(len(cut.articles) for cut in extension.changed.values())
    if not len(pages) - gone + own + sum(tally.articles for tally in extension.tallies):
        raise NothingUsable(n=len(extension.changed), reasons="")
