"""The themes over time: how much each holds of every step, where nothing was printed a gap."""

from dataclasses import replace
from math import isnan

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask
from analysis.theme.records import OTHER
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.values import format_value
from analysis.view.frames import name_themes
from analysis.view.measuring import remembering
from analysis.view.measuring.bands import MOST_DRAWN, span_shares
from analysis.view.measuring.periods import (
    AUTOMATIC,
    choose_step,
    count_steps,
    name_step,
    number_days,
    span_step,
)
from analysis.view.measuring.remembering import remember_selection
from analysis.view.measuring.weighing import (
    FEW,
    Weighing,
    keep_places,
    tally_groups,
    weigh_articles,
)
from analysis.view.source import source_line, theme_colours

VALUES = ("share", "count")
"""share: of what is counted in a step; count: what the articles of each main theme count."""

Asked = tuple[str, str]
"""A step of time (or "auto") and one of ``VALUES``."""

USUAL: Asked = (AUTOMATIC, "share")


@remember_selection(remembering.FEW)
def weigh_dated(catalogue: Catalogue, rows: Mask, per: str) -> tuple[Weighing, int]:
    """Return the dated articles that count, and how many more there are without a day."""
    weighing = weigh_articles(catalogue, rows, per)
    dated = ~np.isnat(catalogue.facets.days[weighing.places])
    return keep_places(weighing, dated), int((~dated).sum())


def timeline_frame(
    catalogue: Catalogue, weighing: Weighing, language: str, *, step: str
) -> pd.DataFrame:
    """Return one row a step and theme, steps without articles too; ``weighing`` is of dated ones.

    Columns: period (its first and last day, with a slash between), step, since (its first day),
    theme_id, theme, share (of what counts in the step, 0-1, missing where nothing does), low and
    high (its 95 % band, missing where too little is known for one), count (what the articles of
    that main theme count, missing where the step has no article), articles (how many of the step
    count).
    """
    days = catalogue.facets.days[weighing.places]
    numbers = number_days(days, step)
    first, n_steps = int(numbers.min()), count_steps(days, step)
    tally = tally_groups(weighing, numbers - first, n_steps)
    seed = catalogue.study.recipe.settings.seed
    low, high = span_shares(weighing, numbers - first, tally, seed=seed)
    names, n_themes = name_themes(catalogue.study, language), len(catalogue.themes)
    spans = [span_step(first + number, step) for number in range(n_steps)]
    called = [name_step(first + number, step) for number in range(n_steps)]
    counts = np.where(tally.counts[:, np.newaxis] > 0, tally.mains, np.nan)
    return pd.DataFrame(
        {
            "period": _spread(["/".join(span) for span in spans], n_themes),
            "step": _spread(called, n_themes),
            "since": np.repeat(np.array([s for s, _ in spans], dtype="datetime64[s]"), n_themes),
            "theme_id": [*catalogue.themes] * n_steps,
            "theme": [names[theme] for theme in catalogue.themes] * n_steps,
            "share": tally.shares.ravel(),
            "low": low.ravel(),
            "high": high.ravel(),
            "count": counts.ravel(),
            "articles": np.repeat(tally.counts, n_themes),
        }
    )


def _spread(values: list[str], times: int) -> NDArray[np.object_]:
    return np.repeat(np.array(values, dtype=object), times)


def find_step(catalogue: Catalogue, weighing: Weighing, asked: str, *, title: str) -> str:
    """Return the step of time of the chart ``title``: the one asked for, or the one that fits.

    Raises
    ------
    NothingToDraw
        When the articles, dated ones, are none or all lie in one step.
    """
    days = catalogue.facets.days[weighing.places]
    if not len(days):
        raise NothingToDraw(name=title)
    step = choose_step(days, asked)
    if count_steps(days, step) < 2:
        raise NothingToDraw(name=title)
    return step


