"""Topics: how many, and how they are fitted."""

import numpy as np
import pytest
import scipy.sparse as sp
from sklearn.decomposition import NMF

from analysis.errors import TooFewWords
from analysis.theme.mixing import place_rows
from analysis.theme.settings import Settings
from analysis.theme.topics import choose_count, fit_components, scale_components

BLOCKS = sp.csr_array(np.kron(np.eye(3), np.ones((4, 2))))


def test_too_many_topics_are_refused_with_what_would_do():
    with pytest.raises(TooFewWords, match="at most 5"):
        choose_count(Settings(topics=6), n_rows=5, n_terms=90)


@pytest.mark.parametrize(("n_rows", "count"), [(1, 1), (3, 2), (100, 10), (75_806, 40)])
def test_the_rule_follows_the_size(n_rows, count):
    assert choose_count(Settings(), n_rows=n_rows, n_terms=9_000) == count


def test_blocks_come_back_as_topics():
    components = scale_components(fit_components(BLOCKS, 3, seed=0))
    found = {tuple(np.flatnonzero(row > 0.1)) for row in components}
    assert found == {(0, 1), (2, 3), (4, 5)}


def test_many_rows_go_by_a_sample_and_find_the_same():
    many = sp.csr_array(sp.vstack([BLOCKS] * 1_700))
    components = scale_components(fit_components(many, 3, seed=0))
    assert {tuple(np.flatnonzero(row > 0.1)) for row in components} == {(0, 1), (2, 3), (4, 5)}


def test_repeated_rows_give_no_dead_topic():
    components = scale_components(fit_components(sp.csr_array(np.ones((6, 4))), 4, seed=0))
    assert np.isfinite(components).all()
    assert components.any(axis=1).all()


def test_what_an_iteration_leaves_is_no_weight():
    scaled = scale_components(np.array([[3.0, 4.0, 1e-290], [0.0, 0.0, 0.0]]))
    assert scaled.tolist() == [[0.6, 0.8, 0.0]]


def test_many_rows_lose_no_more_than_a_fit_of_all_of_them():
    generator = np.random.default_rng(1)
    mix = generator.random((20_000, 4)) ** 6
    table = mix @ (generator.random((4, 30)) ** 6) * generator.random((20_000, 30))
    many = sp.csr_array(np.where(table > np.median(table), table, 0).astype(np.float32))
    found = fit_components(many, 4, seed=0)
    assert found.dtype == np.float32
    whole = NMF(4, init="nndsvda", random_state=0, max_iter=400).fit(many)
    placed = place_rows(many, scale_components(found.astype(np.float64)))
    made = placed @ scale_components(found.astype(np.float64))
    assert np.linalg.norm(many.toarray() - made) < 1.005 * whole.reconstruction_err_
