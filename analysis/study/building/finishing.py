"""From counted batches to a whole study: fitted, placed, put into words, written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from analysis.study.alarming import alarm_topics
from analysis.study.building.gathering import Hands
from analysis.study.building.sharing import (
    OF_SHARES,
    Placing,
    Sharing,
    keep_model,
    keep_shares,
    place_tally,
)
from analysis.study.building.tallying import CountFiles, Tally
from analysis.study.draft import Draft
from analysis.study.explain import MODEL
from analysis.study.fitting import Fit, fit_parts
from analysis.study.folder import digest_file
from analysis.study.laying import mix_shares
from analysis.study.naming import quote_study
from analysis.study.recipe import NAME, Recipe, dump_recipe
from analysis.study.tables import write_table
from analysis.theme.records import Model
from analysis.theme.storage import model_arrays

Written = tuple[str, str]
"""The name of a table and the digest of its file."""


class Order(Protocol):
    """The order to write one table, which travels to a worker."""

    def write(self) -> Written:
        """Write the table; return its name and digest."""


def write_order(order: Order) -> Written:
    """Write what an order asks for."""
    return order.write()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a study is finished by: its recipe, the model before, the batches, where it is written.

    ``orders`` are the tables of pages, which are written while topics are looked for.
    """

    target: Path
    recipe: Recipe
    old: Model | None
    tallies: tuple[Tally, ...]
    orders: Sequence[Order] = ()


def finish_study(hands: Hands, plan: Plan, known: Mapping[str, str]) -> Fit:
    """Fit the batches of a study, and write all that is not there; return the fit.

    ``known`` are the digests of tables that lie in its folder already.

    Raises
    ------
    NoWords, TooFewWords
        When the texts are too few for what is asked.
    """
    written = hands.runner.map(write_order, plan.orders, ahead=True)
    fit = fit_parts(
        CountFiles(plan.tallies),
        plan.recipe,
        old=plan.old,
        place=partial(place_all, hands, plan.tallies),
        report=hands.report,
    )
    shared = hands.runner.map(write_order, order_shares(hands, plan, fit), ahead=True)
    digests = {**known, **dict(_collect(hands, written, len(plan.orders)))}
    digests |= write_words(hands, plan.target, fit)
    hands.report("quotations", 1, 1)
    digests |= dict(shared) | {"model": write_model(plan.target, fit.model)}
    data = dump_recipe(fit.recipe.with_tables(digests))
    (plan.target / NAME).write_bytes(data)
    hands.report("write", 1, 1)
    return fit


def _collect(hands: Hands, written: Iterable[Written], total: int) -> Iterator[Written]:
    for done, one in enumerate(written, 1):
        hands.report("copies", done, total)
        yield one


def place_all(hands: Hands, tallies: Sequence[Tally], model: Model) -> NDArray[np.float64]:
    """Return the share of each part of a model in the articles of all batches."""
    path = keep_model(hands.workshop, model)
    orders = (Placing(tally, path) for tally in tallies)
    shares = [np.zeros((0, len(model.parts)))]
    for one in hands.runner.map(place_tally, orders):
        shares.append(one)
        hands.report("placing", len(shares) - 1, len(tallies))
    return np.concatenate(shares)


def order_shares(hands: Hands, plan: Plan, fit: Fit) -> list[Sharing]:
    """Return the orders to write the tables of shares."""
    model = keep_model(hands.workshop, fit.model)
    shares = keep_shares(hands.workshop, model, fit.shares)
    return [Sharing(plan.target, name, plan.tallies, model, shares) for name in OF_SHARES]


def write_words(hands: Hands, target: Path, fit: Fit) -> dict[str, str]:
    """Write the tables of topics and themes, and what they are in words; return the digests."""
    shares = mix_shares(fit.model, fit.shares)
    draft = Draft(target, fit.tables, shares)
    run = partial(hands.runner.map, ahead=True)
    quoted = quote_study(draft, fit.model, fit.recipe, run=run)
    tables = {**fit.tables, **quoted}
    tables["topics"] = alarm_topics(Draft(target, tables, shares), fit.recipe.words)
    return {name: write_table(table, target, name) for name, table in tables.items()}


def write_model(target: Path, model: Model) -> str:
    """Write a model to the folder of its study, and return the digest of its file."""
    np.savez(target / MODEL, allow_pickle=False, **model_arrays(model))
    return digest_file(target / MODEL)
