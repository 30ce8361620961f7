"""The server's own routes, asked as a browser asks them."""

import asyncio

from starlette.applications import Starlette

from analysis.ui.server import make_routes
from tests.ui.conftest import run_apart

WITHIN = 10
APP = Starlette(routes=make_routes(("overview", "articles")))


class Reader:
    """Asks the server's routes for an address as a browser does; ``leave`` closes the connection.

    ``stops_at`` is after which piece the reader takes no more.
    """

    def __init__(self, address, *, method="GET", stops_at=None, **headers):
        path, _, query = address.partition("?")
        self.scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        self.sent, self.left, self._stops_at = [], asyncio.Event(), stops_at
        self._asked = False

    async def ask(self):
        """Ask, and read until the answer ends."""
        await APP(self.scope, self._receive, self._send)

    async def _receive(self):
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message):
        self.sent.append(message)
        if self._stops_at is not None and len(self.sent) > self._stops_at:
            self.left.set()
            await asyncio.Event().wait()

    @property
    def status(self):
        """The status of the answer."""
        return self.sent[0]["status"]

    @property
    def headers(self):
        """The headers of the answer."""
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    @property
    def text(self):
        """The answer."""
        return b"".join(one.get("body", b"") for one in self.sent[1:]).decode()


def get(address, **asked):
    """Return a reader who has the whole answer."""

    async def ask():
        reader = Reader(address, **asked)
        await asyncio.wait_for(reader.ask(), WITHIN)
        return reader

    return run_apart(ask())
