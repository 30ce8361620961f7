"""What the server gives out beside Streamlit: our font and the colour marks; and its last word."""

import logging
import re

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from analysis.errors import BaotiError
from analysis.resources import FONTS, say
from analysis.ui.parts import escape

_LOG = logging.getLogger(__name__)
_WEEK = "public, max-age=604800"


def make_routes() -> list[BaseRoute]:
    """Return the routes of our own: the folder of fonts, and squares in the colours of themes."""
    return [
        Mount("/fonts", StaticFiles(directory=FONTS)),
        Route("/marks/{colour}.svg", _draw_mark),
    ]


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


def tell_error(error: Exception) -> bool:
    """Show an error of ours in its own words, any other in plain words; the log has the rest."""
    language = "en" if st.query_params.get("lang") == "en" else "zh"
    if isinstance(error, BaotiError):
        st.error(escape(error.tell(language)))
    else:
        _LOG.error("unexpected error in a page", exc_info=error)
        st.error(say("error.unexpected", language))
    return True
