"""The files that are being made: a few at once, all others in their turn, and how far each is."""

from asyncio import FIRST_COMPLETED, ensure_future, wait, wrap_future
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from analysis.resources import say
from analysis.ui.offers import Offer

AT_ONCE = 2
"""Pieces that are made at the same time: charts and workbooks take all that a processor has, and
each holds a table in memory. Who waits is served in the order of coming; nobody is refused."""

# A thread is a turn: it is taken until the piece is made, even if nobody waits for that any more.
_MAKERS = ThreadPoolExecutor(AT_ONCE, "making")
# What broke off stays to be told until so many others have come.
_MOST = 1024
_NOTED: "OrderedDict[str, _Making]" = OrderedDict()


class _Making:
    """One file for one reader: whether it waits for its turn, how far it is, whether it broke."""

    def __init__(self, offer: Offer) -> None:
        self.waits = self.broke = False
        self.reached = ("", 0, 0)
        self._pieces = offer.make(self._note)
        self._step: Future[bytes | None] | None = None

    async def make_next(self) -> bytes | None:
        """Return the next piece, made in its turn; None after the last."""
        self.waits = True
        self._step = _MAKERS.submit(self._take_turn)
        return await wrap_future(self._step)

    def close(self) -> None:
        """End the making; a piece under way is made first: its thread cannot be stopped."""
        if self._step:
            self._step.cancel()
            self._step.add_done_callback(lambda _: self._pieces.close())

    def _take_turn(self) -> bytes | None:
        self.waits = False
        return next(self._pieces, None)

    def _note(self, stage: str, done: int, total: int) -> None:
        self.reached = (stage, done, total)


async def make_pieces(offer: Offer, click: str) -> AsyncGenerator[bytes]:
    """Yield a file piece by piece, each made in its turn; ``click`` names the one who asked.

    A turn is a piece and not a file: who reads slowly keeps nobody waiting.

    Raises
    ------
    BaotiError
        When it cannot be made; mostly before the first piece.
    """
    making, begun = _Making(offer), False
    _note(click, making)
    try:
        while (piece := await making.make_next()) is not None:
            begun = True
            yield piece
    except Exception:
        # A browser says of a file that breaks off only that it was cancelled; what cannot be begun
        # is answered in words.
        making.broke = begun
        raise
    finally:
        making.close()
        # The same click may have asked again: each clears away only its own.
        if not making.broke and _NOTED.get(click) is making:
            del _NOTED[click]


async def begin(pieces: AsyncIterator[bytes], gone: Coroutine[Any, Any, None]) -> bytes | None:
    """Return the first piece; None where the reader is ``gone`` before: his place is given up."""
    first, going = ensure_future(anext(pieces, b"")), ensure_future(gone)
    try:
        await wait((first, going), return_when=FIRST_COMPLETED)
        return first.result() if first.done() else None
    finally:
        first.cancel()
        going.cancel()


def tell_progress(click: str, language: str) -> tuple[str, bool]:
    """Return how far the file of a click is, in words, and whether it is being made.

    The words are "" where none is.
    """
    making = _NOTED.get(click)
    if making is None:
        return "", False
    if making.broke:
        return say("take.now.failed", language), False
    stage, done, total = making.reached
    if making.waits or not total:
        return say("take.now.waits" if making.waits else "take.now.made", language), True
    called = say(f"stage.{stage}", language)
    return say("take.now.parts", language, stage=called, done=done, total=total), True


def _note(click: str, making: _Making) -> None:
    _NOTED[click] = making
    _NOTED.move_to_end(click)
    while len(_NOTED) > _MOST:
        _NOTED.popitem(last=False)
