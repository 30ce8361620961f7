"""Each measure has its known values."""

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from analysis.theme.quality import (
    count_effective,
    measure_clarity,
    measure_coherence,
    measure_exclusivity,
    measure_explained,
    measure_junk,
    rank_terms,
)


def test_terms_rank_by_weight_then_by_place():
    np.testing.assert_array_equal(rank_terms(np.array([[0.1, 0.5, 0.5]]), 3), [[1, 2, 0]])


@pytest.mark.parametrize(
    ("documents", "npmi"),
    [
        ([[1, 0], [0, 1]], -1),
        ([[1, 1], [1, 1]], 1),
        ([[1, 1], [0, 0]], 1),
        ([[1, 1], [1, 0], [0, 1], [0, 0]], 0),
    ],
    ids=["never meet", "always there", "only together", "by chance"],
)
def test_coherence_of_a_pair(documents, npmi):
    top = np.array([[0, 1]])
    counts = sp.csr_array(np.array(documents, dtype=float))
    assert measure_coherence(top, counts) == pytest.approx([npmi])


def test_one_term_alone_has_no_coherence():
    assert measure_coherence(np.array([[0]]), sp.csr_array(np.ones((2, 1)))).tolist() == [0]


def test_exclusivity_is_one_for_terms_of_one_topic_and_half_for_shared_ones():
    components = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5]])
    np.testing.assert_allclose(measure_exclusivity(np.array([[0], [2]]), components), [1, 0.5])


def test_junk_is_the_share_of_listed_words():
    junk = measure_junk(np.array([[0, 1], [1, 1]]), ("记者", "养老"), {"记者"})
    np.testing.assert_allclose(junk, [0.5, 0])


def test_digits_and_single_characters_are_junk():
    junk = measure_junk(np.array([[0, 1, 2, 3]]), ("2024年", "人", "养老", "5g"), set())
    np.testing.assert_allclose(junk, [0.75])


def test_topics_that_are_the_rows_explain_all_of_them_and_none_explain_nothing():
    rows = sp.csr_array(np.eye(2))
    assert measure_explained(rows, np.eye(2), np.eye(2)) == pytest.approx(1)
    assert measure_explained(rows, np.array([[1.0], [0.0]]), np.array([[1.0, 0.0]])) == 0.5
    assert measure_explained(rows, np.zeros((2, 1)), np.array([[1.0, 0.0]])) == 0


def test_an_article_is_clear_from_half_on_and_one_without_words_does_not_count():
    shares = np.array([[0.5, 0.5], [0.4, 0.6], [0, 0]])
    assert measure_clarity(shares) == 1
    assert measure_clarity(np.full((3, 3), 1 / 3)) == 0
    assert measure_clarity(np.zeros((1, 2))) == 0


def test_a_topic_of_one_article_rests_on_one_and_an_even_one_on_all():
    np.testing.assert_allclose(count_effective(np.eye(3)), 1)
    np.testing.assert_allclose(count_effective(np.full((4, 2), 0.5)), 4)
    np.testing.assert_allclose(count_effective(np.zeros((2, 1))), 0)


SHARES = arrays(
    float, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=st.floats(0, 1, width=16)
)


@given(SHARES, st.randoms())
def test_measures_of_shares_keep_their_range_and_do_not_ask_for_order(shares, random):
    order = list(range(len(shares)))
    random.shuffle(order)
    effective = count_effective(shares)
    assert 0 <= measure_clarity(shares) <= 1
    assert np.all(effective <= len(shares) + 1e-9)
    assert np.all((effective >= 1 - 1e-9) | (shares.sum(axis=0) == 0))
    np.testing.assert_allclose(count_effective(shares[order]), effective)
    assert measure_clarity(shares[order]) == measure_clarity(shares)
