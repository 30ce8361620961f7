"""A corpus to a model: topics found, put in order, related to the themes."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.corpus import Corpus, fit_topics, guide_corpus
from analysis.theme.matrix import Report
from analysis.theme.mixing import place_rows, share_rows
from analysis.theme.quality import rank_terms
from analysis.theme.records import OTHER, Model
from analysis.theme.settings import NamedTheme, Settings, Words
from analysis.theme.shapes import Array
from analysis.theme.themes import relate_topics
from analysis.theme.topics import choose_count
from analysis.theme.vocabulary import digest_words

# Articles by which topics are told larger from smaller: so many of any order are as good as all.
_SIZED = 20_000


def fit_corpus(
    corpus: Corpus,
    themes: Sequence[NamedTheme],
    *,
    settings: Settings,
    words: Words,
    report: Report,
) -> Model:
    """Find the topics of a corpus, largest first, and how far each belongs to each theme.

    Raises
    ------
    TooFewWords
        When more topics are asked for than there are terms or rows.
    """
    report("topics", 0, 1)
    components = find_topics(corpus, guide_corpus(corpus, settings), settings)
    report("topics", 1, 1)
    report("themes", 0, 1)
    model = make_model(corpus, components, themes, settings=settings, words=words)
    report("themes", 1, 1)
    return model


def find_topics(corpus: Corpus, rows: sp.csr_array, settings: Settings) -> Array:
    """Return the topics of guided rows, largest first, (n_topics, n_terms) at length one."""
    n_rows, n_terms = corpus.rows.shape
    count = choose_count(settings, n_rows=n_rows, n_terms=n_terms)
    components = fit_topics(rows, count, n_terms=n_terms, settings=settings)
    sizes = share_articles(corpus, components, most=_SIZED).sum(axis=0)
    best = rank_terms(components, 1)[:, 0]
    return np.ascontiguousarray(components[np.lexsort((best, -sizes.round(9)))])


def share_articles(corpus: Corpus, components: Array, *, most: int | None = None) -> Array:
    """Return the shares of topics in the articles of a corpus, (n_held, n_topics), in its order.

    Parameters
    ----------
    most : int, optional
        Of how many articles, where not of all: the first ones, which are a fair sample.
    """
    articles = corpus.articles
    if most is not None and articles.shape[0] > most:
        articles = sp.csr_array(articles[:most])
    return share_rows(articles, place_rows(articles, components), components)


def make_model(
    corpus: Corpus,
    components: Array,
    themes: Sequence[NamedTheme],
    *,
    settings: Settings,
    words: Words,
) -> Model:
    """Return the model of a fit: its topics, and how far each belongs to each theme."""
    spoken = [word for theme in themes for word in (theme.name, *theme.words)]
    return Model(
        terms=corpus.terms,
        tags=corpus.tags,
        idf=corpus.idf,
        components=components,
        affinity=relate_topics(components, corpus.vectors, settings),
        themes=(*(theme.name for theme in themes), OTHER),
        settings=settings,
        digest=digest_words(words, spoken),
        rows=corpus.rows.shape[0],
    )
