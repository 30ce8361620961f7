"""The facts beside a topic."""

from dataclasses import replace

import numpy as np
import scipy.sparse as sp

from analysis.theme.facts import judge_stability


def test_many_rows_are_not_resampled(findings):
    rows = sp.csr_array((5_000, len(findings.model.terms)))
    assert judge_stability(rows, findings.model) is None


def test_no_resamples_give_no_stability(findings):
    model = replace(findings.model, settings=replace(findings.model.settings, resamples=0))
    assert judge_stability(sp.csr_array(np.ones((3, len(model.terms)))), model) is None


def test_terms_are_shares_of_their_topic_strongest_first(findings):
    for topic in findings.topics:
        weights = [weight for _, weight in topic.terms]
        assert weights == sorted(weights, reverse=True)
        assert 0 < sum(weights) <= 1 + 1e-9


def test_subjects_that_never_mix_are_coherent_and_exclusive(findings):
    assert all(topic.coherence == 1 for topic in findings.topics)
    assert all(topic.exclusivity > 0.99 for topic in findings.topics)


def test_a_label_is_made_of_the_topics_own_terms(findings):
    for topic in findings.topics:
        assert set(topic.label.split("·")) <= {term for term, _ in topic.terms}