def show_timeline(
    catalogue: Catalogue, rows: Mask, language: str, *, per: str = "articles", asked: Asked = USUAL
) -> Figure:
    """Return the themes over time.

    Raises
    ------
    NothingToDraw
        When the selected articles that count have no date, or all lie in one step.
    """
    weighing, undated = weigh_dated(catalogue, rows, per)
    title, value, shown = say("chart.timeline", language), asked[1], asked[1] == "share"
    step = find_step(catalogue, weighing, asked[0], title=title)
    frame = timeline_frame(catalogue, weighing, language, step=step)
    words = {"step": say(f"time.{step}", language), "articles": f"{len(weighing.places):,}"}
    figure = Figure(
        name="timeline",
        title=title,
        subtitle=_tell_notes(frame, undated, language, shown=shown),
        kind="panels",
        # 其他 is most of many corpora: on one scale with it the named themes would lie flat.
        frame=frame[frame["theme_id"] != OTHER].reset_index(drop=True),
        category="step",
        value=value,
        series="theme",
        key="period",
        across="since",
        value_format="percent" if shown else "count",
        value_label=say(f"axis.timeline.{value}.{per}", language, **words),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=_tell_finding(frame, value, language),
        language=language,
    )
    return bear_doubt(figure, shown=shown)


def bear_doubt(figure: Figure, *, shown: bool = True) -> Figure:
    """Return a chart along time with notes and, where it shows shares, bands and hollow dots."""
    frame, ends = figure.frame, ("low", "high") if shown else (None, None)
    notes = write_notes(frame, figure.language, shown=shown)
    marked = frame.assign(few=(frame["articles"] < FEW) & shown, note=notes)
    return replace(figure, frame=marked, low=ends[0], high=ends[1], note="note", faint="few")


def write_notes(frame: pd.DataFrame, language: str, *, shown: bool) -> list[str]:
    """Return what stands with a dot when it is pointed at: its step's articles, and its band."""
    top = float(frame[["share", "high"]].max().max())
    notes = []
    for low, high, articles in zip(frame["low"], frame["high"], frame["articles"], strict=True):
        note = say("time.articles", language, n=f"{articles:,}")
        if shown and articles:
            note += _tell_band(low, high, top=top, language=language)
        if shown and 0 < articles < FEW:
            note += say("time.few", language)
        notes.append(note)
    return notes


def _tell_band(low: float, high: float, *, top: float, language: str) -> str:
    if isnan(low):
        return say("time.band.none", language)
    ends = [format_value(end, "percent", top=top) for end in (low, high)]
    return say("time.band", language, low=ends[0], high=ends[1])


def _tell_notes(frame: pd.DataFrame, undated: int, language: str, *, shown: bool) -> str:
    empty = int((frame["articles"].to_numpy() == 0).sum() // frame["theme"].nunique())
    notes = [
        say("time.note.share", language, drawn=MOST_DRAWN, few=FEW) if shown else "",
        say("time.note.other", language),
        say("time.note.gaps", language, n=empty) if empty else "",
        say("time.note.undated", language, n=f"{undated:,}") if undated else "",
    ]
    return "".join(notes).strip()


def _tell_finding(frame: pd.DataFrame, value: str, language: str) -> str:
    """Return when each named theme that is met was largest, in steps with enough articles."""
    told = frame[(frame["articles"] >= FEW) & (frame["theme_id"] != OTHER)]
    if told.empty:
        return say("alt.timeline.few", language, few=FEW)
    told = told[told[value] > 0]
    if told.empty:
        return say("alt.timeline.none", language, few=FEW)
    top = told.loc[told.groupby("theme", sort=False)[value].idxmax()]
    formatted = "percent" if value == "share" else "count"
    findings = (
        say("alt.timeline", language, theme=theme, step=step, value=format_value(most, formatted))
        for theme, step, most in zip(top["theme"], top["step"], top[value], strict=True)
    )
    return say("told.between", language).join(findings)
