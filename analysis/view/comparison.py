"""Two sides of a study in words and as tidy frames."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.comparing import ShareContrast, WordContrast, is_open
from analysis.study.counting import WordCounts
from analysis.study.records import Selection
from analysis.study.sides import Sides
from analysis.study.tables import read_table
from analysis.view import frames
from analysis.view.drawing.fonts import measure_text
from analysis.view.naming import name_topic
from analysis.view.selected import tell_selection

KEYS = ("a", "b")
"""The sides in addresses, frames and files."""

# As wide as a legend's line on a telephone.
_LONGEST = 24
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sides that are shown: which articles, and what each is called, in full."""

    catalogue: Catalogue
    sides: Sides
    names: tuple[str, str]
    language: str

    @property
    def short(self) -> tuple[str, str]:
        """What the sides are called in a chart, where a line is short."""
        return shorten(self.names[0]), shorten(self.names[1])

    @property
    def told(self) -> str:
        """What the sides are called in full, each with how many articles it has."""
        named = zip(self.names, self.sides.sizes, strict=True)
        told = [say("compare.source", self.language, name=name, n=size) for name, size in named]
        return say("told.between", self.language).join(told)


def shorten(name: str) -> str:
    """Return a name that fits a line of a chart, with … where something is left out.

    Examples
    --------
    >>> shorten("甲：工人日报")
    '甲：工人日报'
    >>> shorten("甲：" + "报" * 40)
    '甲：报报报报报报报报报报报报报报报报报报报报报…'
    """
    if measure_text(name) <= _LONGEST:
        return name
    cut = next(n for n in range(len(name), 0, -1) if measure_text(name[:n]) <= _LONGEST - 1)
    return f"{name[:cut]}…"


def name_sides(
    catalogue: Catalogue, chosen: tuple[Selection, Selection], sides: Sides, language: str
) -> tuple[str, str]:
    """Return what each side is called: its letter, and what was chosen for it."""
    rules = ("first", "second")
    called = []
    for place, own in enumerate(chosen):
        rest = sides.rule == rules[1 - place]
        words = _name_choice(catalogue, own, rest=rest, language=language)
        called.append(say(f"compare.side.{KEYS[place]}", language, name=words))
    return called[0], called[1]


def _name_choice(catalogue: Catalogue, own: Selection, *, rest: bool, language: str) -> str:
    words = tell_selection(catalogue, own, language)
    if rest:
        return (
            say("compare.rest.of", language, name=words) if words else say("compare.rest", language)
        )
    return words or say("compare.everything", language)


def name_topics(catalogue: Catalogue, language: str) -> dict[int, str]:
    """Return what the topics of a study are called, by id, without those that are hidden."""
    rows = read_table(catalogue.study.folder, "topics").to_pylist()
    return {row["topic_id"]: name_topic(row, language) for row in rows if not row["hidden"]}


def word_frame(words: WordContrast, names: tuple[str, str]) -> pd.DataFrame:
    """Return the words that mark the sides, a row a word, those of the first side first.

    Columns: term_id (side and term), term, side, z (how sure it is, above 0), log_odds, count_a and
    count_b (how often it stands on each side), articles_a and articles_b, counts ("48 : 3").
    """
    every = contrast_frame(words)
    parts = []
    for key, name, columns in zip(KEYS, names, words.leading, strict=True):
        part = every.loc[columns]
        part = part.assign(z=part["z"].abs(), log_odds=part["log_odds"].abs())
        part.insert(0, "side", name)
        part.insert(0, "term_id", [f"{key} {term}" for term in part["term"]])
        parts.append(part)
    frame = pd.concat(parts, ignore_index=True)
    counts = zip(frame["count_a"], frame["count_b"], strict=True)
    return frame.assign(counts=[f"{first:,} : {second:,}" for first, second in counts])


def contrast_frame(words: WordContrast) -> pd.DataFrame:
    """Return every word of the model, a row a word, by its column there.

    Columns: term, z and log_odds (above 0 where the first side has more), count_a, count_b,
    articles_a, articles_b, per_10000_a, per_10000_b (of the words that count on that side).
    """
    found = words.contrast
    counts = (found.first, found.second)
    rates = [10_000 * one / max(int(one.sum()), 1) for one in counts]
    return pd.DataFrame(
        {
            "term": words.terms,
            "z": found.scores,
            "log_odds": found.log_odds,
            "count_a": counts[0],
            "count_b": counts[1],
            "articles_a": words.articles[0],
            "articles_b": words.articles[1],
            "per_10000_a": rates[0],
            "per_10000_b": rates[1],
        }
    )


def met_frame(words: WordContrast) -> pd.DataFrame:
    """Return the words that stand on a side at all, those that mark the first side first."""
    every = contrast_frame(words)
    met = every[(every["count_a"] > 0) | (every["count_b"] > 0)]
    return met.sort_values("z", ascending=False, kind="stable").reset_index(drop=True)


def share_frame(compared: Compared, shares: ShareContrast) -> pd.DataFrame:
    """Return a row a theme and side: theme_id, theme, side, share, low and high (0-1).

    The ends are missing where no interval can be told.
    """
    themes = _list_themes(compared)
    parts = []
    for place, name in enumerate(compared.short):
        low, high = shares.spans[place]
        parts.append(themes.assign(side=name, share=shares.means[place], low=low, high=high))
    return pd.concat(parts, ignore_index=True)


def difference_frame(compared: Compared, shares: ShareContrast) -> pd.DataFrame:
    """Return a row a theme: theme_id, theme, difference, low and high (-1 to 1), open.

    ``open`` says that the interval holds 0.
    """
    low, high = shares.span
    frame = _list_themes(compared).assign(difference=shares.difference, low=low, high=high)
    return frame.assign(open=[is_open(*ends) for ends in zip(low, high, strict=True)])


def _list_themes(compared: Compared) -> pd.DataFrame:
    names = frames.name_themes(compared.catalogue.study, compared.language)
    themes = list(compared.catalogue.themes)
    return pd.DataFrame({"theme_id": themes, "theme": [names[theme] for theme in themes]})


def typical_frame(
    compared: Compared, counts: WordCounts, words: WordContrast, found: tuple[int, list[int]]
) -> pd.DataFrame:
    """Return the articles of a side that are most typical of it, as ``article_frame`` has them.

    ``found`` are the number of the side and rows of the catalogue; ``marking`` lists the side's
    words that each article holds, the surest first.
    """
    side, rows = found
    mask = np.zeros(len(compared.catalogue.articles), dtype=np.bool_)
    mask[rows] = True
    frame = frames.article_frame(compared.catalogue, mask, compared.language)
    place = {row: place for place, row in enumerate(np.flatnonzero(mask).tolist())}
    frame = frame.iloc[[place[row] for row in rows]].reset_index(drop=True)
    leading = words.leading[side].tolist()
    shown = ([words.terms[one] for one in counts.find_held(row, leading)][:_LISTED] for row in rows)
    return frame.assign(marking=[" ".join(terms) for terms in shown])
