"""The tables that are taken away: of the selected articles, and what the whole study gives them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.comparing import WordContrast
from analysis.study.select import Mask
from analysis.study.tables import read_table
from analysis.view import frames
from analysis.view.comparison import met_frame
from analysis.view.reading.quoting import list_every_quote

_SHARES = {"share": "percent"}
_MEASURES = {
    "stability": "score",
    "coherence": "score",
    "exclusivity": "score",
    "junk": "percent",
    "size": "weight",
    "effective": "weight",
}


@dataclass(frozen=True, slots=True, eq=False)
class ExportTable:
    """A table by ``name``; ``make`` gives it anew each time, so that one at a time is in memory.

    ``formats`` are as ``sheets.SheetTable`` has them; ``narrowed`` says whether it holds the
    selected articles or what the whole study gives.
    """

    name: str
    make: Callable[[], pd.DataFrame]
    narrowed: bool = True
    formats: Mapping[str, str] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """Return what the table is called."""
        return say(f"table.{self.name}", language)

    def about(self, language: str) -> str:
        """Return what a row of it is, and of which articles."""
        scope = say("table.scope.selected" if self.narrowed else "table.scope.whole", language)
        return f"{say(f'table.about.{self.name}', language)}{scope}"


def list_tables(catalogue: Catalogue, rows: Mask, language: str) -> tuple[ExportTable, ...]:
    """Return the tables of a selection, each made when it is asked for."""
    given = (catalogue, rows, language)
    return (
        ExportTable("articles", partial(frames.article_frame, *given), formats=_SHARES),
        ExportTable("themes", partial(frames.theme_frame, *given), formats=_SHARES),
        ExportTable(
            "topics", partial(_list_topics, catalogue, language), narrowed=False, formats=_MEASURES
        ),
        ExportTable("terms", partial(_list_terms, catalogue), narrowed=False),
        ExportTable("theme_shares", partial(_list_theme_shares, *given), formats=_SHARES),
        ExportTable("topic_shares", partial(_list_topic_shares, *given), formats=_SHARES),
        ExportTable("quotations", partial(_list_quotations, *given)),
        ExportTable("pages", partial(_list_pages, *given)),
    )


def make_word_table(words: WordContrast) -> ExportTable:
    """Return the table of all words of two sides that are compared."""
    return ExportTable("contrast", partial(met_frame, words))


def _list_topics(catalogue: Catalogue, language: str) -> pd.DataFrame:
    """Return every topic of the study, hidden ones too, with its measures and first words."""
    frame: pd.DataFrame = read_table(catalogue.study.folder, "topics").to_pandas()
    names = frames.name_themes(catalogue.study, language)
    terms = frames.topic_terms(catalogue.study)
    listed = [" ".join(terms.get(topic, [])[:10]) for topic in frame["topic_id"]]
    alarms = [
        say("told.between", language).join(say(f"alarm.{code}", language) for code in codes)
        for codes in frame["alarms"]
    ]
    columns = [
        *("topic_id", "label", "theme", "size", "articles", "effective"),
        *("stability", "coherence", "exclusivity", "junk", "hidden", "terms", "alarms"),
    ]
    made = frame.assign(theme=frame["theme"].map(names), terms=listed, alarms=alarms)
    return made[columns]


def _list_terms(catalogue: Catalogue) -> pd.DataFrame:
    """Return the terms of each topic with their weights, the heaviest first."""
    folder = catalogue.study.folder
    frame: pd.DataFrame = read_table(folder, "topic_terms").to_pandas()
    labels = read_table(folder, "topics", ["topic_id", "label"]).to_pandas()
    frame = frame[frame["weight"] > 0].merge(labels, on="topic_id", validate="many_to_one")
    frame = frame.sort_values(["topic_id", "weight", "term"], ascending=[True, False, True])
    return frame[["topic_id", "label", "term", "weight"]].reset_index(drop=True)


def _list_theme_shares(catalogue: Catalogue, rows: Mask, language: str) -> pd.DataFrame:
    """Return the share of each theme in each selected article; what is 0 has no row."""
    names = frames.name_themes(catalogue.study, language)
    called = np.array([names[theme] for theme in catalogue.themes], dtype=object)
    place, column, share = _spread(catalogue, rows, catalogue.theme_shares)
    return pd.DataFrame({"article_id": place, "theme": called[column], "share": share})


def _list_topic_shares(catalogue: Catalogue, rows: Mask, _language: str) -> pd.DataFrame:
    """Return the share of each topic in each selected article; what is 0 has no row."""
    place, column, share = _spread(catalogue, rows, catalogue.topic_shares)
    topics = np.array(catalogue.topics, dtype=np.int64)
    return pd.DataFrame({"article_id": place, "topic_id": topics[column], "share": share})


def _spread(
    catalogue: Catalogue, rows: Mask, shares: NDArray[np.float64]
) -> tuple[NDArray[np.object_], NDArray[np.intp], NDArray[np.float64]]:
    """Return ids, columns and values of what is above 0 in the selected rows of a matrix."""
    ids = catalogue.articles["article_id"].to_numpy(zero_copy_only=False)[rows]
    chosen = shares[rows]
    place, column = np.nonzero(chosen)
    return ids[place], column, chosen[place, column]


def _list_quotations(catalogue: Catalogue, rows: Mask, language: str) -> pd.DataFrame:
    """Return the quotations that stand in selected articles, of themes and of topics."""
    study = catalogue.study
    ids = set(catalogue.articles["article_id"].to_numpy(zero_copy_only=False)[rows])
    names = frames.name_themes(study, language)
    columns = ["theme", "topic_id", "text", "source", "place", "article_id", "strength"]
    listed = (
        (
            names.get(theme or "", ""),
            topic,
            one.text,
            one.source,
            one.place,
            one.article_id,
            one.strength,
        )
        for theme, topic, one in list_every_quote(study, language)
        if one.article_id in ids
    )
    return pd.DataFrame(listed, columns=columns).astype({"topic_id": "Int64"})


def _list_pages(catalogue: Catalogue, rows: Mask, language: str) -> pd.DataFrame:
    """Return the pages that selected articles stand on, with how many and how long they are."""
    chosen = catalogue.articles.filter(rows).select(["page_id", "characters"]).to_pandas()
    counts = chosen.groupby("page_id")["characters"].agg(["size", "sum"])
    columns = ["page_id", "source", "newspaper", "date", "edition", "encoding", "script"]
    pages: pd.DataFrame = read_table(catalogue.study.folder, "pages", columns).to_pandas()
    pages = pages[pages["page_id"].isin(counts.index)].reset_index(drop=True)
    papers = [frames.name_newspaper(name, language) for name in pages["newspaper"].fillna("")]
    return pages.assign(
        newspaper=papers,
        articles=counts["size"].reindex(pages["page_id"]).to_numpy(),
        characters=counts["sum"].reindex(pages["page_id"]).to_numpy(),
    )
