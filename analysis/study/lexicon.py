"""The word lists of a study's themes against its topics and its articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.press.script import simplify
from analysis.study.catalogue import Catalogue
from analysis.study.groups import map_groups
from analysis.study.matrices import spread_long
from analysis.study.records import Study
from analysis.study.select import Mask
from analysis.study.tables import read_table
from analysis.theme.lexicon import Match, match_themes
from analysis.theme.themes import cut_theme_words
from analysis.theme.tokens import make_cutter

LITTLE, MUCH = 0.1, 0.5
"""An article with less than the first share has little of a theme, from the second on much."""

WORDS = 2
"""So many different words of a theme's list make an article speak of it by its words."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where a theme's word list and its share tell different things of the articles.

    ``held`` (n_articles,) counts the words of the list that each article holds; ``silent`` are the
    rows that hold ``WORDS`` or more with a share below ``LITTLE``, ``wordless`` those with a share
    from ``MUCH`` on and not one of the words; ``words`` are those of the rows that are silent.
    """

    held: NDArray[np.int64]
    silent: tuple[int, ...]
    wordless: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]


def load_matches(study: Study) -> tuple[Match, ...]:
    """Return how near each named theme is to each topic, in the order of recipe and topics."""
    themes = study.recipe.themes
    terms = read_table(study.folder, "terms", ["term"])["term"].to_pylist()
    topics = read_table(study.folder, "topics", ["topic_id"])["topic_id"]
    names = [theme.name for theme in themes]
    cutter = make_cutter(study.recipe.words.user)
    return match_themes(
        spread_long(read_table(study.folder, "topic_terms"), topics, terms),
        spread_long(read_table(study.folder, "theme_terms"), names, terms),
        terms,
        own=[{term for word in cut_theme_words(one, cutter) for term in word} for one in themes],
    )


def list_absent(study: Study) -> tuple[str, ...]:
    """Return the themes none of whose words the study's texts hold, by name."""
    present = set(read_table(study.folder, "theme_terms", ["theme"])["theme"].to_pylist())
    return tuple(one.name for one in study.recipe.themes if one.name not in present)


def compare_articles(
    catalogue: Catalogue, theme: str, rows: Mask, *, found: Mask | None = None
) -> Disagreement:
    """Return which of the rows a theme's words and its share tell different things of.

    A word is held where the text in simplified characters prints it, whichever words it is cut
    into. The rows are listed with the most words, and with the largest share, first. ``found`` is
    ``find_words`` of the theme's ``list_words``, where the caller knows it.
    """
    words = list_words(catalogue.study, theme)
    found = find_words(catalogue.study, words) if found is None else found
    held = found.sum(axis=1)
    shares = catalogue.theme_shares[:, catalogue.themes.index(theme)]
    counted = rows & (catalogue.main >= 0)
    silent = np.flatnonzero(counted & (held >= WORDS) & (shares < LITTLE))
    wordless = np.flatnonzero(counted & (held == 0) & (shares >= MUCH))
    silent = silent[np.lexsort((silent, shares[silent], -held[silent]))]
    wordless = wordless[np.lexsort((wordless, -shares[wordless]))]
    return Disagreement(
        held=held,
        silent=tuple(silent.tolist()),
        wordless=tuple(wordless.tolist()),
        words=tuple(tuple(words[n] for n in np.flatnonzero(found[row])) for row in silent),
    )


def list_words(study: Study, theme: str) -> tuple[str, ...]:
    """Return the words of a theme; none where the recipe does not name it."""
    return next((one.words for one in study.recipe.themes if one.name == theme), ())


def find_words(study: Study, words: Sequence[str]) -> Mask:
    """Return which articles print which words, (n_articles, n_words), case aside."""
    work = partial(_find_in_group, words=[simplify(word) for word in words])
    found = map_groups(study.folder, "articles", ["text", "plain"], work)
    return np.concatenate([np.zeros((0, len(words)), dtype=np.bool_), *found])


def _find_in_group(group: pa.Table, words: Sequence[str]) -> Mask:
    plain = pc.coalesce(group["plain"], group["text"])
    found = np.zeros((len(group), len(words)), dtype=np.bool_)
    for column, word in enumerate(words):
        printed: pa.ChunkedArray = pc.match_substring(plain, word, ignore_case=True)
        found[:, column] = printed.to_numpy()
    return found
