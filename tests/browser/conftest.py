"""A real dashboard and a real headless Chromium; under CI a missing Chromium is a failure."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
ARGUMENTS = (
    "--no-sandbox",  # root in a container may not use it; the pages are our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
STARTS_WITHIN = 60


def pytest_collection_modifyitems(items):
    """Mark what lies here, and skip it where there is no browser; never under CI."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="no Chromium; name one in CHROMIUM"))


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Start the dashboard as `baoti open` does, on a free port with a fresh home."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path_factory.mktemp("server") / "log").open("w+", encoding="utf-8")
    environment = {**os.environ, "BAOTI_HOME": str(tmp_path_factory.mktemp("server-home"))}
    command = [sys.executable, "-m", "analysis", "open", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/_stcore/health", process, log)
        yield address
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def _wait_for(address, process, log):
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    log.seek(0)
    pytest.fail(f"the dashboard did not start:\n{log.read()}")


@pytest.fixture(scope="session")
def chromium():
    """Start one Chromium for all tests."""
    assert CHROMIUM, "CI runs the browser tests: install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


# A page stands still when its script has run, what it loads is there, and nothing changed for a
# while: longer on a busy machine, shorter on an idle one than any fixed time would be.
STILL = """([quiet, longest]) => new Promise((resolve, reject) => {
  const begun = performance.now();
  let last = begun;
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  (function look() {
    const now = performance.now();
    const busy = !document.querySelector("[data-test-script-state=notRunning]")
      || document.querySelector("[data-testid=stSkeleton]") || document.fonts.status != "loaded"
      || [...document.images].some(image => image.loading != "lazy" && !image.complete);
    if (busy || now - last < quiet) {
      if (now - begun < longest) return setTimeout(look, 50);
      reject(new Error("the page does not come to rest"));
    }
    watch.disconnect();
    resolve();
  })();
})"""
QUIET, LONGEST = 350, 60_000  # ms


class Tabs:
    """The tabs of a browser, used again by one visitor after another.

    A window of its own for each visit costs a second of the processor, and what has been loaded
    once need not be again.
    """

    def __init__(self, browser):
        # Moving pictures take the processor's time, and nothing here is about them.
        self._context = browser.new_context(
            accept_downloads=True, locale="zh-CN", reduced_motion="reduce"
        )
        # An expectation has five seconds of its own, too few on a busy machine.
        self._context.set_default_timeout(LONGEST)
        expect.set_options(timeout=LONGEST)
        self._free = []

    def take(self, *, width, height, look):
        """Return a tab of a size and a look that nobody uses."""
        page = self._free.pop() if self._free else self._context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=look)
        return page

    def give_back(self, page):
        """Make a tab as a new one: nothing is kept, and nothing goes on in it."""
        page.unroute_all()
        page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        self._free.append(page)


class Reader:
    """A visitor with a tab of their own, who notes every request and complaint."""

    def __init__(self, tabs, address, **shown):
        self.page = tabs.take(**shown)
        self.address = address
        self.requests = []
        self.complaints = []
        self._tabs = tabs
        self._heard = {
            "request": lambda request: self.requests.append(request.url),
            "pageerror": lambda error: self.complaints.append(str(error)),
            "console": self._hear,
        }
        for event, hear in self._heard.items():
            self.page.on(event, hear)

    def _hear(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def leave(self):
        """Hear no more and give the tab back: an open page goes on to take the processor's time."""
        if not self._heard:
            return
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)
        self._heard = {}
        self._tabs.give_back(self.page)

    def open(self, path="/"):
        """Open a page of the dashboard and wait until it stands still."""
        self.page.goto(self.address + path)
        return self.settle()

    def settle(self):
        """Wait until the script has run and nothing is drawn any more."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        self.page.wait_for_selector("[data-testid=stMain] [data-testid=stElementContainer]")
        self.page.evaluate(STILL, [QUIET, LONGEST])
        return self.page

    def choose_row(self, number):
        """Choose a row of the first table, which is painted and has no elements to click."""
        table = self.page.locator("[data-testid=stDataFrame]").first
        table.scroll_into_view_if_needed()
        table.locator("[role=gridcell]").first.wait_for(state="attached")
        self.settle()
        box = table.bounding_box()
        self.page.mouse.click(box["x"] + 17, box["y"] + 35 * (number + 1) + 17)

    def download(self, label, number=0):
        """Open the download menu of a chart, take one file, and return its name and bytes."""
        self.page.get_by_role("button", name="下载", exact=False).nth(number).click()
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=label).click()
        self.page.keyboard.press("Escape")
        # A menu that is opened while the server still hears of its closing is closed again.
        self.settle()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="session")
def tabs(chromium):
    """Return the tabs of all tests."""
    return Tabs(chromium)


@pytest.fixture(scope="module")
def visitors():
    """Return a list of those who are there; at the end of the module all leave."""
    there = []
    yield there
    for one in there:
        one.leave()


@pytest.fixture(autouse=True)
def _farewell(visitors):
    """Let those leave who came for one test."""
    stay = len(visitors)
    yield
    for one in visitors[stay:]:
        one.leave()
    del visitors[stay:]


@pytest.fixture(scope="module")
def visitor(tabs, server, visitors):
    """Return a function that gives a visitor, by default at 1440 pixels in the light look."""

    def come(width=1440, height=1000, look="light"):
        one = Reader(tabs, server, width=width, height=height, look=look)
        visitors.append(one)
        return one

    return come
