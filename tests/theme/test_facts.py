"""The facts beside a topic."""

import math
from dataclasses import replace

from analysis.theme.findings import find_themes
from tests.theme.conftest import SETTINGS


def test_many_rows_are_not_resampled_until_somebody_asks(texts, themes, words, monkeypatch):
    monkeypatch.setattr("analysis.theme.findings.MOST_JUDGED", 10)
    found = find_themes(texts, themes, SETTINGS, words)
    assert {fact.stability for fact in (*found.topics, *found.themes)} == {None}
    assert {fact.resampled for fact in (*found.topics, *found.themes)} == {None}


def test_no_resamples_give_no_stability(texts, themes, words):
    found = find_themes(texts, themes, replace(SETTINGS, resamples=0), words)
    assert {fact.stability for fact in (*found.topics, *found.themes)} == {None}


def test_subjects_that_never_mix_come_back_with_their_themes(findings):
    assert min(topic.stability for topic in findings.topics) > 0.5
    assert min(theme.stability for theme in findings.themes) > 0.5


def test_sizes_and_main_articles_add_up_to_the_corpus(findings, texts):
    for facts in (findings.topics, findings.themes):
        assert sum(fact.articles for fact in facts) == len(texts)
        assert math.isclose(sum(fact.size for fact in facts), len(texts))
        assert all(fact.effective <= len(texts) for fact in facts)


def test_a_theme_without_words_in_the_corpus_has_no_stability(texts, themes, words):
    absent = replace(themes[0], name="航天", en="Space", words=("火箭发射",))
    found = find_themes(texts, (*themes, absent), SETTINGS, words)
    named = dict(zip(found.model.themes, found.themes, strict=True))
    assert named["航天"].stability is None
    assert named["航天"].articles == 0


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
