"""Runs of several ways on several sizes, what they say of each other, and tables of them."""

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.watching import Watched

OURS = "Baoti"
HEAD = (
    "texts",
    "way",
    "s",
    "s of CPU",
    "MB of text a s",
    "ms a text",
    "peak MB, summed",
    "peak MB, shared pages once",
    "s, times ours",
    "CPU, times ours",
    "peak, times ours",
    "growth of s",
    "growth of CPU",
    "NPMI of ten words",
    "loss above exact",
)
STAGES = ("texts", "way", "seconds of each stage")


@dataclass(frozen=True, slots=True)
class Run:
    """One side on one size: what it took and what it found.

    ``text`` is the MB (10^6 bytes of UTF-8) of headlines and bodies; ``words`` are the strongest
    of each topic; ``loss`` is how far it is above that of an exact solver, as a share of it.
    """

    size: int
    way: str
    text: float
    took: Watched
    stages: dict[str, float]
    words: list[list[str]]
    coherence: float | None = None
    loss: float | None = None


def measure_growth(sizes: tuple[float, float], spent: tuple[float, float]) -> float:
    """Return how many times as much is spent when there is twice as much to do.

    Examples
    --------
    >>> round(measure_growth((1_000, 4_000), (1.0, 9.0)), 3)
    3.0
    """
    return float((spent[1] / spent[0]) ** (1 / math.log2(sizes[1] / sizes[0])))


def write_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def give_out(text: str, output: Path | None) -> None:
    """Write a text to standard output, and to a file where one is asked for."""
    sys.stdout.write(text)
    if output:
        output.write_text(text, encoding="utf-8")


def tell_runs(runs: Sequence[Run]) -> list[list[str]]:
    """Return the cells of a table with a row for each run, in their order."""
    ours = {run.size: run for run in runs if run.way == OURS}
    rows: list[list[str]] = []
    last: dict[str, Run] = {}
    for run in runs:
        rows.append([*_tell_own(run), *_tell_ratios(run, ours[run.size], last.get(run.way))])
        last[run.way] = run
    return rows


def _tell_own(run: Run) -> Iterator[str]:
    took = run.took
    yield from (f"{run.size:,}", run.way, f"{took.seconds:.1f}", f"{took.computed:.1f}")
    yield f"{run.text / took.seconds:.2f}"
    yield f"{1000 * took.seconds / run.size:.2f}"
    yield from (f"{took.resident:,.0f}", f"{took.proportional:,.0f}")


def _tell_ratios(run: Run, ours: Run, before: Run | None) -> Iterator[str]:
    for name in ("seconds", "computed", "resident"):
        yield f"{getattr(run.took, name) / getattr(ours.took, name):.2f}"
    for name in ("seconds", "computed"):
        yield "" if before is None else f"{_grow(before, run, name):.2f}"
    yield "" if run.coherence is None else f"{run.coherence:.3f}"
    yield "" if run.loss is None else f"{100 * run.loss:+.2f} %"


def _grow(before: Run, run: Run, name: str) -> float:
    spent = (getattr(before.took, name), getattr(run.took, name))
    return measure_growth((before.size, run.size), spent)


def tell_stages(runs: Sequence[Run]) -> list[list[str]]:
    """Return the cells of a table of stages, a row for each run."""
    return [
        [f"{run.size:,}", run.way, ", ".join(f"{one} {s:.1f}" for one, s in run.stages.items())]
        for run in runs
    ]
