"""A Figure as one web page: plotly, our font and the data inside, nothing fetched from anywhere."""

import string
from collections.abc import Iterable
from html import escape

from analysis.resources import FONT_FAMILY, say
from analysis.view.drawing.aloud import write_alt
from analysis.view.drawing.charts import write_chart
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import embed_font
from analysis.view.drawing.look import LIGHT
from analysis.view.drawing.marks import place_marks

# plotly.js holds addresses of map services in its text; with this policy a browser asks none.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'{beside}; style-src 'unsafe-inline';"
    " font-src data:; img-src data: blob:"
)
# What lies beside the page may run: on the disk, or where somebody puts the folder on a server.
_BESIDE = " 'self' file:"
# Nothing is drawn where the script was left behind: then the page says so.
_LONE = (
    '<p id="lone" hidden>{words}</p><script>addEventListener("error",event=>{{'
    'if(event.target.src)document.getElementById("lone").hidden=false}},true)</script>'
)

_STYLE = """
@font-face {{ font-family: "{family}"; src: url("{font}") format("woff"); }}
body {{ margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; background: {paper};
  color: {text}; font: 16px/1.6 "{family}", sans-serif; }}
h1 {{ margin: 0; font-size: 1.35rem; font-weight: normal; line-height: 1.4; }}
p, summary {{ margin: .25rem 0 1rem; color: {muted}; font-size: .875rem; }}
table {{ border-collapse: collapse; font-size: .875rem; }}
td {{ padding: .15rem 1.5rem .15rem 0; border-bottom: 1px solid {line}; }}
td:last-child {{ text-align: right; }}
"""

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p>{subtitle}</p>
{lone}<div role="img" aria-label="{alt}">{chart}</div>
<details><summary>{data}</summary><table>{table}</table></details>
<p>{source}</p>
</body>
</html>
"""


def figure_html(figure: Figure, *, script: str = "") -> bytes:
    """Return ``figure`` as a page that opens offline, some 4.9 MB, most of it plotly.js.

    With ``script``, the name of a file beside the page that holds it, only the rest is in the page.
    """
    marks = place_marks(figure, LIGHT)
    words = {
        "title": figure.title,
        "subtitle": figure.subtitle,
        "alt": write_alt(figure),
        "source": figure.source,
        "data": say("chart.data", figure.language),
    }
    rows = [(mark.category, mark.series, mark.text) for mark in marks]
    lone = say("chart.lone", figure.language, script=script) if script else ""
    shown = "".join(
        [lone, *words.values(), figure.value_label, *(cell for row in rows for cell in row)]
    )
    return _PAGE.format(
        language="zh-CN" if figure.language == "zh" else "en",
        policy=_POLICY.format(beside=_BESIDE if script else ""),
        style=_write_style(shown),
        lone=_LONE.format(words=escape(lone)) if script else "",
        chart=write_chart(figure, script=script),
        table="".join(map(_write_row, rows)),
        **{name: escape(text) for name, text in words.items()},
    ).encode("utf-8", "replace")


def _write_style(shown: str) -> str:
    return _STYLE.format(
        family=FONT_FAMILY,
        font=embed_font(shown + string.printable + "■·"),
        paper=LIGHT.paper,
        text=LIGHT.text,
        muted=LIGHT.muted,
        line=LIGHT.line,
    )


def _write_row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells if cell)}</tr>"
