"""Where the work on batches runs: in this process, in local processes, or on a Dask cluster."""

import gc
import os
import platform
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Generic, TypeVar

import joblib
import pyarrow as pa
from joblib.externals.loky.process_executor import TerminatedWorkerError

from analysis.errors import LostWorkers, NoEngine
from analysis.study.memory import own_peak

ENGINES = ("local", "dask")
# Seconds: a scheduler that is there answers at once, on a slow network in two or three.
_ANSWERS_WITHIN = 10
# A worker that dies takes its batch along; a batch that kills every worker has too little memory.
_TRIES = 3

_END: Any = object()

# A worker that has grown makes room for a fresh one: that is how it is meant to be.
warnings.filterwarnings("ignore", "A worker stopped while some jobs", UserWarning)

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

FEW = 5_000
"""Articles of a study that are counted before another process has started."""


@dataclass(frozen=True, slots=True)
class Runner:
    """Does the same work to many batches; ``processes`` None means in this process.

    ``peaks`` is the most memory, in MB, that each other process told it held, by its number.
    """

    engine: Engine
    processes: int | None = None
    peaks: dict[tuple[str, int], float] = field(default_factory=dict)
    _open: "list[_Retried[Any, Any]]" = field(default_factory=list)

    def map(
        self, work: Callable[[Item], Result], items: Iterable[Item], *, ahead: bool = False
    ) -> Iterator[Result]:
        """Return what yields ``work(item)`` for each item, in order, as the results come.

        Other processes begin at once and take items as results are asked for, so that few are held;
        ``ahead`` hands out all at once, to be done while this process does something else. In this
        process an item is done when its result is asked for. What a worker that died had begun is
        done again, so ``work`` must give the same whenever it is done.

        Raises
        ------
        LostWorkers
            When workers die again and again over the same items.
        """
        if self.processes is None:
            return map(work, items)
        results = _Retried(work, items, self, ahead=ahead)
        self._open.append(results)
        return results

    def close(self) -> None:
        """Give up what was handed out and not asked for."""
        for results in self._open:
            results.close()


@contextmanager
def start_engine(engine: Engine, *, few: bool = False) -> Iterator[Runner]:
    """Give what runs work on an engine.

    ``few`` says that there is little to do: starting a process costs more than that. On a cluster
    ``work`` and the items travel; the workers need the package, and the folder that they write to.

    Raises
    ------
    NoEngine
        When Dask is asked for and is not installed, or no scheduler answers.
    """
    with ExitStack() as stack:
        if engine.name == "dask":
            _join_cluster(engine, stack)
        elif few or engine.workers == 1:
            yield Runner(engine)
            return
        runner = Runner(engine, engine.workers or -1)
        stack.callback(runner.close)
        yield runner


@dataclass(frozen=True, slots=True)
class _Done(Generic[Result]):
    """A result, the host and number of the process that found it, the most that it held, in MB."""

    result: Result
    process: tuple[str, int]
    peak: float


def _do(work: Callable[[Item], Result], item: Item) -> _Done[Result]:
    # A batch makes a hundred thousand records and no circles: looking for those takes a tenth of
    # the time.
    gc.disable()
    try:
        result = work(item)
    finally:
        gc.enable()
        # What tables held goes back: a worker that seems to grow is replaced, which takes seconds.
        pa.default_memory_pool().release_unused()
    return _Done(result, (platform.node(), os.getpid()), own_peak() or 0.0)


class _Retried(Iterator[Result], Generic[Item, Result]):
    """Results in order; what dead workers took along is handed out again."""

    def __init__(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        runner: Runner,
        *,
        ahead: bool,
    ) -> None:
        self._work = joblib.delayed(_do)
        self._asked = work
        self._peaks = runner.peaks
        self._left = iter(items)
        # A task is a batch already: joblib shall not make larger ones of them.
        self._way: dict[str, object] = {"n_jobs": runner.processes, "batch_size": 1}
        self._way |= {"return_as": "generator"} | ({"pre_dispatch": "all"} if ahead else {})
        self._out: deque[Item] = deque()
        self._lost = 0
        self._results = self._begin()

    def __next__(self) -> Result:
        while True:
            try:
                done = next(self._results)
            except TerminatedWorkerError as error:
                self._lost += 1
                if self._lost >= _TRIES:
                    raise LostWorkers(n=self._lost) from error
                self._results = self._begin()
                continue
            self._out.popleft()
            self._lost = 0
            self._peaks[done.process] = done.peak
            return done.result

    def close(self) -> None:
        """Hand out nothing more, and wait for what is out: a process is not torn from its work."""
        self._left = iter(())
        # What it is written to may be gone by now.
        with suppress(OSError, TerminatedWorkerError):
            deque(self._results, maxlen=0)

    def _begin(self) -> Generator[_Done[Result], None, None]:
        again, self._out = self._out, deque()
        self._left = chain(again, self._left)
        parallel = joblib.Parallel(**self._way)
        results: Generator[_Done[Result], None, None] = parallel(
            self._work(self._asked, item) for item in self._take()
        )
        return results

    def _take(self) -> Iterator[Item]:
        while (item := next(self._left, _END)) is not _END:
            self._out.append(item)
            yield item


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
