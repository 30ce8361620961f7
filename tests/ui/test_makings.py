"""Files are made a few at once, in the order of coming; each says how far it is."""

import asyncio
from contextlib import aclosing

import pytest

from analysis.errors import NothingToDraw
from analysis.ui import makings
from analysis.ui.makings import AT_ONCE, begin, make_pieces, tell_progress
from tests.ui.conftest import run_apart
from tests.ui.making import WITHIN, Gate, breaks, offer_of, read_all, start, three


@pytest.fixture
def gate():
    """Return a gate that is open at the end whatever comes: nobody keeps a turn."""
    gate = Gate()
    yield gate
    gate.open.set()


def test_of_ten_at_once_two_are_made_and_all_arrive(gate):
    async def ask_ten():
        readers = start(offer_of(gate.make), *map(str, range(10)))
        await gate.wait_until_begun(AT_ONCE)
        gate.open.set()
        return await asyncio.gather(*readers)

    assert run_apart(ask_ten()) == [b"1"] * 10
    assert gate.most == AT_ONCE


def test_who_reads_slowly_keeps_nobody_waiting():
    async def read_beside_idlers():
        idlers = [make_pieces(offer_of(three), f"idle{number}") for number in range(AT_ONCE + 1)]
        for one in idlers:
            await anext(one)
        found = await asyncio.wait_for(read_all(offer_of(three), "quick"), WITHIN)
        for one in idlers:
            await one.aclose()
        return found

    assert run_apart(read_beside_idlers()) == b"123"


def test_it_says_how_far_it_is():
    told = []

    def make(report):
        told.append(tell_progress("click", "zh")[0])
        report("take", 1, 3)
        yield b"1"
        told.append(tell_progress("click", "en")[0])

    run_apart(read_all(offer_of(make), "click"))
    assert told == ["正在制作……", "Being made (making files): 1 of 3…"]
    assert tell_progress("click", "zh") == ("", False)


def test_who_has_to_wait_is_told(gate):
    async def ask_while_busy():
        busy = start(offer_of(gate.make), *map(str, range(AT_ONCE)))
        await gate.wait_until_begun(AT_ONCE)
        last = start(offer_of(gate.make), "last")
        await asyncio.sleep(0)
        told = [tell_progress(click, "zh")[0] for click in ("0", "last")]
        gate.open.set()
        await asyncio.gather(*busy, *last)
        return told

    busy, last = run_apart(ask_while_busy())
    assert "排队" not in busy
    assert "排队" in last


def test_the_same_click_twice_clears_away_only_its_own(gate):
    async def ask_twice():
        first = make_pieces(offer_of(three), "twice")
        await anext(first)
        (second,) = start(offer_of(gate.make), "twice")
        await gate.wait_until_begun(1)
        await first.aclose()
        told = tell_progress("twice", "zh")
        gate.open.set()
        await second
        return told

    assert run_apart(ask_twice()) == ("正在制作……", True)
    assert tell_progress("twice", "zh") == ("", False)


def test_a_failure_says_nothing_of_another_click(gate):
    async def fail_beside():
        (good,) = start(offer_of(gate.make), "good")
        await gate.wait_until_begun(1)
        (bad,) = start(offer_of(breaks), "bad")
        with pytest.raises(KeyError):
            await bad
        told = tell_progress("good", "zh")
        gate.open.set()
        await good
        return told

    assert run_apart(fail_beside()) == ("正在制作……", True)
    words, goes_on = tell_progress("bad", "zh")
    assert "没有做成" in words
    assert not goes_on


def test_what_broke_off_is_forgotten_in_time(monkeypatch):
    monkeypatch.setattr(makings, "_MOST", 2)
    for click in ("one", "two", "three"):
        with pytest.raises(KeyError):
            run_apart(read_all(offer_of(breaks), click))
    assert [bool(tell_progress(click, "zh")[0]) for click in ("one", "two", "three")] == [
        False,
        True,
        True,
    ]


def test_what_cannot_be_begun_is_not_told_twice():
    def make(_):
        raise NothingToDraw(name="图")
        yield b""

    with pytest.raises(NothingToDraw):
        run_apart(read_all(offer_of(make), "nothing"))
    assert tell_progress("nothing", "zh") == ("", False)


def test_a_failure_gives_its_turn_back():
    async def fail_often():
        for _ in range(AT_ONCE + 1):
            with pytest.raises(KeyError):
                await read_all(offer_of(breaks), "fails")
        return await asyncio.wait_for(read_all(offer_of(three), "next"), WITHIN)

    assert run_apart(fail_often()) == b"123"


def test_who_stops_waiting_has_nothing_made(gate):
    idle = Gate()

    async def leave_while_waiting():
        busy = start(offer_of(gate.make), *map(str, range(AT_ONCE)))
        await gate.wait_until_begun(AT_ONCE)
        (gone,) = start(offer_of(idle.make), "gone")
        await asyncio.sleep(0)
        gone.cancel()
        with pytest.raises(asyncio.CancelledError):
            await gone
        gate.open.set()
        await asyncio.gather(*busy)
        return await read_all(offer_of(three), "next")

    assert run_apart(leave_while_waiting()) == b"123"
    assert idle.most == 0
    assert tell_progress("gone", "zh") == ("", False)


def test_who_leaves_while_a_piece_is_made_keeps_its_turn_until_it_is(gate):
    other = Gate()
    other.open.set()

    async def leave_while_made():
        leaving = start(offer_of(gate.make), *map(str, range(AT_ONCE)))
        await gate.wait_until_begun(AT_ONCE)
        for one in leaving:
            one.cancel()
        told = await asyncio.gather(*leaving, return_exceptions=True)
        (next_one,) = start(offer_of(other.make), "next")
        await asyncio.sleep(0)
        begun = other.most
        gate.open.set()
        await next_one
        return told, begun

    told, begun = run_apart(leave_while_made())
    assert [type(one) for one in told] == [asyncio.CancelledError] * AT_ONCE
    assert begun == 0
    assert gate.made == AT_ONCE
    assert gate.ended.wait(WITHIN)


def test_a_reader_who_goes_away_ends_the_making():
    ended = []

    def make(_):
        try:
            yield b"1"
            yield b"2"
        finally:
            ended.append(True)

    async def go_away():
        async with aclosing(make_pieces(offer_of(make), "gone")) as pieces:
            await anext(pieces)

    run_apart(go_away())
    assert ended
    assert tell_progress("gone", "zh") == ("", False)


def test_a_file_without_pieces_begins_empty():
    async def begin_empty():
        return await begin(make_pieces(offer_of(lambda _: (yield from ())), "empty"), never())

    async def never():
        await asyncio.Event().wait()

    assert run_apart(begin_empty()) == b""
