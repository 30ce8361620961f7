"""How long the dashboard takes to answer a change of the filters, seen by a real browser.

python -m tests.bench.ui STUDY [STUDY …] [--repeats 5]

For each study a server is started as ``baoti open`` does, and each page is opened twice: the
second time the server is warm. Then filters are set one after another. Server time is what its
process computes, by the clock of the CPU. An answer lasts from the message that the browser sends
to the last one that it gets, read at the WebSocket; on few cores it is longer, for the browser
draws the first charts while the server makes the last. Needs a Chromium.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
PATHS = ("", "themes", "articles", "compare", "pages", "model")
SEARCHES = ("职工", "养老", "“社会保险”", "环境 -污染", "北京")
COLUMNS = (
    "study",
    "page",
    "first content, s",
    "server, median s",
    "server, worst s",
    "answer, median s",
    "answer, worst s",
    "most KB",
)
QUIET = 0.6
"""An answer has ended when nothing came for so many seconds and the script stands still."""


class Answer(NamedTuple):
    """Seconds until the last message, seconds that the server computed, bytes received."""

    seconds: float
    server: float
    received: int


class Wire:
    """What passes between a page and the server: when, and how many bytes."""

    def __init__(self, page: Page, server: psutil.Process) -> None:
        self.page, self.server = page, server
        self.computed = 0.0
        self.sent = self.last = time.perf_counter()
        self.received = 0
        page.on("websocket", self._listen)

    def _listen(self, socket_) -> None:
        socket_.on("framesent", self._send)
        socket_.on("framereceived", self._receive)

    def _send(self, _: bytes | str) -> None:
        if not self.received:
            self.sent = time.perf_counter()

    def _receive(self, payload: bytes | str) -> None:
        self.last = time.perf_counter()
        self.received += len(payload)

    def start(self) -> None:
        """Begin to count."""
        self.sent = self.last = time.perf_counter()
        self.received = 0
        self.computed = self._read_clock()

    def wait(self) -> Answer:
        """Return the answer when the page stands still."""
        while time.perf_counter() - max(self.sent, self.last) < QUIET or not self.received:
            self.page.wait_for_timeout(50)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        return Answer(self.last - self.sent, self._read_clock() - self.computed, self.received)

    def _read_clock(self) -> float:
        spent = self.server.cpu_times()
        return spent.user + spent.system


@contextmanager
def serve(study: str) -> Iterator[tuple[str, psutil.Process]]:
    """Start a dashboard on a study, as ``baoti open`` does; yield its address and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "analysis", "open", study, "--port", str(port)]
        environment = {**os.environ, "BAOTI_HOME": home}
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/_stcore/health")
            yield address, psutil.Process(process.pid)
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the dashboard did not start")


def measure(wire: Wire, address: str, repeats: int) -> tuple[Answer, list[Answer]]:
    """Return the first content of a warm server, and the answers to changes of the filters."""
    page, answers = wire.page, []
    for _ in range(2):
        wire.start()
        page.goto(address)
        opened = wire.wait()
    field = page.get_by_role("textbox", name="全文搜索")
    for search in (SEARCHES * repeats)[:repeats]:
        field.fill(search)
        wire.start()
        field.press("Enter")
        answers.append(wire.wait())
    boxes = page.get_by_test_id("stSidebar").get_by_role("checkbox")
    field.fill("")
    field.press("Enter")
    wire.wait()
    for place in [number for number in (0, 1, 0, 1) if boxes.count() > number]:
        wire.start()
        boxes.nth(place).click(force=True)
        answers.append(wire.wait())
    return opened, answers


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every page of the named studies and print a table, a line as soon as it is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("studies", nargs="+")
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args(arguments)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    _write(*COLUMNS)
    _write(*["---"] * len(COLUMNS))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for study in asked.studies:
            with serve(study) as (address, server):
                for path in PATHS:
                    page = browser.new_page(viewport={"width": 1440, "height": 1000})
                    found = measure(Wire(page, server), f"{address}/{path}", asked.repeats)
                    _write(Path(study).name, path or "overview", *_tell(*found))
                    page.close()
        browser.close()


def _tell(opened: Answer, answers: Sequence[Answer]) -> Iterator[str]:
    yield f"{opened.seconds:.2f}"
    for seconds in (
        [answer.server for answer in answers],
        [answer.seconds for answer in answers],
    ):
        yield f"{statistics.median(seconds):.2f}"
        yield f"{max(seconds):.2f}"
    yield f"{max(answer.received for answer in answers) / 1000:.0f}"


def _write(*cells: str) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
