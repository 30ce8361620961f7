"""A selection of a study as tidy frames: what the charts, the tables and the CSV files hold."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from analysis.resources import say
from analysis.study.catalogue import UNNAMED, Catalogue
from analysis.study.records import Study
from analysis.study.select import Mask
from analysis.study.tables import read_table
from analysis.theme.records import OTHER
from analysis.view.measuring import remembering
from analysis.view.measuring.remembering import remember_selection
from analysis.view.measuring.weighing import tally_all, weigh_articles


def name_themes(study: Study, language: str) -> dict[str, str]:
    """Return what each theme is called on the screen, in the order of the recipe, 其他 last."""
    names = {theme.name: theme.name for theme in study.recipe.themes}
    if language == "en":
        names = {theme.name: theme.en for theme in study.recipe.themes}
    return {**names, OTHER: say("theme.other", language)}


def name_newspaper(newspaper: str, language: str) -> str:
    """Return what a newspaper is called on the screen; pages may not name theirs."""
    return say("newspaper.unnamed", language) if newspaper == UNNAMED else newspaper


def article_frame(
    catalogue: Catalogue, rows: Mask | NDArray[np.int64] | Sequence[int], language: str
) -> pd.DataFrame:
    """Return the selected articles: those of a mask, or those at some rows, in the order given.

    Columns: article_id, headline (or the first words of the body where the page gives none), theme
    (its main one), share (of that theme in the article, 0-1), newspaper, date, edition, byline,
    characters, source, copies (how many articles of the study print the story, this one with them),
    copy_group (the id of its first printing, "" where it is alone).
    """
    chosen = np.asarray(rows)
    places = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen.astype(np.int64)
    frame = catalogue.articles.take(pa.array(places)).to_pandas()
    main, names = catalogue.main[places], name_themes(catalogue.study, language)
    called = [names[catalogue.themes[theme]] if theme >= 0 else "" for theme in main]
    shares = catalogue.theme_shares[places]
    opening = [say("headline.none", language, opening=words) for words in frame["opening"]]
    return pd.DataFrame(
        {
            "article_id": frame["article_id"],
            "headline": frame["headline"].fillna(
                pd.Series(opening, index=frame.index, dtype=object)
            ),
            "theme": called,
            "share": shares.max(axis=1, initial=0.0),
            "newspaper": [name_newspaper(name, language) for name in frame["newspaper"]],
            "date": frame["date"].fillna(""),
            "edition": frame["edition"].fillna(""),
            "byline": frame["byline"].fillna(""),
            "characters": frame["characters"],
            "source": frame["source"],
            "copies": catalogue.count_printings()[places],
            "copy_group": frame["copy_group"].fillna(""),
        }
    )


def theme_frame(
    catalogue: Catalogue, rows: Mask, language: str, *, per: str = "articles"
) -> pd.DataFrame:
    """Return one row a theme.

    Columns: theme_id (its name in the recipe), theme, share (of what ``per`` counts, one of
    ``weighing.PER``: the themes sum to 1), articles (whose main theme it is, among those counted).
    """
    names = name_themes(catalogue.study, language)
    weighing = weigh_articles(catalogue, rows, per)
    return pd.DataFrame(
        {
            "theme_id": catalogue.themes,
            "theme": [names[theme] for theme in catalogue.themes],
            "share": np.nan_to_num(tally_all(weighing).shares[0]),
            "articles": np.bincount(weighing.main, minlength=len(catalogue.themes)),
        }
    )


def theme_weights(study: Study, theme: str) -> Mapping[str, float]:
    """Return how much each term speaks for a theme: its weight in the theme's topics, summed.

    A topic counts as far as it belongs to the theme and by its size; the terms of a theme sum to 1.
    """
    topics = _topics_of(study, theme)
    pull = (topics["affinity"] * topics["size"]).tolist()
    return weigh_terms(study, dict(zip(topics["topic_id"].tolist(), pull, strict=True)))


def weigh_terms(study: Study, pull: Mapping[int, float]) -> Mapping[str, float]:
    """Return how much each term speaks for some topics together, strongest first, in all 1.

    ``pull`` is how much each topic counts, by id.
    """
    terms = read_table(study.folder, "topic_terms").to_pandas()
    terms["share"] = terms["weight"] / terms.groupby("topic_id")["weight"].transform("sum")
    weight = terms["share"] * terms["topic_id"].map(pull)
    summed = weight.groupby(terms["term"]).sum()
    summed = (
        summed[summed > 0].sort_index(kind="stable").sort_values(ascending=False, kind="stable")
    )
    return (summed / summed.sum()).to_dict() if len(summed) else {}


def topic_terms(study: Study) -> Mapping[int, list[str]]:
    """Return the terms of each topic, those first that stand for it: as ``rank_terms`` ranks."""
    return _rank_terms(study.folder, study.digest)


@lru_cache(maxsize=4)
def _rank_terms(folder: Path, _digest: str) -> Mapping[int, list[str]]:
    terms = read_table(folder, "topic_terms").to_pandas()
    sums = terms.groupby("term")["weight"].transform("sum")
    terms["mark"] = -(terms["weight"] ** 2) / sums
    ranked = terms.sort_values(["topic_id", "mark", "term"], kind="stable")
    return {int(topic): list(own) for topic, own in ranked.groupby("topic_id")["term"]}


def topic_frame(catalogue: Catalogue, rows: Mask, theme: str) -> pd.DataFrame:
    """Return the topics of a theme, largest first, without those that are hidden.

    Columns: topic_id, label, label_count, label_where, articles (the sum of the rows' shares times
    the topic's part in the theme), affinity (that part, 0-1), stability (0-1), coherence (-1 to 1),
    terms, alarms (codes of ``theme.alarms``, a space between).
    """
    topics = _rank_topics(catalogue, rows, theme)
    listed = {topic: " ".join(terms[:10]) for topic, terms in topic_terms(catalogue.study).items()}
    topics["terms"] = topics["topic_id"].map(listed)
    topics["alarms"] = topics["alarms"].map(" ".join)
    measures = ["articles", "affinity", "stability", "coherence"]
    called = ["topic_id", "label", "found_label", "label_count", "label_where"]
    return topics[[*called, *measures, "terms", "alarms"]]


def rank_topics(catalogue: Catalogue, rows: Mask, theme: str) -> list[int]:
    """Return the topics by how much of a theme they hold, by id, without those that are hidden."""
    ranked: list[int] = _rank_topics(catalogue, rows, theme)["topic_id"].tolist()
    return ranked


def _rank_topics(catalogue: Catalogue, rows: Mask, theme: str) -> pd.DataFrame:
    topics = _topics_of(catalogue.study, theme)
    # A product reads the shares where they are: to take rows out of a million copies them.
    topics["articles"] = rows.astype(np.float64) @ catalogue.topic_shares * topics["affinity"]
    seen = topics[~topics["hidden"]]
    return seen.sort_values("articles", ascending=False, kind="stable", ignore_index=True)


def _topics_of(study: Study, theme: str) -> pd.DataFrame:
    topics = read_table(study.folder, "topics").to_pandas()
    belong = read_table(study.folder, "topic_themes").to_pandas()
    affinity = belong[belong["theme"] == theme].set_index("topic_id")["affinity"]
    found: pd.DataFrame = topics.assign(affinity=topics["topic_id"].map(affinity))
    return found


def strongest_articles(catalogue: Catalogue, rows: Mask, theme: str, language: str) -> pd.DataFrame:
    """Return the selected articles by their share of ``theme``, largest first.

    The column ``share`` holds the share of that theme, whatever the article's main theme is.
    """
    frame = article_frame(catalogue, rows, language)
    column = catalogue.themes.index(theme)
    frame["share"] = catalogue.theme_shares[rows][:, column]
    return frame.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)


@remember_selection(remembering.MANY)
def corpus_facts(catalogue: Catalogue, rows: Mask) -> dict[str, int | str]:
    """Return what the selected articles are: newspapers, pages, articles, characters, period.

    "records" are rows of tables that tell no page and are none; "copies" are those that other
    articles of the study print too; "undated" those without a day.
    """
    facets, days = catalogue.facets, catalogue.facets.days[rows]
    dated = days[~np.isnat(days)]
    pages = facets.pages[rows]
    named = np.array([name != UNNAMED for name in facets.paper_names], dtype=np.bool_)
    return {
        "newspapers": int(named[np.flatnonzero(np.bincount(facets.papers[rows]))].sum()),
        "pages": int(np.count_nonzero(np.bincount(pages[pages >= 0]))),
        "records": int(np.count_nonzero(np.bincount(-1 - pages[pages < 0]))),
        "articles": int(rows.sum()),
        "copies": int((catalogue.groups[rows] >= 0).sum()),
        "characters": int(catalogue.articles["characters"].to_numpy()[rows].sum()),
        "undated": len(days) - len(dated),
        "first": str(dated.min()) if len(dated) else "",
        "last": str(dated.max()) if len(dated) else "",
    }
