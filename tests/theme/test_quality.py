"""Each measure has its known values."""

import numpy as np
import pytest
import scipy.sparse as sp

from analysis.theme.quality import (
    compare_rankings,
    measure_coherence,
    measure_exclusivity,
    measure_junk,
    measure_stability,
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


def test_equal_rankings_agree_fully_and_strangers_not_at_all():
    first = np.array([[0, 1, 2]])
    assert compare_rankings(first, first) == pytest.approx(1)
    assert compare_rankings(first, first + 3) == pytest.approx(0)


def test_a_topic_that_always_comes_back_is_stable():
    components = np.eye(2, 30)
    rows = sp.csr_array(np.ones((10, 30)))
    stability = measure_stability(
        components, rows, fit=lambda _: components[::-1], resamples=3, seed=0
    )
    np.testing.assert_allclose(stability, 1)


def test_a_topic_that_a_resample_lacks_is_less_stable():
    components = np.eye(2, 30)
    rows = sp.csr_array(np.ones((10, 30)))
    stability = measure_stability(
        components, rows, fit=lambda _: components[:1], resamples=3, seed=0
    )
    np.testing.assert_allclose(stability, [1, 0])
