"""Evidence adds up to the shares."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.press.script import simplify
from analysis.theme.evidence import explain_article, explain_articles, sum_ranges
from analysis.theme.findings import find_themes
from analysis.theme.matrix import scale_rows, weigh_counts
from analysis.theme.mixing import place_rows, share_rows
from analysis.theme.passages import cut_passages
from analysis.theme.sentences import cut_sentences
from analysis.theme.tokens import make_cutter
from tests.theme.conftest import SETTINGS, SUBJECTS, THEMES

SENTENCES = [sentence for group in SUBJECTS.values() for sentence in group]


@pytest.fixture(scope="session")
def cutter(words):
    return make_cutter(words.user)


def test_tokens_sum_to_the_shares_of_every_article(findings, texts, cutter):
    for text, topics, themes in zip(
        texts, findings.article_topics, findings.article_themes, strict=True
    ):
        evidence = explain_article(findings.model, text, cutter)
        np.testing.assert_allclose(evidence.topics.sum(axis=0), topics, atol=1e-9)
        np.testing.assert_allclose(evidence.themes.sum(axis=0), themes, atol=1e-9)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=5).map("\n".join), min_size=2))
def test_tokens_sum_to_the_shares_in_any_corpus(words, cutter, texts):
    found = find_themes([*texts, SENTENCES[0]], THEMES, SETTINGS.__class__(resamples=0), words)
    for text, topics in zip(texts, found.article_topics, strict=False):
        evidence = explain_article(found.model, text, cutter)
        np.testing.assert_allclose(evidence.topics.sum(axis=0), topics, atol=1e-9)


def test_a_token_stands_where_it_says(findings, texts, cutter):
    evidence = explain_article(findings.model, texts[0], cutter)
    found = [texts[0][start:end] for start, end in evidence.spans]
    assert tuple(found) == evidence.terms


def test_no_token_gives_less_than_nothing(findings, texts, cutter):
    evidence = explain_article(findings.model, texts[5], cutter)
    assert (evidence.topics >= 0).all()
    assert (evidence.topics.sum(axis=1) > 0).all()


def test_the_words_of_a_theme_speak_for_it(findings, texts, cutter):
    evidence = explain_article(findings.model, texts[4], cutter)
    given = evidence.themes[evidence.terms.index("足球")]
    assert findings.model.themes[given.argmax()] == "足球"


def test_passages_sum_to_the_article(findings, texts, cutter):
    evidence = explain_article(findings.model, texts[0], cutter)
    passages = cut_passages(texts[0], 20)
    topics, themes = sum_ranges(evidence, passages)
    assert topics.shape == (len(passages), 3)
    np.testing.assert_allclose(themes.sum(axis=0), findings.article_themes[0], atol=1e-9)


@pytest.mark.parametrize("text", ["", "量子计算机", "1999"])
def test_a_text_without_terms_has_no_evidence(findings, cutter, text):
    evidence = explain_article(findings.model, text, cutter)
    topics, themes = sum_ranges(evidence, [(0, len(text))])
    assert evidence.terms == ()
    assert not topics.any()
    assert not themes.any()


LINES = [*SENTENCES, "標題沒有句號", "“足球联赛开赛。”教练说。", "1999年……", "量子计算机！"]


@settings(max_examples=40, deadline=None)
@given(text=st.lists(st.sampled_from(LINES), max_size=8).map("\n".join), length=st.integers(20, 90))
def test_words_sentences_and_passages_sum_to_the_same_shares(findings, cutter, text, length):
    evidence = explain_article(findings.model, text, cutter)
    mine = place_texts(findings, [text], cutter)[0]
    for ranges in (cut_sentences(text), cut_passages(text, length)):
        topics, themes = sum_ranges(evidence, ranges)
        np.testing.assert_allclose(topics.sum(axis=0), mine, atol=1e-6)
        np.testing.assert_allclose(themes.sum(axis=0), mine @ findings.model.affinity, atol=1e-6)


def place_texts(findings, texts, cutter):
    """Return the shares of texts as the fit gives them, without any evidence."""
    model = findings.model
    columns = {term: column for column, term in enumerate(model.terms)}
    counts = np.zeros((len(texts), len(columns)))
    for row, text in enumerate(texts):
        for token in cutter.cut(text):
            if token.term in columns:
                counts[row, columns[token.term]] += 1
    weights = weigh_counts(sp.csr_array(counts), model.idf)
    mix = place_rows(scale_rows(weights), model.components)
    return share_rows(weights, mix, model.components)


def test_a_traditional_text_is_explained_by_its_simplified_shadow(findings, cutter):
    printed = "足球聯賽開賽，主隊球員攻入兩球。"
    evidence = explain_article(findings.model, simplify(printed), cutter)
    assert "球员" in evidence.terms
    assert all(end <= len(printed) for _, end in evidence.spans.tolist())


def test_many_texts_are_explained_as_each_alone(findings, texts, cutter):
    many = [*texts, "", "1999"] * 30
    for text, evidence in zip(many, explain_articles(findings.model, many, cutter), strict=True):
        alone = explain_article(findings.model, text, cutter)
        assert evidence.terms == alone.terms
        np.testing.assert_allclose(evidence.topics, alone.topics, atol=1e-9)
