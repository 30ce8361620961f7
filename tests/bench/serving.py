"""A dashboard served as ``baoti open`` serves it, and what a browser and its process tell."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple, Self

import psutil
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
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
        still = "[data-testid=stApp][data-test-script-state=notRunning]"
        # The words of a large study are counted for minutes, once.
        self.page.wait_for_selector(still, timeout=0)
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


def read_memory(server: psutil.Process) -> float:
    """Return the resident memory of a process in MB."""
    return float(server.memory_info().rss / 1e6)


class Peak:
    """The most memory that a process has, looked at twenty times a second."""

    def __init__(self, server: psutil.Process) -> None:
        self.server, self.found = server, 0.0
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.05):
            self.found = max(self.found, read_memory(self.server))
