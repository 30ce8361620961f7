"""The articles most like one: by their words in a small study, by their topics in a large one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from analysis.press.records import KINDS
from analysis.study.catalogue import Catalogue
from analysis.study.counting import count_small
from analysis.study.explain import load_model
from analysis.study.records import Study
from analysis.theme.likeness import measure_likeness, weigh_words
from analysis.theme.ranking import rank_highest

MOST_BY_WORDS = 2_000
"""Articles of a study whose words are compared: to cut them takes a second or two, once."""

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Similar:
    """Articles like one, by row, the most alike first, with their cosine, 0-1; how it was told."""

    likeness: Mapping[int, float]
    by: Literal["words", "topics"]


def load_words(study: Study) -> Any:  # noqa: ANN401 - a sparse array, scipy's
    """Return the TF-IDF weights of all articles, (n_articles, n_terms), rows of length one."""
    return weigh_words(count_small(study), load_model(study).idf)


def find_similar(catalogue: Catalogue, at: int, words: Any | None = None) -> Similar:  # noqa: ANN401 - as above
    """Return the articles most like the one of row ``at``, by ``words`` where they are given.

    Its own other printings are left out, for they are no other articles, and so are captions and
    notices; so is what has nothing in common with it.
    """
    vectors = catalogue.topic_shares if words is None else words
    likeness = measure_likeness(vectors, at)
    same = (catalogue.groups == catalogue.groups[at]) & (catalogue.groups >= 0)
    likeness[same | (catalogue.facets.kinds != KINDS.index("article"))] = 0.0
    likeness[at] = 0.0
    ranked = rank_highest(likeness, np.flatnonzero(likeness > 0), most=_SHOWN).tolist()
    found = {place: float(likeness[place]) for place in ranked}
    return Similar(found, "topics" if words is None else "words")
