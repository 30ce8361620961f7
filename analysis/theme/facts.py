"""What stands beside each topic on the screen: its label, its terms, how good it is."""

from collections.abc import Collection

import scipy.sparse as sp

from analysis.theme.corpus import Corpus, fit_topics
from analysis.theme.labels import label_topic
from analysis.theme.quality import (
    measure_coherence,
    measure_exclusivity,
    measure_junk,
    measure_stability,
    rank_terms,
)
from analysis.theme.records import Model, TopicFacts
from analysis.theme.shapes import Array

_SHOWN_TERMS = 50
# Twenty refits of more rows than this would cost more than the fit they are to judge.
_MOST_RESAMPLED = 3_000


def judge_stability(rows: sp.csr_array, model: Model) -> Array | None:
    """Return the stability of each topic, (n_topics,); None for many rows or no resamples."""
    settings, components = model.settings, model.components
    if not settings.resamples or rows.shape[0] > _MOST_RESAMPLED:
        return None

    def fit(sample: sp.csr_array) -> Array:
        count = min(len(components), sample.shape[0])
        return fit_topics(sample, count, n_terms=len(model.terms), settings=settings)

    return measure_stability(
        components, rows, fit=fit, resamples=settings.resamples, seed=settings.seed
    )


def state_facts(
    corpus: Corpus,
    model: Model,
    sizes: Array,
    *,
    stability: Array | None,
    junk: Collection[str],
) -> tuple[TopicFacts, ...]:
    """Return the facts of each topic.

    Parameters
    ----------
    sizes : (n_topics,)
        Sum of the articles' shares.
    junk : collection of str
        Words that say nothing of a subject.
    """
    components, terms = model.components, model.terms
    top = rank_terms(components)
    coherence = measure_coherence(top, corpus.article_counts)
    exclusivity = measure_exclusivity(top, components)
    junk_shares = measure_junk(top, terms, set(junk))
    facts = []
    for topic, strongest in enumerate(rank_terms(components, _SHOWN_TERMS)):
        weights = components[topic] / components[topic].sum()
        shown = tuple((terms[c], float(weights[c])) for c in strongest if weights[c] > 0)
        facts.append(
            TopicFacts(
                label=label_topic([term for term, _ in shown]),
                terms=shown,
                size=float(sizes[topic]),
                stability=None if stability is None else float(stability[topic]),
                coherence=float(coherence[topic]),
                exclusivity=float(exclusivity[topic]),
                junk=float(junk_shares[topic]),
            )
        )
    return tuple(facts)
