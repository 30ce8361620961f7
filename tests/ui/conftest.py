"""The dashboard without a browser: the app script, run as Streamlit runs it for a visitor."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def visit():
    """Return a function that opens a page of the dashboard at an address."""

    def open_page(page="overview", /, **query):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in query.items():
            app.query_params[name] = value
        if page != "overview":
            # Before its first run an app knows a page by its file's name, which is that in the
            # address: it opens there at once, as a link does.
            app.switch_page(f"analysis/ui/pages/{page}.py")
        return app.run()

    return open_page


def run_apart(coroutine):
    """Return what a coroutine gives, run in a thread of its own.

    A browser test leaves a loop that runs in the thread of the tests.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
