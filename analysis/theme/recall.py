"""Texts met with a model that is there: counted in its terms, weighed as it weighs."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import scipy.sparse as sp

from analysis.theme.basis import Basis
from analysis.theme.corpus import Corpus
from analysis.theme.matrix import Counts, Report, count_terms, scale_rows, weigh_counts
from analysis.theme.records import Model
from analysis.theme.themes import cut_theme_words, widen_themes
from analysis.theme.tokens import Cutter, make_cutter


def count_known(
    model: Model, texts: Sequence[str], cutter: Cutter, report: Report | None = None
) -> Counts:
    """Count the terms of a model, and no others, in the passages of texts."""
    every = count_terms(texts, cutter, length=model.settings.passage_length, report=report)
    columns = model.term_ids
    kept = np.array([columns.get(term, -1) for term in every.terms], dtype=np.int64)
    rows = np.flatnonzero(kept >= 0)
    shape = (len(every.terms), len(model.terms))
    chosen = sp.csr_array((np.ones(len(rows)), (rows, kept[rows])), shape=shape)
    return replace(every, terms=model.terms, counts=sp.csr_array(every.counts @ chosen))


def recall_corpus(
    model: Model, texts: Sequence[str], basis: Basis, report: Report | None = None
) -> Corpus:
    """Return what stood before the fit of a model, as far as its texts and terms tell it."""
    cutter = make_cutter(basis.words.user)
    counts = count_known(model, texts, cutter, report)
    article_counts = counts.by_article()
    whole = model.settings.fits_articles(len(texts))
    fitted = article_counts if whole else counts.counts
    rows = scale_rows(
        weigh_counts(sp.csr_array(fitted[fitted.count_nonzero(axis=1) > 0]), model.idf)
    )
    spoken = [cut_theme_words(theme, cutter) for theme in basis.themes]
    return Corpus(
        counts=counts,
        tags=model.tags,
        idf=model.idf,
        rows=rows,
        articles=weigh_counts(article_counts, model.idf),
        article_counts=article_counts,
        vectors=widen_themes(spoken, rows, model.term_ids),
    )
