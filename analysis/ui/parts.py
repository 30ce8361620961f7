"""What pages are put together from: a chart with its downloads, an empty state, progress."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial

import streamlit as st

from analysis.resources import say
from analysis.study.records import Failure, Report
from analysis.ui import cached
from analysis.ui.opening import Opens, count_clicks, note_target
from analysis.view.drawing.aloud import write_alt
from analysis.view.drawing.charts import chart_config, draw_chart
from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.fonts import missing_glyphs
from analysis.view.export.files import Download, cloud_downloads, figure_downloads

# What means something anywhere in a line; hyphens in a row; what begins a heading or a list.
_INLINE = re.compile(r"([\\`*_\[\]~$:<>|&]|(?<=-)-|^[#+-])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!~$:<>|&])")


def escape(text: str) -> str:
    r"""Return text that Streamlit's Markdown shows as it is.

    Examples
    --------
    >>> print(escape("~200~ $x$ :red[y]"))
    \~200\~ \$x\$ \:red\[y\]
    """
    return _MARKDOWN.sub(r"\\\1", text)


def escape_label(text: str) -> str:
    r"""Return text for the label of a control: only what Markdown would change is escaped.

    The label as it is written is also what is read aloud.

    Examples
    --------
    >>> print(escape_label("COVID-19 (A.I.)"), escape_label("*x* -- 1.5:2"))
    COVID-19 (A.I.) \*x\* -\- 1.5\:2
    >>> print(escape_label("12. 经济"), escape_label("1) A&amp;B"))
    12\. 经济 1\) A\&amp;B
    """
    return _NUMBERED.sub(r"\1\\\2", _INLINE.sub(r"\\\1", text))


def today() -> str:
    """Return the date for file names."""
    return datetime.now().astimezone().date().isoformat()


def show_chart(figure: Figure, study: str, *, opens: Opens | None = None) -> None:
    """Draw one chart with its title, its download menu and its source line.

    A click on a mark opens what ``opens`` gives for it.
    """
    # A chart that was clicked comes back as another: nothing in it is selected any more.
    key = f"chart-{figure.name}-{count_clicks()}"
    # Stretched: cards beside each other are of one height.
    with st.container(border=True, height="stretch"):
        _show_head(figure.title, figure_downloads(figure, study, today()), figure)
        st.plotly_chart(
            draw_chart(figure, dark=st.context.theme.type == "dark"),
            theme=None,
            config=chart_config(figure),
            key=key,
            alt=write_alt(figure),
            on_select=partial(_follow, key, opens) if opens else "ignore",
            selection_mode="points",
        )
        st.caption(escape(figure.source))


def _follow(key: str, opens: Opens) -> None:
    """Note what a clicked mark opens; a callback, run before the page is drawn again."""
    points = st.session_state[key]["selection"]["points"]
    if not points:
        return
    # A point of a map bears its id alone: with more, twenty thousand would be too much to send.
    told = points[0]["customdata"]
    key, series = told[:2] if isinstance(told, list) else (told, "")
    if target := opens(str(key), series):
        note_target(target)


def show_cloud(cloud: Cloud, study: str) -> None:
    """Draw one word cloud with its title and its download menu; name the words left out."""
    with st.container(border=True):
        _show_head(cloud.title, cloud_downloads(cloud, study, today()), cloud)
        dark = st.context.theme.type == "dark"
        weights = tuple(cloud.weights.items())
        picture, left_out = cached.picture_of(weights, cloud.colour, dark=dark)
        listed = say("told.listed", cloud.language).join(list(cloud.weights)[:8])
        st.image(
            picture,
            alt=say("themes.cloud.alt", cloud.language, cloud=cloud.title, terms=listed),
            width="stretch",
        )
        if missing := [word for word in left_out if missing_glyphs(word)]:
            words = say("told.listed", cloud.language).join(missing)
            st.caption(escape(say("themes.cloud.missing", cloud.language, words=words)))
        st.caption(escape(cloud.source))


@st.fragment
def _show_head(title: str, downloads: Sequence[Download], shown: Figure | Cloud) -> None:
    # Not wrapped: a long title breaks its line, and the menu stays in its corner.
    with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False):
        st.subheader(escape(title), anchor=False)
        show_downloads(downloads, key=shown.name, language=shown.language)
    if shown.subtitle:
        st.caption(escape(shown.subtitle))


def show_downloads(downloads: Sequence[Download], *, key: str, language: str) -> None:
    """Offer downloads in a menu; each is made when it is asked for.

    A menu is filled when it is opened: the five charts of the overview have thirty buttons.
    """
    name = say("download.menu", language)
    menu = st.popover(name, icon=":material/download:", key=f"downloads-{key}", on_change="rerun")
    if not menu.open:
        return
    with menu:
        for download in downloads:
            st.download_button(
                download.label,
                download.make,
                file_name=download.name,
                mime=download.mime,
                on_click="ignore",
                key=f"download-{key}-{download.mime}",
                width="stretch",
            )


def show_alarms(alarms: Sequence[str], language: str) -> None:
    """Say which topics are probably no subject, why, and what to do; nothing where all are."""
    if alarms:
        with st.expander(say("alarm.title", language, n=len(alarms)), icon=":material/warning:"):
            st.markdown("\n".join(f"- {escape(one)}" for one in alarms))


def show_empty(language: str) -> None:
    """Say that nothing is selected, and what to do about it."""
    with st.container(border=True):
        st.subheader(say("empty.title", language), anchor=False)
        st.write(say("empty.advice", language))


def warn_misfits(misfits: Sequence[Failure], language: str) -> None:
    """Warn of edits that do not fit any more."""
    for one in misfits:
        why = one.zh if language == "zh" else one.en
        st.warning(escape(say("mend.misfit", language, why=why)))


@contextmanager
def show_stages(title: str, language: str) -> Iterator[Report]:
    """Show a build stage by stage with counts; what was shown goes when it is done."""
    place = st.empty()

    def report(stage: str, done: int, total: int) -> None:
        words = f"{title} · {say(f'stage.{stage}', language)} {done}/{total}"
        place.progress(done / total if total else 1.0, words)

    try:
        yield report
    finally:
        place.empty()
