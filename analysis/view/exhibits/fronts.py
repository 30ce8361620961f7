"""The themes of front pages beside those of other pages, and what sets them apart."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.comparing import is_open
from analysis.study.select import EDITIONS, Mask
from analysis.theme.records import OTHER
from analysis.view.drawing.figures import Figure, format_value
from analysis.view.exhibits.newspapers import draw_rows, lay_rows
from analysis.view.frames import name_themes
from analysis.view.measuring.bands import span_differences
from analysis.view.measuring.weighing import (
    Weighing,
    keep_places,
    tally_all,
    tally_groups,
    weigh_articles,
)


def front_frame(
    catalogue: Catalogue, rows: Mask, language: str, *, per: str = "articles"
) -> pd.DataFrame:
    """Return one row a theme for front pages, other pages, and pages that bear no number.

    Columns as ``newspapers.newspaper_frame`` has them; row_id is as a ``Selection`` calls editions.
    """
    weighing = weigh_articles(catalogue, rows, per)
    codes = np.array(list(EDITIONS.values()))
    # Where each code stands among them, whatever the codes are.
    order = np.argsort(codes)
    places = order[np.searchsorted(codes[order], catalogue.facets.fronts[weighing.places])]
    tally = tally_groups(weighing, places, len(codes))
    called = {name: say(f"edition.{name}", language) for name in EDITIONS}
    frame = lay_rows(catalogue, tally, called, language)
    return frame[frame["articles"] > 0].reset_index(drop=True)


def show_fronts(
    catalogue: Catalogue, rows: Mask, language: str, *, per: str = "articles"
) -> Figure:
    """Return what part each theme has on front pages and on the other pages.

    Raises
    ------
    NothingToDraw
        When there are not both among the selected articles.
    """
    # Front pages alone cannot be set beside others: each of their articles counts one.
    per = "articles" if per == "front" else per
    frame = front_frame(catalogue, rows, language, per=per)
    if not {"front", "inner"} <= set(frame["row_id"]):
        raise NothingToDraw(name=say("chart.fronts", language))
    figure = draw_rows(catalogue, rows, frame, language=language, named=("fronts", per))
    gap = _tell_gap(catalogue, weigh_articles(catalogue, rows, per), language)
    return replace(figure, subtitle=figure.subtitle + gap)


def _tell_gap(catalogue: Catalogue, weighing: Weighing, language: str) -> str:
    """Return which named theme front pages have more or less of, where that is more than chance.

    Beside a large 其他 the named themes are narrow, and which of two is wider is hard to see. Where
    none differs by more than chance, or two do so alike, there is none to name.
    """
    fronts = catalogue.facets.fronts[weighing.places]
    groups = (fronts == EDITIONS["front"], fronts == EDITIONS["inner"])
    span = span_differences(weighing, groups, seed=catalogue.study.recipe.settings.seed)
    one, two = (tally_all(keep_places(weighing, group)).shares[0] for group in groups)
    named = [at for at, theme in enumerate(catalogue.themes) if theme != OTHER]
    sure = [at for at in named if not is_open(*span[:, at])]
    widest = sorted(sure, key=lambda at: -abs(one[at] - two[at]))
    if not widest or (len(widest) > 1 and _differ_alike(one - two, widest)):
        return ""
    at, top = widest[0], float(max(one[named].max(), two[named].max()))
    shares = {"front": one[at], "inner": two[at]}
    gap = {"difference": one[at] - two[at], "low": span[0, at], "high": span[1, at]}
    return say(
        "chart.fronts.gap",
        language,
        theme=name_themes(catalogue.study, language)[catalogue.themes[at]],
        **{name: format_value(float(one), "percent", top=top) for name, one in shares.items()},
        **{name: format_value(float(one), "change") for name, one in gap.items()},
    )


def _differ_alike(gaps: NDArray[np.float64], widest: Sequence[int]) -> bool:
    """Tell whether the first two differ equally, but for rounding."""
    first, second = np.abs(gaps[list(widest[:2])])
    return bool(np.isclose(first, second))
