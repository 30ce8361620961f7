"""The themes of each newspaper, in rows."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask
from analysis.theme.records import OTHER
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.values import format_value
from analysis.view.frames import name_newspaper, name_themes
from analysis.view.measuring.weighing import FEW, Tally, tally_groups, weigh_articles
from analysis.view.source import source_line, theme_colours

MOST_PAPERS = 20
"""As many newspapers as are read in rows; all others are one more."""

REST = "*"
"""The id of all newspapers after these."""

# A text that is read aloud names so many rows; the table has them all.
_TOLD = 8


def newspaper_frame(
    catalogue: Catalogue, rows: Mask, language: str, *, per: str = "articles"
) -> pd.DataFrame:
    """Return one row a newspaper and theme, newspapers with more articles first.

    Columns: row_id (the newspaper), name, theme_id, theme, share (of what ``per`` counts of the
    newspaper, 0-1), articles (how many of the newspaper count). After twenty newspapers all others
    are one, with the id ``REST``.
    """
    weighing = weigh_articles(catalogue, rows, per)
    names = catalogue.facets.paper_names
    papers = catalogue.facets.papers[weighing.places]
    listed = rank_papers(papers, len(names))
    place = np.full(len(names), len(listed))
    place[listed] = np.arange(len(listed))
    rest = len(np.unique(papers)) - len(listed)
    tally = tally_groups(weighing, place[papers], len(listed) + (rest > 0))
    called = {names[paper]: name_newspaper(names[paper], language) for paper in listed}
    if rest:
        called[REST] = say("newspaper.rest", language, n=f"{rest:,}")
    return lay_rows(catalogue, tally, called, language)


def rank_papers(papers: NDArray[np.integer], n_papers: int) -> list[int]:
    """Return the newspapers with the most articles, by name where equal, at most twenty."""
    counts = np.bincount(papers, minlength=n_papers)
    order = np.argsort(-counts, kind="stable")[:MOST_PAPERS]
    return [int(paper) for paper in order if counts[paper]]


def lay_rows(
    catalogue: Catalogue, tally: Tally, called: Mapping[str, str], language: str
) -> pd.DataFrame:
    """Return a row a group of the tally and theme; ``called`` are the groups' ids and names."""
    names, n_themes = name_themes(catalogue.study, language), len(catalogue.themes)

    def spread(values: Sequence[str]) -> NDArray[np.object_]:
        return np.repeat(np.array(values, dtype=object), n_themes)

    return pd.DataFrame(
        {
            "row_id": spread(list(called)),
            "name": spread(list(called.values())),
            "theme_id": [*catalogue.themes] * len(called),
            "theme": [names[theme] for theme in catalogue.themes] * len(called),
            "share": np.nan_to_num(tally.shares.ravel()),
            "articles": np.repeat(tally.counts, n_themes),
        }
    )


def show_newspapers(
    catalogue: Catalogue, rows: Mask, language: str, *, per: str = "articles"
) -> Figure:
    """Return what part each theme has in each newspaper, of what ``per`` counts."""
    frame = newspaper_frame(catalogue, rows, language, per=per)
    return draw_rows(catalogue, rows, frame, language=language, named=("newspapers", per))


def draw_rows(
    catalogue: Catalogue,
    rows: Mask,
    frame: pd.DataFrame,
    *,
    language: str,
    named: tuple[str, str],
) -> Figure:
    """Return rows of ``frame`` cut by theme; ``named`` are the chart and what ``per`` counts."""
    name, per = named
    titles = zip(frame["name"], frame["articles"], strict=True)
    row = [say("axis.row", language, name=name, n=f"{n:,}") for name, n in titles]
    return Figure(
        name=name,
        title=say(f"chart.{name}", language),
        subtitle=say(f"chart.{name}.note", language),
        kind="stacked",
        frame=frame.assign(row=row, few=frame["articles"] < FEW),
        category="row",
        value="share",
        series="theme",
        key="row_id",
        faint="few",
        value_label=say(f"axis.{name}.{per}", language, few=FEW),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=_tell_finding(frame, language),
        language=language,
    )


def _tell_finding(frame: pd.DataFrame, language: str) -> str:
    """Return the largest named theme of each of the first rows: most of many corpora is 其他."""
    named = frame[frame["theme_id"] != OTHER]
    if named.empty:
        return ""
    top = named.loc[named.groupby("row_id", sort=False)["share"].idxmax()].head(_TOLD)
    parts = (top[name].tolist() for name in ("name", "theme", "share"))
    findings = (
        say(
            "alt.newspaper" if share > 0 else "alt.newspaper.none",
            language,
            newspaper=name,
            theme=theme,
            share=format_value(share, "percent"),
        )
        for name, theme, share in zip(*parts, strict=True)
    )
    return say("told.between", language).join(findings)
