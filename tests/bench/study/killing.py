"""Builds killed at random moments: what is left is an old study that can be read, and a way on.

python -m tests.bench.study.killing TABLE [--times 20] [--topics 20]

Builds a study once for its bytes, then begins it again and again in the same place and kills all
its processes at a random moment, until it was killed so often; what the last build then makes is
compared to the byte. The study that stood there before is opened all the while.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from analysis.study.folder import open_study
from analysis.study.tables import read_table

ROOT = Path(__file__).parents[3]
USABLE = (0, 2)
"""What a build ends with: 2 where some rows had no text."""


def start(code: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start Python on some code, in a group of processes of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def time_build(code: str, folder: Path) -> float:
    """Let a build come to its end; return its seconds."""
    begun = time.perf_counter()
    status = start(code, folder).wait()
    if status not in USABLE:
        raise SystemExit(f"the build ended with {status}")
    return time.perf_counter() - begun


def kill_once(code: str, folder: Path, *, after: float) -> bool:
    """Start a build and kill it with all its workers; return whether it had ended before."""
    process = start(code, folder)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True


def kill_builds(table: Path, *, times: int, topics: int) -> tuple[int, bool]:
    """Kill a build some times; return how often it was killed, and whether the bytes are the same.

    Raises
    ------
    SystemExit
        When the old study cannot be read after a kill.
    """
    drawn = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        words = ["build", str(table), "-o", "study", "--topics", str(topics)]
        code = f"from analysis.cli.commands import main; raise SystemExit(main({words!r}))"
        seconds = time_build(code, folder)
        whole = {path.name: path.read_bytes() for path in (folder / "study").iterdir()}
        killed = 0
        while killed < times:
            # Each begins anew beside the whole study: in the end nothing is left to go on from.
            after = drawn.uniform(0, 1) * seconds
            killed += not kill_once(code, folder, after=after)
            _look_at(folder / "study")
            sys.stdout.write(f"killed {killed} times, the last after {after:.1f} s\n")
            sys.stdout.flush()
        shutil.rmtree(folder / "study")
        time_build(code, folder)
        again = {path.name: path.read_bytes() for path in (folder / "study").iterdir()}
        return killed, again == whole


def _look_at(folder: Path) -> None:
    study = open_study(folder)
    for name in ("articles", "article_topics"):
        if not len(read_table(study.folder, name)):
            raise SystemExit(f"{name} of the old study is empty")


def main(arguments: Sequence[str] | None = None) -> None:
    """Kill builds of a table and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--topics", type=int, default=20)
    asked = parser.parse_args(arguments)
    killed, same = kill_builds(asked.table.resolve(), times=asked.times, topics=asked.topics)
    sys.stdout.write(f"{killed} builds killed; the same bytes in the end: {same}\n")


if __name__ == "__main__":
    main()
