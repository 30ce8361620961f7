"""How everything of ours looks: inks, theme colours, readable shades, the plotly template.

Colours of themes are fixed in ``assets/themes.toml`` and never chosen by a chart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle

import plotly.graph_objects as go

from analysis.resources import FONT_FAMILY

OTHER = "#7F7F7F"
"""The grey of what belongs to no named theme."""

FURTHER = ("#E69F00", "#56B4E9", "#882255", "#44AA99", "#999933")
"""For themes without a colour of their own, in this order (Okabe-Ito, Tol: colour-blind safe)."""

SIDES = ("#3D348B", "#9A6A00")
"""For two sides that are compared, whatever their themes: indigo and ochre, dark and bright, blue
and yellow, so that they stay apart for every kind of colour-blindness and in grey."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The inks of one look, as ``#RRGGBB``; ``accent`` fills what belongs to no theme."""

    paper: str
    text: str
    muted: str
    line: str
    accent: str


LIGHT = Ink(paper="#FFFFFF", text="#1F2328", muted="#59636E", line="#D8DEE4", accent="#0072B2")
DARK = Ink(paper="#0E1117", text="#E6EAF0", muted="#9AA4B2", line="#333B46", accent="#56B4E9")


def choose_ink(*, dark: bool) -> Ink:
    """Return the inks for a light or a dark screen; print is always light."""
    return DARK if dark else LIGHT


def assign_colours(names: Iterable[str], fixed: Mapping[str, str]) -> dict[str, str]:
    """Return a colour for every name: the fixed one, 其他 grey, the rest from ``FURTHER`` by order.

    Colours already fixed are not given twice while others are left.

    Examples
    --------
    >>> assign_colours(["工会", "教育", "其他"], {"工会": "#D55E00"})
    {'工会': '#D55E00', '教育': '#E69F00', '其他': '#7F7F7F'}
    """
    known = {"其他": OTHER, "Other": OTHER, **fixed}
    spare = cycle([colour for colour in FURTHER if colour not in known.values()] or FURTHER)
    return {name: known[name] if name in known else next(spare) for name in names}


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def mix_colours(first: str, second: str, share: float) -> str:
    """Return ``first`` with ``share`` (0-1) of ``second`` in it.

    Examples
    --------
    >>> mix_colours("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def _luminance(colour: str) -> float:
    scaled = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in scaled
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1-21 (WCAG 2.2, relative luminance).

    Examples
    --------
    >>> measure_contrast("#000000", "#FFFFFF")
    21.0
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return round((light + 0.05) / (dark + 0.05), 2)


def make_readable(colour: str, paper: str, ratio: float) -> str:
    """Return ``colour``, moved towards black or white only as far as ``ratio`` on ``paper`` asks.

    The hue stays; a colour that is readable already comes back as it is.

    Examples
    --------
    >>> make_readable("#0072B2", "#FFFFFF", 4.5)
    '#0072B2'
    """
    pole = max(("#000000", "#FFFFFF"), key=lambda end: measure_contrast(end, paper))
    shades = (mix_colours(colour, pole, step / 50) for step in range(51))
    return next((shade for shade in shades if measure_contrast(shade, paper) >= ratio), pole)


def choose_text(fill: str) -> str:
    """Return the ink that reads best on ``fill``: white or our dark text."""
    return max(("#FFFFFF", LIGHT.text), key=lambda ink: measure_contrast(ink, fill))


@lru_cache(maxsize=2)
def chart_template(*, dark: bool) -> go.layout.Template:
    """Return our plotly template; every chart names it, so that no other default leaks in.

    Importing streamlit replaces plotly's default template by one whose placeholder colours come
    out near-black in a file.
    """
    ink = choose_ink(dark=dark)
    axis = {"showgrid": False, "zeroline": False, "showline": False, "ticks": "", "title": None}
    return go.layout.Template(
        layout={
            "font": {"family": f"{FONT_FAMILY}, sans-serif", "size": 14, "color": ink.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [ink.accent, *FURTHER],
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {
                "bgcolor": ink.paper,
                "bordercolor": ink.line,
                "align": "left",
                "font": {"family": f"{FONT_FAMILY}, sans-serif", "size": 14, "color": ink.text},
            },
        }
    )
