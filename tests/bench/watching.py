"""A command run in processes of its own, and what they take together: time, memory, CPU."""

import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
EVERY = 0.05
"""Seconds between two looks at the memory; a peak that is shorter may be missed."""
# Who belongs to the tree is asked anew at every so many looks, and the shares of common pages:
# both cost milliseconds, which the command would lack on a machine of few cores.
_FAMILY, _SHARES = 5, 10


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command took, with all the processes that it started.

    ``seconds`` until it ended; ``computed`` seconds of CPU, user and system; ``resident`` and
    ``proportional`` are the most memory at one time in MB (2^20 bytes). The first adds up the
    resident pages of each process, so that a page counts in each that holds it; the second counts
    a page once, however many hold it.
    """

    output: str
    seconds: float
    computed: float
    resident: float
    proportional: float


class _Tree:
    """A process and all below it, looked at again and again."""

    def __init__(self, root: psutil.Process) -> None:
        self.root, self.family, self.looks = root, [root], 0
        self.resident = self.proportional = 0
        self.spent: dict[psutil.Process, float] = {}

    def look(self) -> None:
        """Note what the processes hold and have computed."""
        if self.looks % _FAMILY == 0:
            with suppress(psutil.Error):
                self.family = [self.root, *self.root.children(recursive=True)]
        self.resident = max(self.resident, sum(map(self._look_at, self.family)))
        if self.looks % _SHARES == 0:
            self.proportional = max(self.proportional, sum(map(_read_share, self.family)))
        self.looks += 1

    def _look_at(self, process: psutil.Process) -> int:
        # It may be gone since it was listed.
        with suppress(psutil.Error):
            spent = process.cpu_times()
            self.spent[process] = spent.user + spent.system
            return int(process.memory_info().rss)
        return 0


def _read_share(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(getattr(process.memory_full_info(), "pss", 0))
    return 0


def watch_command(
    command: Sequence[str], *, right: Sequence[int] = (0,), every: float = EVERY
) -> Watched:
    """Run a command from the root of the checkout to its end and return what it took.

    Parameters
    ----------
    right : sequence of int
        Exit statuses that are no failure.

    Raises
    ------
    RuntimeError
        When it ends with another status; the end of its standard error is told.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        before, start = _read_clock(), time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=errors)
        tree = _Tree(psutil.Process(process.pid))
        while True:
            tree.look()
            with suppress(subprocess.TimeoutExpired):
                process.wait(every)
                break
        seconds = time.perf_counter() - start
        # What the system says at the end is exact, but leaves out who was not waited for.
        computed = max(_read_clock() - before, sum(tree.spent.values()))
        for file in (output, errors):
            file.seek(0)
        if process.returncode not in right:
            told = errors.read().decode(errors="replace")[-2_000:]
            raise RuntimeError(f"{' '.join(command)}: status {process.returncode}\n{told}")
        written = output.read().decode()
    megabyte = 1 << 20
    return Watched(
        written, seconds, computed, tree.resident / megabyte, tree.proportional / megabyte
    )


def _read_clock() -> float:
    spent = psutil.Process().cpu_times()
    return float(spent.children_user + spent.children_system)
