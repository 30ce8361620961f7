"""The files that are being made: a few at once, all others in their turn, and how far each is."""

from asyncio import Semaphore
from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock

from starlette.concurrency import run_in_threadpool

from analysis.resources import say
from analysis.ui.offers import Offer

AT_ONCE = 2
"""Pieces that are made at the same time: charts and workbooks take all that a processor has, and
each holds a table in memory. Who waits is served in the order of coming; nobody is refused."""

_TURNS = Semaphore(AT_ONCE)
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is: it waits for its turn, so many of its parts are done, or it failed."""

    waits: bool = True
    failed: bool = False
    done: int = 0
    total: int = 0


_UNDER_WAY: dict[str, Progress] = {}


async def make_pieces(offer: Offer, key: str) -> AsyncIterator[bytes]:
    """Yield a file piece by piece, each made in its turn.

    A turn is a piece and not a file: who reads slowly keeps nobody waiting.

    Raises
    ------
    BaotiError
        When it cannot be made; mostly before the first piece.
    """
    _note(key, Progress())
    pieces = offer.make(partial(_note_done, key))
    try:
        while (piece := await _make_next(pieces, key)) is not None:
            yield piece
    except Exception:
        # A browser says of a file that breaks off only that it was cancelled.
        _note(key, Progress(failed=True))
        raise
    finally:
        if not _find(key).failed:
            _forget(key)
        if isinstance(pieces, Generator):
            pieces.close()


async def _make_next(pieces: Iterator[bytes], key: str) -> bytes | None:
    _note(key, replace(_find(key), waits=_TURNS.locked()))
    async with _TURNS:
        _note(key, replace(_find(key), waits=False))
        return await run_in_threadpool(next, pieces, None)


def tell_progress(key: str, language: str) -> tuple[str, bool]:
    """Return how far the file under a key is, in words, and whether it is being made.

    The words are "" where none is; that one could not be made is told once.
    """
    with _LOCK:
        progress = _UNDER_WAY.get(key)
    if progress is None:
        return "", False
    if progress.failed:
        _forget(key)
        return say("take.now.failed", language), False
    name = "waits" if progress.waits else "parts" if progress.total else "made"
    facts = {"done": progress.done, "total": progress.total} if name == "parts" else {}
    return say(f"take.now.{name}", language, **facts), True


def _note_done(key: str, _stage: str, done: int, total: int) -> None:
    _note(key, Progress(waits=False, done=done, total=total))


def _note(key: str, progress: Progress) -> None:
    with _LOCK:
        _UNDER_WAY[key] = progress


def _forget(key: str) -> None:
    with _LOCK:
        _UNDER_WAY.pop(key, None)


def _find(key: str) -> Progress:
    with _LOCK:
        return _UNDER_WAY.get(key, Progress())
