"""The whole way from texts to themes: tokens, matrix, topics, themes, quality."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from analysis.theme.corpus import Corpus, fit_topics, guide_corpus, prepare_corpus
from analysis.theme.facts import MOST_JUDGED, judge_stability, state_facts, state_theme_facts
from analysis.theme.matrix import Report, scale_rows
from analysis.theme.quality import rank_terms
from analysis.theme.records import OTHER, Findings, Model, ThemeFacts, TopicFacts
from analysis.theme.settings import NamedTheme, Settings, Words
from analysis.theme.shapes import Array
from analysis.theme.themes import relate_topics
from analysis.theme.topics import choose_count, place_rows, share_rows
from analysis.theme.vocabulary import digest_words


def find_themes(
    texts: Sequence[str],
    themes: Sequence[NamedTheme],
    settings: Settings,
    words: Words,
    report: Report | None = None,
) -> Findings:
    """Find the topics of a corpus and gather them into its themes.

    Parameters
    ----------
    texts : sequence of str
        One an article. Their order does not matter to the topics.
    report : callable, optional
        Told the stage ("tokens", "matrix", "topics", "themes", "quality"), what is done, of how
        much.

    Raises
    ------
    NoWords
        When there is no word to count.
    TooFewWords
        When more topics are asked for than there are terms or passages.
    """
    tell = report or _say_nothing
    # Sorted, so that the same articles in another order give the same numbers to the last digit.
    order = sorted(range(len(texts)), key=texts.__getitem__)
    ordered = [texts[article] for article in order]
    corpus = prepare_corpus(ordered, themes, settings=settings, words=words, report=tell)
    tell("topics", 0, 1)
    rows = guide_corpus(corpus, settings)
    components = _fit(corpus, rows, settings)
    components, shares = place_corpus(corpus, components)
    tell("topics", 1, 1)
    tell("themes", 0, 1)
    model = make_model(corpus, components, themes, settings=settings, words=words)
    tell("themes", 1, 1)
    tell("quality", 0, 1)
    stability = None
    if rows.shape[0] <= MOST_JUDGED:
        sizes = shares.sum(axis=0)
        stability = judge_stability(corpus, model, rows=rows, sizes=sizes, report=tell)
    facts = state_facts(
        corpus, model, shares, stability=stability, junk={*words.stop, *words.press}
    )
    themes_facts = state_theme_facts(shares @ model.affinity, stability)
    tell("quality", 1, 1)
    return _restore_order(order, corpus, model, shares=shares, facts=(facts, themes_facts))


def _say_nothing(stage: str, done: int, total: int) -> None:
    """Take a report nobody asked for."""


def _fit(corpus: Corpus, rows: sp.csr_array, settings: Settings) -> Array:
    n_rows, n_terms = corpus.rows.shape
    count = choose_count(settings, n_rows=n_rows, n_terms=n_terms)
    return fit_topics(rows, count, n_terms=n_terms, settings=settings)


def place_corpus(corpus: Corpus, components: Array) -> tuple[Array, Array]:
    """Return the topics, largest first, and the articles' shares in them."""
    mix = place_rows(scale_rows(corpus.articles), components)
    shares = share_rows(corpus.articles, mix, components)
    best = rank_terms(components, 1)[:, 0]
    largest = np.lexsort((best, -shares.sum(axis=0).round(9)))
    # Summed again in the new order: what is kept is what anyone computes from the kept topics.
    kept = np.ascontiguousarray(components[largest])
    mix = place_rows(scale_rows(corpus.articles), kept)
    return kept, share_rows(corpus.articles, mix, kept)


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
        terms=corpus.counts.terms,
        tags=corpus.tags,
        idf=corpus.idf,
        components=components,
        affinity=relate_topics(components, corpus.vectors, settings),
        themes=(*(theme.name for theme in themes), OTHER),
        settings=settings,
        digest=digest_words(words, spoken),
        rows=corpus.rows.shape[0],
    )


def _restore_order(
    order: Sequence[int],
    corpus: Corpus,
    model: Model,
    *,
    shares: Array,
    facts: tuple[tuple[TopicFacts, ...], tuple[ThemeFacts, ...]],
) -> Findings:
    """Return the findings with articles and passages in the order the texts were given."""
    given = np.array(order, dtype=np.int64)
    article_topics = np.empty_like(shares)
    article_topics[given] = shares
    owners = given[corpus.counts.articles]
    passages = np.argsort(owners, kind="stable")
    return Findings(
        model=model,
        article_topics=article_topics,
        article_themes=article_topics @ model.affinity,
        theme_terms=corpus.vectors,
        passage_articles=owners[passages],
        passage_spans=corpus.counts.spans[passages],
        term_counts=corpus.article_counts.count_nonzero(axis=0),
        topics=facts[0],
        themes=facts[1],
    )
