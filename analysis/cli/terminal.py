"""What the command line says and where: results to stdout, everything else to stderr."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from analysis.resources import say
from analysis.study.folder import write_file
from analysis.study.records import Failure, Report

USED, FAULT = 0, 2
"""What a command ends with: 2 where an input or a setting could not be used."""


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale: results are read by programs, Chinese must never fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def terminal_language() -> str:
    """Return "zh" where the terminal's locale is Chinese, else "en"."""
    place = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return "zh" if (place or "").lower().startswith("zh") else "en"


def tell(line: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(line + "\n")


def tell_failures(failures: Iterable[Failure]) -> bool:
    """Tell what could not be used, a line each; return whether there was any."""
    lines = [failure.zh if terminal_language() == "zh" else failure.en for failure in failures]
    for line in lines:
        tell(line)
    return bool(lines)


def put(text: str, output: Path | None = None) -> None:
    """Write a result to ``output``, whole or not at all, or to standard output."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    # Excel takes a CSV for the local code page unless it opens with a byte order mark.
    mark = "\ufeff" if output.suffix.lower() == ".csv" else ""
    write_file(output, (mark + text).encode())


def leave_closed_pipe() -> None:
    """Go on quietly when the reader of the pipe (head, less) has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def progress() -> Iterator[Report | None]:
    """Give a progress bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                words = say(f"stage.{stage}", terminal_language())
                tasks[stage] = bar.add_task(words, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield report
