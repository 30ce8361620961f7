"""The routes by which what a page offered is given out, and told how far it is."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from analysis.errors import BaotiError
from analysis.resources import say
from analysis.ui.makings import begin, make_pieces, tell_progress
from analysis.ui.offers import Offer, find_offer

# What servers log of a reader who went away; nobody reads it.
_GONE = 499


def make_file_routes() -> list[Route]:
    """Return the routes of files: each of them, and how far it is."""
    return [Route("/take/{key}", _give_file), Route("/take/{key}/now", _tell_progress)]


class _File(StreamingResponse):
    """Sends a file as it is made; the making ends with the sending, however that ends."""

    def __init__(self, offer: Offer, first: bytes, others: AsyncGenerator[bytes]) -> None:
        super().__init__(_join(first, others), headers=_write_head(offer), media_type=offer.mime)
        self._others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file."""
        async with aclosing(self._others):
            await super().__call__(scope, receive, send)


async def _give_file(request: Request) -> Response:
    """Give out what a page offered, piece by piece as it is made."""
    language = _read_language(request)
    offer = find_offer(str(request.path_params["key"]))
    if offer is None:
        return PlainTextResponse(say("take.gone", language), status_code=404)
    if request.method == "HEAD":
        return StreamingResponse(iter(()), headers=_write_head(offer), media_type=offer.mime)
    pieces = make_pieces(offer, _name_click(request))
    try:
        # What cannot be made says so before anything is sent.
        first = await begin(pieces, _wait_until_gone(request))
    except BaotiError as error:
        return PlainTextResponse(error.tell(language), status_code=409)
    return Response(status_code=_GONE) if first is None else _File(offer, first, pieces)


async def _tell_progress(request: Request) -> Response:
    """Tell how far a file is that is being made: 202 while it is, 200 when it is no more."""
    words, goes_on = tell_progress(_name_click(request), _read_language(request))
    status = 202 if goes_on else 200
    return PlainTextResponse(words, status_code=status, headers={"Cache-Control": "no-store"})


async def _wait_until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _join(first: bytes, others: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in others:
        yield piece


def _write_head(offer: Offer) -> dict[str, str]:
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(offer.name)}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def _name_click(request: Request) -> str:
    """Return which click on a link asks; with the key, so that no other can be asked about."""
    return f"{request.path_params['key']} {request.query_params.get('click', '')[:32]}"


def _read_language(request: Request) -> str:
    """Return the language of the page that gave the link, which says it."""
    return "en" if request.query_params.get("lang") == "en" else "zh"
