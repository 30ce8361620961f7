"""A corpus made ready to fit: counts, the weights of its rows, what the words of themes say."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from analysis.errors import NoWords
from analysis.theme.matrix import Counts, Report, count_terms, measure_idf, scale_rows, weigh_counts
from analysis.theme.settings import NamedTheme, Settings, Words
from analysis.theme.shapes import Array
from analysis.theme.themes import cut_theme_words, guide_rows, widen_themes
from analysis.theme.tokens import make_cutter
from analysis.theme.topics import fit_components, scale_components
from analysis.theme.vocabulary import select_terms


@dataclass(frozen=True, slots=True)
class Corpus:
    """What stands before the fit.

    ``rows`` (n_rows, n_terms), at length one, are what is fitted: passages, or articles where there
    are many. ``articles`` (n_articles, n_terms) are weights, not scaled. ``vectors`` (n_themes,
    n_terms) are the widened themes.
    """

    counts: Counts
    tags: tuple[str, ...]
    idf: Array
    rows: sp.csr_array
    articles: sp.csr_array
    article_counts: sp.csr_array
    vectors: Array


def prepare_corpus(
    texts: Sequence[str],
    themes: Sequence[NamedTheme],
    *,
    settings: Settings,
    words: Words,
    report: Report,
) -> Corpus:
    """Count, choose and weigh the terms of texts, and widen the themes over their passages.

    Raises
    ------
    NoWords
        When no term is left to count.
    """
    cutter = make_cutter(words.user)
    every = count_terms(texts, cutter, length=settings.passage_length, report=report)
    report("tokens", len(texts), len(texts))
    report("matrix", 0, 1)
    spoken = [cut_theme_words(theme, cutter) for theme in themes]
    named = frozenset(term for theme in spoken for word in theme for term in word)
    counts, tags = select_terms(every, words, settings, spoken=named)
    article_counts = counts.by_article()
    fitted = article_counts if settings.fits_articles(len(texts)) else counts.counts
    # Empty rows pull on nothing, but they would count as passages.
    fitted = sp.csr_array(fitted[fitted.count_nonzero(axis=1) > 0])
    if not fitted.shape[0]:
        raise NoWords
    idf = measure_idf(counts.terms, fitted, background=settings.background)
    rows = scale_rows(weigh_counts(fitted, idf))
    columns = {term: column for column, term in enumerate(counts.terms)}
    report("matrix", 1, 1)
    return Corpus(
        counts=counts,
        tags=tags,
        idf=idf,
        rows=rows,
        articles=weigh_counts(article_counts, idf),
        article_counts=article_counts,
        vectors=widen_themes(spoken, rows, columns),
    )


def guide_corpus(corpus: Corpus, settings: Settings) -> sp.csr_array:
    """Return the rows to fit: terms, and beside them what each row says for each theme."""
    many = settings.fits_articles(corpus.counts.n_articles)
    weight = settings.guide_many if many else settings.guide
    if not weight or not corpus.vectors.any():
        return corpus.rows
    guides = weight * guide_rows(corpus.rows, corpus.vectors, settings)
    return sp.csr_array(sp.hstack([corpus.rows, sp.csr_array(guides)]))


def fit_topics(rows: sp.csr_array, count: int, *, n_terms: int, settings: Settings) -> Array:
    """Return the topics of guided rows as term vectors at length one, (at most count, n_terms)."""
    components = fit_components(rows, count, seed=settings.seed)
    return scale_components(np.ascontiguousarray(components[:, :n_terms]))
