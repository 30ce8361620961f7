"""A corpus made ready to fit: the weights of its rows, what the words of themes say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import scipy.sparse as sp

from analysis.errors import NoWords
from analysis.theme.assembly import Plan, lay_rows, plan_rows
from analysis.theme.batches import Counts
from analysis.theme.blocks import append_columns
from analysis.theme.gathering import Vocabulary, gather_vocabulary
from analysis.theme.matrix import Report, measure_idf
from analysis.theme.settings import NamedTheme, Settings, Words
from analysis.theme.shapes import Array
from analysis.theme.themes import cut_theme_words, guide_rows, widen_themes
from analysis.theme.tokens import make_cutter
from analysis.theme.topics import fit_components, scale_components
from analysis.theme.vocabulary import select_terms


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """What stands before the fit.

    ``rows`` (n_rows, n_terms), at length one, are what is fitted: passages, or articles where there
    are many, then in single precision. ``articles`` (n_held, n_terms) are the articles that have a
    term, at length one, the very same matrix where it is they that are fitted; ``order`` (n_held,)
    says which of the ``n_articles``, counted through the batches, each of them is. ``term_counts``
    (n_terms,) is how many articles hold a term. ``vectors`` (n_themes, n_terms) are the widened
    themes.
    """

    terms: tuple[str, ...]
    tags: tuple[str, ...]
    idf: Array
    rows: sp.csr_array
    articles: sp.csr_array
    order: Array
    n_articles: int
    term_counts: Array
    vectors: Array


def prepare_corpus(
    parts: Sequence[Counts],
    themes: Sequence[NamedTheme],
    *,
    settings: Settings,
    words: Words,
    report: Report,
) -> Corpus:
    """Choose and weigh the terms of batches of counts, and widen the themes over their rows.

    Parameters
    ----------
    parts : sequence of Counts
        All texts of the corpus. They are gone over three times where whole articles are fitted,
        and one at a time: they may be read anew each time.

    Raises
    ------
    NoWords
        When no term is left to count.
    """
    report("matrix", 0, 1)
    cutter = make_cutter(words.user)
    spoken = [cut_theme_words(theme, cutter) for theme in themes]
    named = frozenset(term for theme in spoken for word in theme for term in word)
    vocabulary = gather_vocabulary(parts)
    terms, tags = select_terms(vocabulary, words, settings, spoken=named)
    whole = settings.fits_articles(vocabulary.n_articles)
    columns = _find_columns(vocabulary, terms)
    plan = plan_rows(parts, columns, width=len(terms), whole=whole)
    if not len(plan.order):
        raise NoWords
    n_rows = len(plan.order)
    idf = measure_idf(terms, plan.frequency, n_rows, background=settings.background)
    corpus = assemble_corpus(parts, plan, terms=(terms, tags), idf=idf, spoken=spoken)
    report("matrix", 1, 1)
    return corpus


def _find_columns(vocabulary: Vocabulary, terms: Sequence[str]) -> list[Array]:
    """Return the column of each term of each batch, -1 for those that do not count."""
    known = {term: column for column, term in enumerate(terms)}
    found = map(known.get, vocabulary.terms, repeat(-1))
    every = np.fromiter(found, dtype=np.int32, count=len(vocabulary.terms))
    return [every[mine] for mine in vocabulary.numbers]


def assemble_corpus(
    parts: Sequence[Counts],
    plan: Plan,
    *,
    terms: tuple[Sequence[str], Sequence[str]],
    idf: Array,
    spoken: Sequence[Sequence[Sequence[str]]],
) -> Corpus:
    """Return the corpus of batches whose rows are planned.

    Parameters
    ----------
    terms : two sequences of str
        The terms that count, in sorted order, and their parts of speech.
    spoken : sequence
        The words of each theme, each as the terms that it is cut into.
    """
    whole = plan.whole
    rows = lay_rows(parts, plan, idf, single=whole)
    held = plan if whole else plan_rows(parts, plan.columns, width=len(idf), whole=True)
    articles = rows if whole else lay_rows(parts, held, idf)
    columns = {term: column for column, term in enumerate(terms[0])}
    return Corpus(
        terms=tuple(terms[0]),
        tags=tuple(terms[1]),
        idf=idf,
        rows=rows,
        articles=articles,
        order=held.order,
        n_articles=held.n_articles,
        term_counts=held.frequency,
        vectors=widen_themes(spoken, rows, columns),
    )


def guide_corpus(corpus: Corpus, settings: Settings) -> sp.csr_array:
    """Return the rows to fit: terms, and beside them what each row says for each theme."""
    many = settings.fits_articles(corpus.n_articles)
    weight = settings.guide_many if many else settings.guide
    if not weight or not corpus.vectors.any():
        return corpus.rows
    return append_columns(corpus.rows, weight * guide_rows(corpus.rows, corpus.vectors, settings))


def fit_topics(rows: sp.csr_array, count: int, *, n_terms: int, settings: Settings) -> Array:
    """Return the topics of guided rows as term vectors at length one, (at most count, n_terms)."""
    components = fit_components(rows, count, seed=settings.seed)
    return scale_components(np.ascontiguousarray(components[:, :n_terms], dtype=np.float64))
