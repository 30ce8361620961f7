"""All inputs cut to batches and settled; all batches counted: the two rounds of a build."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.press.mending import Misfit
from analysis.press.records import PageCut
from analysis.press.stories import Link
from analysis.study.building.batches import (
    Batch,
    Cutting,
    Edits,
    cut_batch,
    order_cutting,
    sort_edits,
)
from analysis.study.building.dealing import (
    Given,
    Piece,
    Told,
    count_bytes,
    deal_inputs,
    list_faults,
    tell_inputs,
)
from analysis.study.building.settling import Census, settle_batches
from analysis.study.building.tallying import Source, Tally, Tallying, tally_batch
from analysis.study.building.workshop import Workshop
from analysis.study.engine import Runner
from analysis.study.recipe import Recipe, RecipeInput
from analysis.study.records import Failure, Report

_KILOBYTE = 1_000

Rows = Sequence[Mapping[str, Any]]
"""The edits of a recipe."""


@dataclass(frozen=True, slots=True)
class There:
    """The study that inputs are added to: its pages, id to source, and those whose stories jump."""

    known: Mapping[str, str]
    jumping: Sequence[PageCut]


NOTHING = There({}, ())


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was given, in batches as they go into the study.

    ``changed`` are pages of the study itself whose stories go on in the new ones, or come from
    there; ``edited`` are the pages that edits are about, as far as they were met; ``strays`` are
    edits of stories that fit nothing.
    """

    batches: tuple[Batch, ...]
    inputs: tuple[RecipeInput, ...]
    failures: tuple[Failure, ...]
    misfits: tuple[Misfit, ...]
    edited: frozenset[str]
    strays: tuple[Mapping[str, Any], ...]
    changed: Mapping[str, PageCut]
    links: tuple[Link, ...]

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return sum(batch.articles for batch in self.batches)


@dataclass(frozen=True, slots=True)
class Hands:
    """A workshop, whoever works in it, and who is told how far it is."""

    workshop: Workshop
    runner: Runner
    report: Report


def gather_batches(
    hands: Hands, inputs: Sequence[Given], edits: Rows, there: There = NOTHING
) -> Gathered:
    """Cut all inputs, a batch at a time, and settle what only all of them tell.

    ``edits`` are those of the recipe, done to the pages as they are cut.
    """
    census, owners = Census(there.known), list[tuple[int, ...]]()
    failures: list[Told] = list_faults(inputs)
    batches: list[Batch] = []
    of_pages = sort_edits(edits)
    for piece, batch in _cut_all(hands, inputs, of_pages):
        census.count(len(batches), batch)
        batches.append(batch)
        owners.append(piece.owners)
        failures += piece.faults
        failures += [(piece.owners[number], failure) for number, failure in batch.failures]
    settled = settle_batches(hands.workshop, batches, edits, census, there.jumping)
    # A page is of the first input of its batch: where there are several, the failure names it.
    failures += [(owners[number][0], failure) for number, failure in settled.twins]
    failures.sort(key=lambda told: told[0])
    return Gathered(
        batches=settled.batches,
        inputs=tell_inputs(inputs, failures),
        failures=tuple(failure for _, failure in failures),
        misfits=tuple(misfit for batch in batches for misfit in batch.misfits),
        edited=frozenset(page for page in of_pages if census.has(page)),
        strays=settled.misfits,
        changed=settled.there,
        links=settled.links,
    )


def _cut_all(hands: Hands, inputs: Sequence[Given], edits: Edits) -> Iterator[tuple[Piece, Batch]]:
    """Yield each piece, without what it held, and its batch."""
    waiting: deque[Piece] = deque()
    total, done = count_bytes(inputs), 0

    def order() -> Iterator[Cutting]:
        for piece in deal_inputs(inputs):
            waiting.append(replace(piece, files=(), rows=()))
            yield order_cutting(hands.workshop, piece, edits)

    hands.report("pages", 0, _tell_size(total))
    for batch in hands.runner.map(cut_batch, order()):
        piece = waiting.popleft()
        done = min(done + piece.size, total)
        hands.report("pages", _tell_size(done), _tell_size(total))
        yield piece, batch
    hands.report("pages", _tell_size(total), _tell_size(total))


def _tell_size(size: int) -> int:
    return -(-size // _KILOBYTE)


def tally_batches(
    hands: Hands, sources: Sequence[Source], recipe: Recipe, *, whole: bool, sampled: bool = True
) -> tuple[Tally, ...]:
    """Count the articles of all batches.

    Parameters
    ----------
    whole, sampled : bool
        As ``Tallying`` says.
    """
    user, length = recipe.words.user, recipe.settings.passage_length
    orders = (Tallying(hands.workshop, source, user, length, whole, sampled) for source in sources)
    tallies: list[Tally] = []
    hands.report("tokens", 0, len(sources))
    for tally in hands.runner.map(tally_batch, orders):
        tallies.append(tally)
        hands.report("tokens", len(tallies), len(sources))
    return tuple(tallies)
