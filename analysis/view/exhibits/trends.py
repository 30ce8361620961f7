"""One theme or topic over time: its share of every step, where nothing was printed a gap."""

import numpy as np
import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.values import format_value
from analysis.view.exhibits.timeline import bear_doubt, find_step, weigh_dated
from analysis.view.measuring.bands import span_shares
from analysis.view.measuring.periods import (
    AUTOMATIC,
    count_steps,
    name_step,
    number_days,
    span_step,
)
from analysis.view.measuring.weighing import FEW, Weighing, tally_groups
from analysis.view.source import source_line
from analysis.view.topics.subjects import Subject, call_subject, colour_subject, share_subject


def trend_frame(catalogue: Catalogue, rows: Mask, subject: Subject, step: str) -> pd.DataFrame:
    """Return one row a step, steps without articles too.

    Columns: period (its first and last day, with a slash between), step, since (its first day),
    share (of the step's articles, 0-1, missing where there are none), low and high (its 95 % band,
    missing where too little is known for one), articles (how many of the step count).
    """
    dated, _ = weigh_dated(catalogue, rows, "articles")
    own = share_subject(catalogue, subject)[dated.places, np.newaxis]
    # One column of shares: as if there were this theme alone.
    weighing = Weighing(dated.places, dated.weights, own, np.zeros_like(dated.main))
    days = catalogue.facets.days[dated.places]
    numbers = number_days(days, step)
    first, n_steps = int(numbers.min()), count_steps(days, step)
    tally = tally_groups(weighing, numbers - first, n_steps)
    seed = catalogue.study.recipe.settings.seed
    low, high = span_shares(weighing, numbers - first, tally, seed=seed)
    spans = [span_step(first + number, step) for number in range(n_steps)]
    return pd.DataFrame(
        {
            "period": ["/".join(span) for span in spans],
            "step": [name_step(first + number, step) for number in range(n_steps)],
            "since": np.array([since for since, _ in spans], dtype="datetime64[s]"),
            "share": tally.shares[:, 0],
            "low": low[:, 0],
            "high": high[:, 0],
            "articles": tally.counts,
        }
    )


def show_trend(catalogue: Catalogue, rows: Mask, subject: Subject, language: str) -> Figure:
    """Return the share of a theme or topic over time, by the step that fits the span.

    Raises
    ------
    NothingToDraw
        When the selected articles have no date, or all lie in one step.
    """
    called = call_subject(catalogue.study, subject, language)
    title = say("chart.trend", language, theme=called)
    dated, _ = weigh_dated(catalogue, rows, "articles")
    step = find_step(catalogue, dated, AUTOMATIC, title=title)
    frame = trend_frame(catalogue, rows, subject, step)
    words = {"step": say(f"time.{step}", language), "articles": f"{len(dated.places):,}"}
    figure = Figure(
        name="trend",
        title=title,
        subtitle=say("chart.trend.note", language, few=FEW),
        kind="panels",
        frame=frame.assign(theme=called),
        category="step",
        value="share",
        series="theme",
        key="period",
        across="since",
        value_label=say("axis.timeline.share.articles", language, **words),
        colours={called: colour_subject(catalogue.study, subject, language)},
        source=source_line(catalogue, rows, language),
        alt=_tell_peak(frame, called, language),
        language=language,
    )
    return bear_doubt(figure)


def _tell_peak(frame: pd.DataFrame, called: str, language: str) -> str:
    top = frame.iloc[int(np.nanargmax(frame["share"].to_numpy()))]
    share = format_value(float(top["share"]), "percent")
    return say("alt.trend", language, theme=called, step=top["step"], share=share)
