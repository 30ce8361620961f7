"""How long the dashboard takes to answer a change of the filters, seen by a real browser.

python -m tests.bench.ui STUDY [STUDY …] [--repeats 5]

For each study a server is started as ``baoti open`` does, and each page is opened twice: the
second time the server is warm. Then filters are set one after another, and words are searched for
that nobody has searched for before. Server time is what its process computes, by the clock of the
CPU. An answer lasts from the message that the browser sends to the last one that it gets, read at
the WebSocket; on few cores it is longer, for the browser draws the first charts while the server
makes the last. A second table has the memory of the server, read while all pages are visited, and
what a search takes by itself. Needs a Chromium.
"""

import argparse
import os
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from analysis.study.folder import open_study
from analysis.study.search import search_texts
from tests.bench.serving import Answer, Peak, Wire, read_memory, serve

PATHS = ("", "themes", "articles", "compare", "pages", "model")
SEARCHES = (
    *("职工", "养老", "“社会保险”", "环境 -污染", "北京", "上海 经济", "改革", "农民"),
    *("学校", "-会议 企业", "森林", "法律", "“人民 生活”", "科技", "医院", "体育"),
    *("安全", "交通 铁路", "粮食", "文化", "大学", "卫生", "工业", "市场 -价格"),
    *("电影", "河流", "机器", "出口", "青年", "“劳动 模范”"),
)
"""As many as the pages ask for: a search is made once and then remembered."""

COLUMNS = (
    "study",
    "page",
    "first content, s",
    "filter: server, median s",
    "worst s",
    "search: server, median s",
    "worst s",
    "answer, median s",
    "worst s",
    "most KB",
)
OF_SERVER = (
    "study",
    "memory when opened, MB",
    "peak over all pages, MB",
    "a search alone, median s",
    "worst s",
    "the same by the clock of the CPU, median s",
)


class Measured(NamedTuple):
    """Of one page: its first content, MB then, and the answers to filters and to searches."""

    opened: Answer
    memory: float
    filtered: Sequence[Answer]
    searched: Sequence[Answer]


def measure(wire: Wire, address: str, searches: Sequence[str]) -> Measured:
    """Return the first content of a warm server, and the answers to changes of the filters."""
    page, searched, filtered = wire.page, [], []
    for _ in range(2):
        wire.start()
        page.goto(address, timeout=0)
        opened = wire.wait()
    memory = read_memory(wire.server)
    field = page.get_by_role("textbox", name="全文搜索")
    for search in searches:
        field.fill(search)
        wire.start()
        field.press("Enter")
        searched.append(wire.wait())
    boxes = page.get_by_test_id("stSidebar").get_by_role("checkbox")
    field.fill("")
    wire.start()
    field.press("Enter")
    wire.wait()
    for place in [number for number in (0, 1, 0, 1) if boxes.count() > number]:
        wire.start()
        boxes.nth(place).click(force=True)
        filtered.append(wire.wait())
    return Measured(opened, memory, filtered, searched)


def search_alone(study: str, searches: Sequence[str]) -> Iterator[tuple[float, float]]:
    """Yield the seconds that each search takes, and those that the CPU works for it."""
    opened = open_study(study)
    for search in searches:
        clock, computed = time.perf_counter(), time.process_time()
        search_texts(opened, search)
        yield time.perf_counter() - clock, time.process_time() - computed


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every page of the named studies and print tables, a line as soon as it is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("studies", nargs="+")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--pages", nargs="+", default=PATHS, choices=[*PATHS[1:], "overview"])
    asked = parser.parse_args(arguments)
    _head(COLUMNS)
    told = [_measure_study(study, asked.pages, asked.repeats) for study in asked.studies]
    sys.stdout.write("\n")
    _head(OF_SERVER)
    for cells in told:
        _write(*cells)


def _measure_study(study: str, paths: Sequence[str], repeats: int) -> Sequence[str]:
    """Write a line for each page; return that of the server."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    name, searches = Path(study).name, iter(SEARCHES)
    with sync_playwright() as playwright, serve(study) as (address, server):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with Peak(server) as peak:
            opened = 0.0
            for path in paths:
                page = browser.new_page(viewport={"width": 1440, "height": 1000})
                wire, words = Wire(page, server), tuple(islice(searches, repeats))
                found = measure(wire, f"{address}/{path.removeprefix('overview')}", words)
                opened = opened or found.memory
                _write(name, path or "overview", *_tell(found))
                page.close()
        browser.close()
    seconds, computed = zip(*search_alone(study, SEARCHES[:6]), strict=True)
    spent = (*_span(seconds), f"{statistics.median(computed):.2f}")
    return (name, f"{opened:.0f}", f"{peak.found:.0f}", *spent)


def _tell(found: Measured) -> Iterator[str]:
    answers = (*found.filtered, *found.searched)
    yield f"{found.opened.seconds:.2f}"
    yield from _span([answer.server for answer in found.filtered])
    yield from _span([answer.server for answer in found.searched])
    yield from _span([answer.seconds for answer in answers])
    yield f"{max(answer.received for answer in answers) / 1000:.0f}"


def _span(seconds: Sequence[float]) -> tuple[str, str]:
    return f"{statistics.median(seconds):.2f}", f"{max(seconds):.2f}"


def _head(cells: Sequence[str]) -> None:
    _write(*cells)
    _write(*["---"] * len(cells))


def _write(*cells: str) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
