"""Inverse document frequencies and weights."""

import numpy as np
import pytest
import scipy.sparse as sp

from analysis.theme.matrix import measure_idf, scale_rows, weigh_counts


def test_a_rare_term_weighs_more():
    common, rare = measure_idf(("职工", "职工"), np.array([3, 1]), 3, background=0)
    assert rare > common


def test_the_background_lowers_a_word_that_is_common_everywhere():
    meeting, insurance = measure_idf(("会议", "工伤保险"), np.ones(2), 1, background=1_000)
    assert meeting < insurance


def test_a_large_corpus_outweighs_the_background():
    many = 100_000
    found = measure_idf(("会议", "工伤保险"), np.full(2, many), many, background=1_000)
    meeting, insurance = found
    assert meeting == pytest.approx(insurance, rel=0.05)


def test_twice_said_is_less_than_double():
    weights = weigh_counts(sp.csr_array(np.array([[1.0, 2.0]])), np.array([1.0, 1.0]))
    once, twice = weights.toarray()[0]
    assert once < twice < 2 * once


def test_rows_have_length_one_or_nothing():
    rows = scale_rows(sp.csr_array(np.array([[3.0, 4.0], [0.0, 0.0]])))
    np.testing.assert_allclose(rows.toarray(), [[0.6, 0.8], [0.0, 0.0]])
