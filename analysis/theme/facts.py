"""What stands beside each topic and theme on the screen: label, terms, how good it is."""

from collections.abc import Collection

import numpy as np
import scipy.sparse as sp

from analysis.theme.corpus import Corpus, fit_topics
from analysis.theme.labels import label_topic
from analysis.theme.matrix import Report
from analysis.theme.mixing import place_rows
from analysis.theme.quality import (
    JUNK_TOP,
    count_effective,
    measure_coherence,
    measure_exclusivity,
    measure_junk,
    rank_terms,
)
from analysis.theme.records import Model, ThemeFacts, TopicFacts
from analysis.theme.settings import Settings
from analysis.theme.shapes import Array
from analysis.theme.stability import Refit, Stability, measure_stability
from analysis.theme.themes import relate_topics

_SHOWN_TERMS = 50
# Of more rows than this twenty refits cost more than the fit they are to judge: they are made when
# somebody asks for them.
MOST_JUDGED = 1_000


def judge_stability(
    corpus: Corpus, model: Model, *, rows: sp.csr_array, sizes: Array, report: Report
) -> Stability | None:
    """Return the stability of topics and themes; None where no resamples are asked for.

    The words of the themes stay as the whole corpus widened them: what is asked is whether the
    topics come back, and with them the themes that they make.

    Parameters
    ----------
    rows : (n_rows, n_terms + guides)
        What was fitted.
    sizes : (n_topics,)
        Sum of the articles' shares.
    """
    settings = model.settings
    if not settings.resamples:
        return None

    def refit(sample: Array) -> Refit:
        count = min(len(model.components), len(sample))
        found = _fit_sample(rows[sample], count, n_terms=len(model.terms), settings=settings)
        affinity = relate_topics(found, corpus.vectors, settings)
        return Refit(found, _join_topics(found, affinity, size_topics(corpus.rows[sample], found)))

    whole = Refit(model.components, _join_topics(model.components, model.affinity, sizes))
    return measure_stability(whole, refit, n_rows=rows.shape[0], settings=settings, report=report)


def _fit_sample(rows: sp.csr_array, count: int, *, n_terms: int, settings: Settings) -> Array:
    """Return the topics of some rows, fitted as a corpus of their own: rare terms left out."""
    frequency = rows.count_nonzero(axis=0)
    common = np.flatnonzero(frequency >= settings.min_count)
    held = common if len(common) > count else np.flatnonzero(frequency)
    known = held[held < n_terms]
    found = fit_topics(
        sp.csr_array(rows[:, held]), min(count, len(held)), n_terms=len(known), settings=settings
    )
    components = np.zeros((len(found), n_terms))
    components[:, known] = found
    return components


def size_topics(rows: sp.csr_array, components: Array) -> Array:
    """Return how many rows' worth each topic holds, (n_topics,)."""
    mix = place_rows(rows, components)
    sums = mix.sum(axis=1, keepdims=True)
    return np.asarray((mix / np.where(sums > 0, sums, 1)).sum(axis=0))


def _join_topics(components: Array, affinity: Array, sizes: Array) -> Array:
    """Return the term vector of each theme: its topics, as far as they are its own, by size."""
    return np.asarray((affinity * sizes[:, np.newaxis]).T @ components)


def count_main(shares: Array) -> Array:
    """Return how many articles have each column of shares as their largest, (n_columns,)."""
    counted = shares[shares.any(axis=1)]
    return np.bincount(counted.argmax(axis=1), minlength=shares.shape[1])


def state_facts(
    corpus: Corpus,
    model: Model,
    shares: Array,
    *,
    stability: Stability | None,
    junk: Collection[str],
) -> tuple[TopicFacts, ...]:
    """Return the facts of each topic.

    Parameters
    ----------
    shares : (n_articles, n_topics)
        Rows sum to 1, or to 0 for an article without words, which may be left out.
    junk : collection of str
        Words that say nothing of a subject.
    """
    components, terms = model.components, model.terms
    top = rank_terms(components)
    coherence = measure_coherence(top, corpus.articles, n_documents=corpus.n_articles)
    exclusivity = measure_exclusivity(top, components)
    junk_shares = measure_junk(rank_terms(components, JUNK_TOP), terms, set(junk))
    main, effective, sizes = count_main(shares), count_effective(shares), shares.sum(axis=0)
    facts = []
    for topic, strongest in enumerate(rank_terms(components, _SHOWN_TERMS)):
        weights = components[topic] / components[topic].sum()
        shown = tuple((terms[c], float(weights[c])) for c in strongest if weights[c] > 0)
        facts.append(
            TopicFacts(
                label=label_topic([term for term, _ in shown]),
                terms=shown,
                size=float(sizes[topic]),
                stability=None if stability is None else float(stability.topics[topic]),
                coherence=float(coherence[topic]),
                exclusivity=float(exclusivity[topic]),
                junk=float(junk_shares[topic]),
                articles=int(main[topic]),
                effective=float(effective[topic]),
                resampled=None if stability is None else stability.rows,
            )
        )
    return tuple(facts)


def state_theme_facts(shares: Array, stability: Stability | None) -> tuple[ThemeFacts, ...]:
    """Return the facts of each theme from the articles' shares, (n_articles, n_themes + 1)."""
    main, effective, sizes = count_main(shares), count_effective(shares), shares.sum(axis=0)
    found = np.full(len(sizes), np.nan) if stability is None else stability.themes
    return tuple(
        ThemeFacts(
            size=float(sizes[theme]),
            stability=None if np.isnan(found[theme]) else float(found[theme]),
            articles=int(main[theme]),
            effective=float(effective[theme]),
            resampled=None if stability is None else stability.rows,
        )
        for theme in range(len(sizes))
    )
