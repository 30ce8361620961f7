"""What is told while a study is made: how far it is, how long each stage took, what there is."""

from pathlib import Path
from time import perf_counter

from analysis.study.records import Report
from analysis.study.tables import count_rows

COUNTED = ("pages", "articles", "passages", "terms", "topics")
"""The tables whose rows a build tells."""


class Stages:
    """Passes a build's progress on and keeps how long each stage took, in seconds."""

    def __init__(self, report: Report | None) -> None:
        self.seconds: dict[str, float] = {}
        self._report = report
        self._since = perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear that ``done`` of ``total`` of a stage are done."""
        now = perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now
        if self._report:
            self._report(stage, done, total)


def count_tables(folder: Path) -> dict[str, int]:
    """Return how many rows the counted tables of a study have."""
    return {name: count_rows(folder, name) for name in COUNTED}
