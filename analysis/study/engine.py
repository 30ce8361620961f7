"""Where the per-file work runs: in this process, in local processes, or on a Dask cluster."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TypeVar

import joblib

from analysis.errors import NoEngine

ENGINES = ("local", "dask")
# Pages to a task: fewer, larger tasks than pages, because handing one over costs more than a page.
BATCH = 64
# Seconds: a scheduler that is there answers at once, on a slow network in two or three.
_ANSWERS_WITHIN = 10

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Engine:
    """``name`` is one of ``ENGINES``; ``workers`` None means one a core; ``address`` is Dask's."""

    name: str = "local"
    workers: int | None = None
    address: str | None = None


LOCAL = Engine()
"""One process a core of this machine."""


def map_items(
    work: Callable[[Item], Result], items: Sequence[Item], engine: Engine
) -> Iterator[Result]:
    """Yield ``work(item)`` for each item, in order, as the results come.

    Few items are done in this process: starting another costs more than they do. On a cluster
    ``work`` and the items travel, so that the workers need the package and nothing else.

    Raises
    ------
    NoEngine
        When Dask is asked for and is not installed, or no scheduler answers.
    """
    if engine.name == "local" and (engine.workers == 1 or len(items) <= BATCH):
        yield from map(work, items)
        return
    batches = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    with ExitStack() as stack:
        if engine.name == "dask":
            _join_cluster(engine, stack)
        parallel = joblib.Parallel(n_jobs=engine.workers or -1, return_as="generator")
        for results in parallel(joblib.delayed(_map_batch)(work, batch) for batch in batches):
            yield from results


def _map_batch(work: Callable[[Item], Result], batch: Sequence[Item]) -> list[Result]:
    return [work(item) for item in batch]


def _join_cluster(engine: Engine, stack: ExitStack) -> None:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, loaded when it is asked for
    except ImportError as error:
        fault = "install it with: pip install 'dask[distributed]'"
        raise NoEngine(engine="dask", fault=fault) from error
    try:
        client = Client(engine.address, timeout=_ANSWERS_WITHIN)
    except (OSError, ValueError) as error:
        raise NoEngine(engine="dask", fault=f"{engine.address}: {error}") from error
    stack.enter_context(client)
    stack.enter_context(joblib.parallel_config(backend="dask"))
