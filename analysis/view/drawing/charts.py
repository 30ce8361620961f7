"""A Figure on the screen: plotly, in our own template, whole at 390 pixels and at 1440.

Title, subtitle and source line are text of the page around the chart, where they wrap and can be
read aloud; the chart itself says unit and denominator. ``prints`` puts all of them on the figure.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from analysis.view.drawing.figures import Figure
from analysis.view.drawing.look import Ink, chart_template, choose_ink, choose_text
from analysis.view.drawing.margins import (
    BAR,
    CELL,
    SIZE,
    SMALL,
    place_axes,
    place_rows,
    place_words,
    quote_markup,
    write_hover,
)
from analysis.view.drawing.marks import Mark, list_series, place_marks
from analysis.view.drawing.pairs import place_pairs, trace_pairs
from analysis.view.drawing.panels import place_panels, trace_panel
from analysis.view.drawing.points import draw_points, mark_series
from analysis.view.drawing.ranges import place_ranges, trace_ranges

Drawn = tuple[Sequence[Any], Mapping[str, Any]]
"""The traces of a chart, and the layout around them."""


def draw_chart(figure: Figure, *, dark: bool = False) -> go.Figure:
    """Return ``figure`` for the screen; give ``st.plotly_chart`` a ``theme=None`` with it.

    Every mark carries ``customdata`` [row id, series, value], which a click gives back. Nothing
    zooms, so that a finger can scroll past.
    """
    ink = choose_ink(dark=dark)
    marks = (mark_series if figure.kind == "points" else place_marks)(figure, ink)
    traces, around = _DRAWN.get(figure.kind, _draw_rows)(figure, marks, ink)
    # At once: plotly takes three times as long for a layout that is put on afterwards.
    return go.Figure(
        traces,
        {
            "template": chart_template(dark=dark),
            "barmode": "overlay",
            "clickmode": "event+select",
            "dragmode": False,
            "showlegend": False,
            **around,
        },
    )


def chart_config(figure: Figure) -> dict[str, Any]:
    """Return plotly's ``config``: no toolbar, since its picture knows no webfont and shows boxes.

    The downloads beside the chart are drawn on the server with our font.
    """
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "toImageButtonOptions": {"format": "svg", "filename": figure.name},
    }


def write_script() -> bytes:
    """Return plotly.js, for charts that lie beside it."""
    return str(get_plotlyjs()).encode()


def write_chart(figure: Figure, *, script: str = "") -> str:
    """Return the chart as a piece of HTML, the same bytes on repeat.

    plotly.js is inside, or is what lies beside the page under the name ``script`` (in ".js").
    """
    chart = draw_chart(figure)
    # The graphics card is asked through compiled text, which the policy of our page forbids.
    traces = [
        {**trace, "type": trace["type"].removesuffix("gl")}
        for trace in chart.to_plotly_json()["data"]
    ]
    return str(
        go.Figure(traces, chart.layout).to_html(
            full_html=False,
            include_plotlyjs=script or True,
            config=chart_config(figure),
            div_id=f"chart-{figure.name}",
        )
    )


def _draw_rows(figure: Figure, marks: Sequence[Mark], ink: Ink) -> Drawn:
    middles = place_rows(figure, marks)
    traces = [_draw_series(figure, group, middles, ink) for group in _group(marks)]
    return traces, place_words(figure, marks, middles, ink)


def _draw_lines(figure: Figure, marks: Sequence[Mark], ink: Ink) -> Drawn:
    return [_draw_line(figure, group) for group in _group(marks)], place_axes(figure, marks, ink)


def _draw_panels(figure: Figure, marks: Sequence[Mark], ink: Ink) -> Drawn:
    traces = [trace_panel(figure, group, at, ink) for at, group in enumerate(_group(marks))]
    return [one for pair in traces for one in pair], place_panels(figure, marks, ink)


def _draw_pairs(figure: Figure, marks: Sequence[Mark], ink: Ink) -> Drawn:
    traces = [trace_pairs(figure, marks, group, ink) for group in _group(marks)]
    return traces, place_pairs(figure, marks, ink)


def _draw_ranges(figure: Figure, marks: Sequence[Mark], ink: Ink) -> Drawn:
    pairs = [trace_ranges(figure, marks, group, ink) for group in _group(marks)]
    return [trace for pair in pairs for trace in pair], place_ranges(figure, marks, ink)


def _group(marks: Sequence[Mark]) -> list[list[Mark]]:
    return [[mark for mark in marks if mark.series == name] for name in list_series(marks)]


_DRAWN: Mapping[str, Callable[[Figure, Sequence[Mark], Ink], Drawn]] = {
    "lines": _draw_lines,
    "panels": _draw_panels,
    "points": draw_points,
    "pairs": _draw_pairs,
    "ranges": _draw_ranges,
}
"""What draws a kind whose marks lie in no rows of boxes."""


def _draw_series(
    figure: Figure, group: Sequence[Mark], middles: Mapping[str, float], ink: Ink
) -> go.Bar:
    """Return one series as bars; cells of a heat map are bars too, for those can be clicked."""
    inside = figure.kind != "bars"
    return go.Bar(
        orientation="h",
        name=quote_markup(group[0].series),
        y=[middles[mark.key] for mark in group],
        x=[mark.length for mark in group],
        base=[mark.start for mark in group],
        width=CELL if figure.kind == "heat" else BAR,
        customdata=[[mark.key, mark.series, mark.value] for mark in group],
        marker={
            "color": [mark.fill for mark in group],
            "line": {"color": ink.paper, "width": 2 if inside else 0},
        },
        # Seven percent of a telephone's width is what two digits and the sign need.
        text=[mark.text if not inside or mark.length >= 0.07 else "" for mark in group],
        textposition="inside" if inside else "outside",
        insidetextanchor="middle",
        insidetextfont={"size": SMALL, "color": [choose_text(mark.fill) for mark in group]},
        outsidetextfont={"size": SIZE, "color": ink.text},
        textangle=0,
        constraintext="none",
        cliponaxis=False,
        hovertext=[write_hover(figure, mark) for mark in group],
        hoverinfo="text",
    )


def _draw_line(figure: Figure, group: Sequence[Mark]) -> go.Scatter:
    """Return one series as a line with a dot for each value; a missing one breaks the line."""
    return go.Scatter(
        mode="lines+markers",
        name=quote_markup(group[0].series),
        x=[mark.start for mark in group],
        y=[mark.rise for mark in group],
        customdata=[[mark.key, mark.series, mark.value] for mark in group],
        line={"color": group[0].fill, "width": 2},
        marker={"color": group[0].fill, "size": 8},
        cliponaxis=False,
        hovertext=[write_hover(figure, mark) for mark in group],
        hoverinfo="text",
    )
