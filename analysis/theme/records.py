"""The records of the theme floor: what is kept of a fit, what is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from analysis.theme.parts import Gone, Part, list_topics, number_parts
from analysis.theme.settings import Settings
from analysis.theme.shapes import Array, freeze_arrays

OTHER = "其他"
"""The name of what belongs to no named theme; always the last theme of a model."""


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """What stands beside a topic on the screen.

    ``terms`` are terms and their weights (shares of the topic, 0-1) as ``rank_terms`` ranks them;
    ``size`` is the sum of the articles' shares; ``stability`` is 0-1, None where not measured;
    ``coherence`` is the document NPMI of the first ten, -1 to 1; ``exclusivity`` and
    ``junk`` are 0-1; ``articles`` have it as their main topic; ``effective`` is on how many
    articles it rests; ``resampled`` is how many rows each resample saw.
    """

    label: str
    terms: tuple[tuple[str, float], ...]
    size: float
    stability: float | None
    coherence: float
    exclusivity: float
    junk: float
    articles: int
    effective: float
    resampled: int | None


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """What stands beside a theme on the screen; as ``TopicFacts`` has it."""

    size: float
    stability: float | None
    articles: int
    effective: float
    resampled: int | None


@dataclass(frozen=True, slots=True)
class Model:
    """All that is needed to place a new article.

    ``idf`` (n_terms,), ``components`` (n_topics, n_terms) with rows of length one, ``affinity``
    (n_topics, n_themes + 1) with rows that sum to 1; ``themes`` are the names of its columns, 其他
    last. ``terms`` are sorted; ``tags`` are their parts of speech; ``digest`` tells the word lists;
    ``rows`` is how many passages or articles were fitted.

    After edits a row is a part of a topic: ``parts`` says what each counts to, and ``found`` keeps
    the affinity that the fit gave, to which an edit can be undone. ``gone`` are topics of earlier
    fits.
    """

    terms: tuple[str, ...]
    tags: tuple[str, ...]
    idf: Array
    components: Array
    affinity: Array
    themes: tuple[str, ...]
    settings: Settings
    digest: str
    rows: int
    parts: tuple[Part, ...] = ()
    found: Array = field(default_factory=lambda: np.zeros((0, 0)))
    gone: tuple[Gone, ...] = ()

    def __post_init__(self) -> None:
        n_topics, n_terms = len(self.components), len(self.terms)
        if not self.parts:
            object.__setattr__(self, "parts", number_parts(n_topics))
        if not len(self.found):
            object.__setattr__(self, "found", self.affinity)
        freeze_arrays(
            self,
            {
                "idf": (n_terms,),
                "components": (n_topics, n_terms),
                "affinity": (n_topics, len(self.themes)),
                "found": (n_topics, len(self.themes)),
            },
        )
        if len(self.parts) != n_topics:
            raise ValueError(f"Model: {len(self.parts)} parts for {n_topics} components")
        if len(self.tags) != n_terms or list(self.terms) != sorted(set(self.terms)):
            raise ValueError("Model: terms are not sorted and unique, or a term has no tag")

    @property
    def ids(self) -> tuple[int, ...]:
        """The topic that each component counts to."""
        return tuple(part.topic for part in self.parts)

    @property
    def topics(self) -> tuple[int, ...]:
        """The topics in use: the columns of shares by topic."""
        return list_topics(self.parts)

    @property
    def term_ids(self) -> Mapping[str, int]:
        """The column of each term; made anew at each call, so keep it."""
        return {term: column for column, term in enumerate(self.terms)}


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a corpus; articles are in the order they were given.

    ``article_topics`` (n_articles, n_topics): rows sum to 1, or are all 0 where an article has no
    term of the model. ``article_themes`` (n_articles, n_themes + 1) is ``article_topics @
    model.affinity``. ``passage_articles`` (n_passages,): the article's row. ``passage_spans``
    (n_passages, 2): start and end in the article's text. ``term_counts`` (n_terms,): how many
    articles hold the term. ``themes`` has the facts of the model's themes. ``theme_terms``
    (n_themes, n_terms): the widened word list of each named theme, rows of length one or 0.
    """

    model: Model
    article_topics: Array
    article_themes: Array
    theme_terms: Array
    passage_articles: Array
    passage_spans: Array
    term_counts: Array
    topics: tuple[TopicFacts, ...]
    themes: tuple[ThemeFacts, ...]

    def __post_init__(self) -> None:
        n_articles, n_passages = len(self.article_topics), len(self.passage_articles)
        n_topics = len(self.model.components)
        freeze_arrays(
            self,
            {
                "article_topics": (n_articles, n_topics),
                "article_themes": (n_articles, len(self.model.themes)),
                "passage_articles": (n_passages,),
                "passage_spans": (n_passages, 2),
                "term_counts": (len(self.model.terms),),
                "theme_terms": (len(self.model.themes) - 1, len(self.model.terms)),
            },
        )
        if len(self.topics) != n_topics:
            raise ValueError(f"Findings: {len(self.topics)} topic facts for {n_topics} topics")
        if len(self.themes) != len(self.model.themes):
            raise ValueError(f"Findings: {len(self.themes)} facts for {self.model.themes}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What each counted word gives to each topic and theme, as shares of the article.

    ``spans`` (n_tokens, 2): start and end in the article's text, in order. ``terms``: the term of
    each token. ``topics`` (n_tokens, n_topics) and ``themes`` (n_tokens, n_themes + 1) sum over the
    tokens to the article's shares; columns are those of ``Model.topics`` and ``Model.themes``.
    """

    terms: tuple[str, ...]
    spans: Array
    topics: Array
    themes: Array

    def __post_init__(self) -> None:
        n_tokens = len(self.terms)
        freeze_arrays(
            self,
            {
                "spans": (n_tokens, 2),
                "topics": (n_tokens, np.shape(self.topics)[1]),
                "themes": (n_tokens, np.shape(self.themes)[1]),
            },
        )
