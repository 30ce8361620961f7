"""What the server gives out beside Streamlit: font, colour marks, files, the frame of its pages."""

import logging
import re
from collections.abc import Iterable
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from analysis.errors import BaotiError
from analysis.resources import FONTS, say
from analysis.ui.giving import make_file_routes
from analysis.ui.opening import FIRST
from analysis.ui.parts import escape

_LOG = logging.getLogger(__name__)
_WEEK = "public, max-age=604800"
_WHERE = 'window.__streamlit={BACKEND_BASE_URL:new URL(".",location.href).href}'


def make_routes(pages: Iterable[str]) -> list[BaseRoute]:
    """Return the routes of our own: fonts, squares in the colours of themes, files, the pages."""
    return [
        Mount("/fonts", StaticFiles(directory=FONTS)),
        Route("/marks/{colour}.svg", _draw_mark),
        *make_file_routes(),
        Route(f"/{FIRST}", _send_home),
        *(Route(f"/{page}", _give_frame) for page in ("", *pages)),
    ]


async def _send_home(request: Request) -> Response:
    """Send who asks for the first page by its name to where it is: Streamlit knows it by none."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}")


async def _give_frame(_: Request) -> Response:
    """Give Streamlit's own page, told where its server is."""
    # Not told, it asks under the page's own name first: an error in every reader's console.
    frame = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    told = frame.replace("<head>", f"<head><script>{_WHERE}</script>", 1)
    return HTMLResponse(told, headers={"Cache-Control": "no-cache"})


def mark_of(colour: str) -> str:
    """Return the Markdown of a small square in a theme's colour, for a label."""
    return f"![](marks/{colour.removeprefix('#')}.svg)"


async def _draw_mark(request: Request) -> Response:
    colour = str(request.path_params["colour"])
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
        return Response("a colour is six hex digits", status_code=404)
    square = f'<rect width="12" height="12" rx="2" fill="#{colour}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12">{square}</svg>'
    return Response(svg, media_type="image/svg+xml", headers={"Cache-Control": _WEEK})


def tell_language(language: str) -> None:
    """Tell the browser in which language the page is, for those who have it read aloud."""
    tag = "zh-CN" if language == "zh" else "en"
    script = f"<script>document.documentElement.lang = '{tag}'</script>"
    with st.sidebar:
        st.html(script, unsafe_allow_javascript=True)


def tell_error(error: Exception) -> bool:
    """Show an error of ours in its own words, any other in plain words; the log has the rest."""
    language = "en" if st.query_params.get("lang") == "en" else "zh"
    if isinstance(error, BaotiError):
        st.error(escape(error.tell(language)))
    else:
        _LOG.error("unexpected error in a page", exc_info=error)
        st.error(say("error.unexpected", language))
    return True
