"""Counts kept term by term say what those kept article by article say."""

import numpy as np
import pytest
import scipy.sparse as sp

from analysis.study import counting
from analysis.study.counting import count_small, count_study
from analysis.study.explain import load_model


def quiet(*_):
    """Report to nobody."""


@pytest.fixture(scope="module")
def table(built):
    """Return the counts of a study article by article, (n_articles, n_terms)."""
    return count_small(built.study).toarray()


@pytest.fixture(scope="module", params=[2, 2_000])
def counts(request, built, table):
    """Return the same term by term, put together from batches of two articles, and of all."""
    parts = [table[start : start + request.param] for start in range(0, len(table), request.param)]
    packed = [counting._Part.pack(sp.csr_array(part)) for part in parts]  # noqa: SLF001
    return counting.index_counts(load_model(built.study).terms, packed)


def test_a_study_is_counted_by_others_as_it_is_here(built, counts, monkeypatch):
    here = count_study(built.study, quiet)
    monkeypatch.setattr(counting, "FEW", 0)
    there = count_study(built.study, quiet)
    for name in ("starts", "rows", "times", "totals"):
        told = [getattr(one, name).tolist() for one in (here, there, counts)]
        assert told[0] == told[1] == told[2]


def test_the_rows_of_masks_are_summed(counts, table, monkeypatch):
    monkeypatch.setattr(counting, "_BLOCK", 3)
    masks = np.array([[True, False, True, True, False, False], [False, True, True] * 2])
    found = counts.sum_rows(*masks)
    for mask, (times, articles) in zip(masks, found, strict=True):
        assert times.tolist() == table[mask].sum(axis=0).tolist()
        assert articles.tolist() == (table[mask] > 0).sum(axis=0).tolist()
    assert counts.totals.tolist() == table.sum(axis=0).tolist()


def test_an_article_scores_each_of_its_terms_once(counts, table):
    weights = np.random.default_rng(0).random(table.shape[1])
    weights[::3] = 0
    assert counts.score_rows(weights) == pytest.approx((table > 0) @ weights)


def test_the_terms_of_an_article_are_told(counts, table):
    columns = range(table.shape[1])
    for row in range(len(table)):
        assert counts.find_held(row, columns) == np.flatnonzero(table[row]).tolist()


def test_of_no_article_nothing_is_counted(counts):
    assert not counts.sum_rows(np.zeros(counts.n_articles, dtype=bool)).any()


def test_numbers_take_as_little_room_as_they_can(counts):
    assert counts.times.dtype == np.uint8
    assert counts.rows.dtype == np.int32
