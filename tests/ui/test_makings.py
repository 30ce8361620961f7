"""Files are made a few at once, in the order of coming; each says how far it is."""

import asyncio
import threading
import time

import pytest
from starlette.applications import Starlette

from analysis.errors import NothingToDraw
from analysis.ui import makings
from analysis.ui.makings import AT_ONCE, make_pieces, tell_progress
from analysis.ui.offers import Offer, keep_offer
from analysis.ui.server import make_routes


@pytest.fixture(autouse=True)
def turns(monkeypatch):
    """Give each test turns of its own: they belong to one loop."""
    monkeypatch.setattr(makings, "_TURNS", asyncio.Semaphore(AT_ONCE))


def get(address, **headers):
    """Ask the server's own routes for an address; return status, headers and text."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    sent = []

    async def receive():
        await asyncio.sleep(5)
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    asyncio.run(Starlette(routes=make_routes(()))(scope, receive, send))
    start, *rest = sent
    text = b"".join(one.get("body", b"") for one in rest).decode()
    return (
        start["status"],
        {name.decode(): value.decode() for name, value in start["headers"]},
        text,
    )


class Crowd:
    """Makes pieces slowly and counts how many are made at the same time."""

    def __init__(self):
        self.now = self.most = 0
        self._lock = threading.Lock()

    def make(self, report):
        """Yield three pieces."""
        for done in range(1, 4):
            with self._lock:
                self.now += 1
                self.most = max(self.most, self.now)
            time.sleep(0.01)
            with self._lock:
                self.now -= 1
            report("take", done, 3)
            yield b"%d" % done


async def read_all(offer, key):
    return b"".join([piece async for piece in make_pieces(offer, key)])


def test_of_ten_at_once_two_are_made_and_all_arrive():
    crowd = Crowd()
    offer = Offer("a.zip", "application/zip", crowd.make)

    async def ask_ten():
        return await asyncio.gather(*(read_all(offer, str(number)) for number in range(10)))

    assert asyncio.run(ask_ten()) == [b"123"] * 10
    assert crowd.most == AT_ONCE


def test_who_reads_slowly_keeps_nobody_waiting():
    offer = Offer("a.zip", "application/zip", Crowd().make)

    async def read_beside_idlers():
        idlers = [make_pieces(offer, f"idle{number}") for number in range(AT_ONCE + 1)]
        for one in idlers:
            await anext(one)
        found = await asyncio.wait_for(read_all(offer, "quick"), 5)
        for one in idlers:
            await one.aclose()
        return found

    assert asyncio.run(read_beside_idlers()) == b"123"


def test_it_says_that_it_waits_and_how_far_it_is():
    told = []

    def make(report):
        told.append(tell_progress("key", "zh")[0])
        report("take", 1, 3)
        yield b"1"
        told.append(tell_progress("key", "en")[0])

    asyncio.run(read_all(Offer("a", "text/plain", make), "key"))
    assert told == ["正在制作……", "Being made: 1 of 3 parts done…"]
    assert tell_progress("key", "zh") == ("", False)


def test_who_has_to_wait_is_told():
    offer = Offer("a", "text/plain", Crowd().make)

    async def ask_while_busy():
        busy = [asyncio.create_task(read_all(offer, str(n))) for n in range(AT_ONCE + 2)]
        await asyncio.sleep(0.005)
        told = [tell_progress(str(n), "zh")[0] for n in range(AT_ONCE + 2)]
        await asyncio.gather(*busy)
        return told

    assert "排队" in asyncio.run(ask_while_busy())[-1]


def test_a_reader_who_goes_away_ends_the_making():
    ended = []

    def make(_):
        try:
            yield b"1"
            yield b"2"
        finally:
            ended.append(True)

    async def go_away():
        pieces = make_pieces(Offer("a", "text/plain", make), "gone")
        await anext(pieces)
        await pieces.aclose()

    asyncio.run(go_away())
    assert ended
    assert tell_progress("gone", "zh") == ("", False)


def test_what_breaks_off_is_told_once():
    def make(_):
        yield b"1"
        raise KeyError

    with pytest.raises(KeyError):
        asyncio.run(read_all(Offer("a", "text/plain", make), "broken"))
    words, goes_on = tell_progress("broken", "zh")
    assert "没有做成" in words
    assert not goes_on
    assert tell_progress("broken", "zh") == ("", False)


def test_the_server_gives_the_file_and_its_name():
    key = keep_offer(Offer("图.txt", "text/plain", lambda _: iter([b"a", b"b"])), "file")
    status, headers, text = get(f"/take/{key}?lang=zh")
    assert (status, text) == (200, "ab")
    assert "%E5%9B%BE.txt" in headers["content-disposition"]
    assert get(f"/take/{key}/now?lang=zh")[2] == ""


@pytest.mark.parametrize(("lang", "words"), [("zh", "过期"), ("en", "expired")])
def test_words_are_in_the_language_of_the_page_whatever_the_browser_prefers(lang, words):
    preferred = {"accept-language": {"zh": "en-GB", "en": "zh-CN"}[lang]}
    status, _, text = get(f"/take/none?lang={lang}", **preferred)
    assert status == 404
    assert words in text


def test_what_cannot_be_made_says_why():
    def make(_):
        raise NothingToDraw(name="图")
        yield b""

    key = keep_offer(Offer("a", "text/plain", make), "fails")
    status, _, text = get(f"/take/{key}?lang=en")
    assert (status, text) == (409, NothingToDraw(name="图").tell("en"))
