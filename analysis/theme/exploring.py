"""One corpus fitted with any number of topics, and how good each fit is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sp

from analysis.errors import TooFewWords
from analysis.theme.batches import Counts
from analysis.theme.corpus import Corpus, guide_corpus, prepare_corpus
from analysis.theme.facts import judge_stability, state_facts
from analysis.theme.fitting import find_topics, make_model, share_articles
from analysis.theme.lineage import Fitted
from analysis.theme.matrix import Report
from analysis.theme.mixing import place_rows
from analysis.theme.quality import (
    measure_clarity,
    measure_diversity,
    measure_explained,
    rank_terms,
)
from analysis.theme.records import Model, TopicFacts
from analysis.theme.settings import NamedTheme, Settings, Words
from analysis.theme.shapes import Array
from analysis.theme.stability import Stability


@dataclass(frozen=True, slots=True)
class Measures:
    """How good one fit is, in the order in which it is shown.

    ``coherence`` (document NPMI of ten terms, -1 to 1), ``exclusivity``, ``stability`` (None where
    not measured) and ``junk`` (0-1) are means over the topics; ``diversity`` is the share of
    different terms among the topics' first ten; ``explained`` the share of the rows' squares that
    the topics give back; ``clear`` the share of articles with a topic of half or more;
    ``effective`` the median of the articles that a topic rests on. Sources: the functions of
    ``analysis.theme.quality`` and ``analysis.theme.stability``.
    """

    coherence: float
    diversity: float
    exclusivity: float
    stability: float | None
    explained: float
    clear: float
    junk: float
    effective: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A corpus with all that its fits have in common; ``rows`` are what is fitted."""

    corpus: Corpus
    rows: sp.csr_array
    themes: tuple[NamedTheme, ...]
    settings: Settings
    words: Words

    @property
    def most(self) -> int:
        """The largest number of topics that can be asked for."""
        return min(self.corpus.rows.shape)


@dataclass(frozen=True, slots=True)
class Fit:
    """One number of topics: what was found with it.

    ``count`` was asked for; ``topics`` come largest first, fewer where one died. ``main`` and
    ``main_themes`` (n_articles,) are the topic and the theme of each article's largest share, in
    the order of the texts that were counted, -1 for an article without words.
    """

    count: int
    topics: tuple[TopicFacts, ...]
    measures: Measures
    main: Array
    main_themes: Array


def lay_ground(
    parts: Sequence[Counts],
    themes: Sequence[NamedTheme],
    settings: Settings,
    words: Words,
    report: Report,
) -> Ground:
    """Prepare a corpus once for all its fits; ``parts`` are the counts of all its texts.

    Raises
    ------
    NoWords
        When there is no word to count.
    """
    corpus = prepare_corpus(parts, themes, settings=settings, words=words, report=report)
    return Ground(corpus, guide_corpus(corpus, settings), tuple(themes), settings, words)


def fit_count(ground: Ground, count: int, report: Report) -> tuple[Fit, Fitted]:
    """Fit a corpus with ``count`` topics as ``find_themes`` does, and measure the fit.

    The term vectors of the topics stand beside the fit: on a large corpus they fill the memory, and
    nobody needs them once two fits are compared.

    Raises
    ------
    TooFewWords
        When more topics are asked for than there are terms or rows.
    """
    n_rows, n_terms = ground.corpus.rows.shape
    if count > ground.most:
        raise TooFewWords(terms=n_terms, passages=n_rows, topics=count, most=ground.most)
    settings = replace(ground.settings, topics=count)
    components = find_topics(ground.corpus, ground.rows, settings)
    shares = share_articles(ground.corpus, components)
    model = make_model(
        ground.corpus, components, ground.themes, settings=settings, words=ground.words
    )
    stability = judge_stability(
        ground.corpus, model, rows=ground.rows, sizes=shares.sum(axis=0), report=report
    )
    fit = _measure_fit(ground, model, shares, stability=stability)
    return fit, Fitted(model.terms, model.components)


def _measure_fit(
    ground: Ground, model: Model, shares: Array, *, stability: Stability | None
) -> Fit:
    junk = {*ground.words.stop, *ground.words.press}
    facts = state_facts(ground.corpus, model, shares, stability=stability, junk=junk)
    mix = place_rows(ground.corpus.rows, model.components)
    measures = Measures(
        coherence=float(np.mean([fact.coherence for fact in facts])),
        diversity=measure_diversity(rank_terms(model.components)),
        exclusivity=float(np.mean([fact.exclusivity for fact in facts])),
        stability=None if stability is None else float(stability.topics.mean()),
        explained=measure_explained(ground.corpus.rows, mix, model.components),
        clear=measure_clarity(shares),
        junk=float(np.mean([fact.junk for fact in facts])),
        effective=float(np.median([fact.effective for fact in facts])),
    )
    return Fit(
        count=model.settings.topics or len(facts),
        topics=facts,
        measures=measures,
        main=_restore_order(ground.corpus, find_main(shares)),
        main_themes=_restore_order(ground.corpus, find_main(shares @ model.affinity)),
    )


def _restore_order(corpus: Corpus, main: Array) -> Array:
    """Return what is known of the articles that have a term for all of them, as they were given."""
    every = np.full(corpus.n_articles, -1, dtype=np.int64)
    every[corpus.order] = main
    return every


def find_main(shares: Array) -> Array:
    """Return the column of each row's largest share, (n_articles,), -1 for a row of 0.

    Examples
    --------
    >>> find_main(np.array([[0.2, 0.8], [0.0, 0.0]]))
    array([ 1, -1])
    """
    return np.where(shares.any(axis=1), shares.argmax(axis=1), -1)
