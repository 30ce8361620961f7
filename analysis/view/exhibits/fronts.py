"""The themes of front pages beside those of other pages, and what sets them apart."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.select import EDITIONS, Mask
from analysis.theme.records import OTHER
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.values import format_value
from analysis.view.exhibits.newspapers import draw_rows, lay_rows
from analysis.view.frames import name_themes
from analysis.view.measuring import remembering
from analysis.view.measuring.gaps import find_gap
from analysis.view.measuring.remembering import remember_selection
from analysis.view.measuring.weighing import tally_groups, weigh_articles


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
    gap = _tell_gap(catalogue, rows, language, per)
    return replace(figure, subtitle=figure.subtitle + gap)


@remember_selection(remembering.MANY)
def _tell_gap(catalogue: Catalogue, rows: Mask, language: str, per: str) -> str:
    """Return which named theme front pages have more or less of, where that is more than chance.

    Beside a large 其他 the named themes are narrow, and which of two is wider is hard to see.
    """
    weighing = weigh_articles(catalogue, rows, per)
    fronts = catalogue.facets.fronts[weighing.places]
    groups = (fronts == EDITIONS["front"], fronts == EDITIONS["inner"])
    named = [at for at, theme in enumerate(catalogue.themes) if theme != OTHER]
    gap = find_gap(weighing, groups, named, seed=catalogue.study.recipe.settings.seed)
    if gap is None:
        return ""
    front, inner = (format_value(one, "percent", top=max(gap.shares)) for one in gap.shares)
    return say(
        "chart.fronts.gap",
        language,
        theme=name_themes(catalogue.study, language)[catalogue.themes[gap.theme]],
        front=front,
        inner=inner,
        difference=format_value(gap.width, "change"),
        low=format_value(gap.low, "change"),
        high=format_value(gap.high, "change"),
    )
