"""A Figure on the screen: plotly, in our own template, whole at 390 pixels and at 1440.

Title, subtitle and source line are text of the page around the chart, where they wrap and can be
read aloud; the chart itself says unit and denominator. ``prints`` puts all of them on the figure.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

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
)
from analysis.view.drawing.marks import Mark, list_series, place_marks


def draw_chart(figure: Figure, *, dark: bool = False) -> go.Figure:
    """Return ``figure`` for the screen; give ``st.plotly_chart`` a ``theme=None`` with it.

    Every mark carries ``customdata`` [row id, series, value], which a click gives back. Nothing
    zooms, so that a finger can scroll past.
    """
    ink = choose_ink(dark=dark)
    marks = place_marks(figure, ink)
    groups = [[mark for mark in marks if mark.series == name] for name in list_series(marks)]
    if figure.kind == "lines":
        chart = go.Figure([_draw_line(figure, group) for group in groups])
        around = place_axes(figure, marks, ink)
    else:
        middles = place_rows(figure, marks)
        chart = go.Figure([_draw_series(figure, group, middles, ink) for group in groups])
        around = place_words(figure, marks, middles, ink)
    chart.update_layout(
        template=chart_template(dark=dark),
        barmode="overlay",
        clickmode="event+select",
        dragmode=False,
        showlegend=False,
        **around,
    )
    return chart


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


def write_chart(figure: Figure) -> str:
    """Return the chart as a piece of HTML with plotly.js inside, the same bytes on repeat."""
    return str(
        draw_chart(figure).to_html(
            full_html=False,
            include_plotlyjs=True,
            config=chart_config(figure),
            div_id=f"chart-{figure.name}",
        )
    )


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
        hovertext=_write_hovers(figure, group),
        hoverinfo="text",
    )


def _draw_line(figure: Figure, group: Sequence[Mark]) -> go.Scatter:
    """Return one series as a line with a dot for each value."""
    return go.Scatter(
        mode="lines+markers",
        name=quote_markup(group[0].series),
        x=[mark.start for mark in group],
        y=[mark.rise for mark in group],
        customdata=[[mark.key, mark.series, mark.value] for mark in group],
        line={"color": group[0].fill, "width": 2},
        marker={"color": group[0].fill, "size": 8},
        cliponaxis=False,
        hovertext=_write_hovers(figure, group),
        hoverinfo="text",
    )


def _write_hovers(figure: Figure, group: Sequence[Mark]) -> list[str]:
    return [f"{quote_markup(m.name)}<br>{quote_markup(figure.value_label)} {m.text}" for m in group]
