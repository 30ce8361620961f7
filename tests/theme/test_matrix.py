"""Counts, inverse document frequencies and weights."""

import numpy as np
import pytest
import scipy.sparse as sp

from analysis.theme.matrix import count_terms, measure_idf, scale_rows, weigh_counts
from analysis.theme.tokens import Cutter

CUTTER = Cutter()


def count(texts, length=160):
    return count_terms(texts, CUTTER, length=length)


def test_a_term_is_counted_where_it_stands():
    counts = count(["工会关心职工。职工参加工会。"])
    table = dict(zip(counts.terms, counts.counts.toarray()[0], strict=True))
    assert table == {"关心": 1, "参加": 1, "工会": 2, "职工": 2}


def test_terms_are_sorted_and_latin_letters_small():
    terms = count(["APP上线，app下载，App更新"]).terms
    assert list(terms) == sorted(terms)
    assert [term for term in terms if term.isascii()] == ["app"]


def test_numbers_marks_and_single_characters_are_no_terms():
    assert count(["2024年4月1日，3.5%，树、水——“5G”"]).terms == ("5g",)


def test_a_passage_knows_its_article():
    counts = count(["一心。" * 10, "", "二胡。" * 4], length=12)
    assert sorted(set(counts.articles.tolist())) == [0, 2]
    assert counts.by_article().shape == (3, len(counts.terms))
    assert counts.by_article().toarray()[1].sum() == 0


def test_passages_of_an_article_sum_to_it():
    text = "工会关心职工。职工参加工会。养老服务试点。" * 5
    whole, parts = count([text], 10_000), count([text], 20)
    assert len(parts.spans) > 1
    np.testing.assert_array_equal(parts.by_article().toarray(), whole.by_article().toarray())


def test_nothing_gives_an_empty_matrix():
    assert count(["", " \n"]).counts.shape == (0, 0)


def test_a_rare_term_weighs_more():
    rows = sp.csr_array(np.array([[1.0, 1.0], [1.0, 0.0], [1.0, 0.0]]))
    common, rare = measure_idf(("职工", "职工"), rows, background=0)
    assert rare > common


def test_the_background_lowers_a_word_that_is_common_everywhere():
    rows = sp.csr_array(np.array([[1.0, 1.0]]))
    meeting, insurance = measure_idf(("会议", "工伤保险"), rows, background=1_000)
    assert meeting < insurance


def test_a_large_corpus_outweighs_the_background():
    rows = sp.csr_array(np.ones((100_000, 2)))
    meeting, insurance = measure_idf(("会议", "工伤保险"), rows, background=1_000)
    assert meeting == pytest.approx(insurance, rel=0.05)


def test_twice_said_is_less_than_double():
    weights = weigh_counts(sp.csr_array(np.array([[1.0, 2.0]])), np.array([1.0, 1.0]))
    once, twice = weights.toarray()[0]
    assert once < twice < 2 * once


def test_rows_have_length_one_or_nothing():
    rows = scale_rows(sp.csr_array(np.array([[3.0, 4.0], [0.0, 0.0]])))
    np.testing.assert_allclose(rows.toarray(), [[0.6, 0.8], [0.0, 0.0]])
