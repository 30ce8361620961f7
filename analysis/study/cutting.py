"""Inputs to a corpus in memory: every page read and cut, every failure kept, in the same order."""

from collections.abc import Iterator, Sequence

from analysis.press.inputs import Input
from analysis.press.limits import Limits
from analysis.press.records import PageCut
from analysis.study.building.batches import Cut, cut_piece, leave_twins
from analysis.study.building.dealing import (
    Piece,
    deal_inputs,
    is_little,
    list_faults,
    sort_inputs,
    tell_inputs,
)
from analysis.study.corpus import Corpus
from analysis.study.engine import LOCAL, Engine, start_engine
from analysis.study.records import Failure, Report


def cut_inputs(
    inputs: Sequence[Input],
    *,
    engine: Engine = LOCAL,
    limits: Limits | None = None,
    report: Report | None = None,
) -> Corpus:
    """Read and cut every input; what fails is kept as a failure and the rest goes on.

    The order of ``inputs`` does not matter: pages are put in the order of their file names.
    Where ``limits`` are given they hold instead of those that an input has.
    """
    given = sort_inputs(inputs, limits)
    with start_engine(engine, few=is_little(given)) as runner:
        done = runner.map(_cut_whole, deal_inputs(given))
        cuts = list(leave_twins(_follow(done, len(given), report)))
    failures = [(number, one) for number, one in cuts if isinstance(one, Failure)]
    failures = sorted([*list_faults(given), *failures], key=lambda told: told[0])
    return Corpus(
        cuts=tuple(one for _, one in cuts if isinstance(one, PageCut)),
        inputs=tell_inputs(given, failures),
        failures=tuple(failure for _, failure in failures),
    )


def _cut_whole(piece: Piece) -> list[Cut]:
    """Return what a piece gives, with the numbers of its inputs."""
    return [*piece.faults, *((piece.owners[number], one) for number, one in cut_piece(piece))]


def _follow(done: Iterator[list[Cut]], n_inputs: int, report: Report | None) -> Iterator[Cut]:
    if report:
        report("pages", 0, n_inputs)
    for cuts in done:
        yield from cuts
        if report and cuts:
            # The inputs before the last one that is heard of are done.
            report("pages", cuts[-1][0] + 1, n_inputs)
