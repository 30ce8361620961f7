"""Offers that can be held while they are made, and readers of them."""

import asyncio
import threading

from analysis.ui.makings import make_pieces
from analysis.ui.offers import Offer

WITHIN = 10


def offer_of(make):
    return Offer("a.txt", "text/plain", make)


class Gate:
    """Makes one piece that is held until the gate opens, and counts what is held or was made."""

    def __init__(self):
        self.open, self.begun = threading.Event(), threading.Semaphore(0)
        self.now = self.most = self.made = 0
        self.ended = threading.Event()
        self._lock = threading.Lock()

    def make(self, _report):
        """Yield the piece."""
        try:
            with self._lock:
                self.now += 1
                self.most = max(self.most, self.now)
            self.begun.release()
            assert self.open.wait(WITHIN)
            with self._lock:
                self.now -= 1
                self.made += 1
            yield b"1"
        finally:
            self.ended.set()

    async def wait_until_begun(self, times):
        """Wait until so many pieces were begun."""
        for _ in range(times):
            assert await asyncio.to_thread(self.begun.acquire, timeout=WITHIN)


async def read_all(offer, click):
    return b"".join([piece async for piece in make_pieces(offer, click)])


def start(offer, *clicks):
    return [asyncio.create_task(read_all(offer, click)) for click in clicks]


def three(report):
    """Yield three pieces at once."""
    for done in range(1, 4):
        report("take", done, 3)
        yield b"%d" % done


def breaks(_):
    """Yield a piece and break."""
    yield b"1"
    raise KeyError
