"""Files as the server's own routes give them, to readers who stay and to readers who leave."""

import asyncio
import threading

import pytest

from analysis.errors import NothingToDraw
from analysis.ui.makings import AT_ONCE
from analysis.ui.offers import Offer, keep_offer
from tests.ui.conftest import run_apart
from tests.ui.routes import WITHIN, Reader, get


def offer(about, make):
    return f"/take/{keep_offer(Offer('图.txt', 'text/plain', make), about)}"


def two(_):
    """Yield two pieces."""
    yield b"a"
    yield b"b"


def test_the_server_gives_the_file_and_its_name():
    reader = get(offer("file", two) + "?lang=zh")
    assert (reader.status, reader.text) == (200, "ab")
    assert "%E5%9B%BE.txt" in reader.headers["content-disposition"]


def test_to_ask_for_the_head_makes_nothing():
    made = []

    def make(_):
        made.append(True)
        yield b"a"

    address = offer("head", make)
    head, whole = get(address, method="HEAD"), get(address)
    assert head.headers == whole.headers
    assert head.text == ""
    assert made == [True]


@pytest.mark.parametrize(("lang", "words"), [("zh", "过期"), ("en", "expired")])
def test_words_are_in_the_language_of_the_page_whatever_the_browser_prefers(lang, words):
    preferred = {"accept-language": {"zh": "en-GB", "en": "zh-CN"}[lang]}
    reader = get(f"/take/none?lang={lang}", **preferred)
    assert reader.status == 404
    assert words in reader.text


def test_what_cannot_be_made_says_why():
    def make(_):
        raise NothingToDraw(name="图")
        yield b""

    address = offer("fails", make)
    reader = get(f"{address}?lang=en&click=1")
    assert (reader.status, reader.text) == (409, NothingToDraw(name="图").tell("en"))
    assert get(f"{address}/now?lang=en&click=1").text == ""


def test_what_breaks_off_is_told_to_the_click_that_asked():
    def make(_):
        yield b"a"
        raise KeyError

    address = offer("breaks", make)
    with pytest.raises(KeyError):
        get(f"{address}?lang=zh&click=1")
    told = get(f"{address}/now?lang=zh&click=1")
    assert told.status == 200
    assert "没有做成" in told.text
    assert get(f"{address}/now?lang=zh&click=2").text == ""


def test_who_leaves_before_the_first_piece_keeps_nobody_waiting():
    opens, begun, made = threading.Event(), threading.Semaphore(0), []

    def hold(_):
        begun.release()
        assert opens.wait(WITHIN)
        yield b"a"

    def note(_):
        made.append(True)
        yield b"a"

    held, noted = offer("hold", hold), offer("note", note)

    async def leave_while_waiting():
        busy = [asyncio.create_task(Reader(held).ask()) for _ in range(AT_ONCE)]
        for _ in busy:
            assert await asyncio.to_thread(begun.acquire, timeout=WITHIN)
        gone, now = Reader(f"{noted}?click=1"), Reader(f"{noted}/now?click=1&lang=zh")
        waiting = asyncio.create_task(gone.ask())
        # It comes as far as it can without the turn, by steps of the loop alone.
        for _ in range(50):
            await asyncio.sleep(0)
        await now.ask()
        gone.left.set()
        await asyncio.wait_for(waiting, WITHIN)
        opens.set()
        await asyncio.gather(*busy)
        return now.text, gone.status

    told, status = run_apart(leave_while_waiting())
    assert "排队" in told
    assert (status, made) == (499, [])


@pytest.mark.parametrize("stops_at", [0, 1, 2])
def test_who_leaves_while_it_is_sent_ends_the_making_at_once(stops_at):
    ended = []

    def make(_):
        try:
            yield from two(None)
        finally:
            ended.append(True)

    address = offer(f"leaves{stops_at}", make)

    async def leave():
        await asyncio.wait_for(Reader(address, stops_at=stops_at).ask(), WITHIN)
        # Before the loop ends, which would clear away what was left open.
        return list(ended)

    assert run_apart(leave()) == [True]
