"""Shares of any denominator sum to one, and those of groups make up those of all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.measuring.weighing import (
    PER,
    Weighing,
    tally_all,
    tally_groups,
    weigh_articles,
)


@pytest.mark.parametrize("per", PER)
def test_shares_of_any_denominator_sum_to_one(crowd, per):
    catalogue = crowd()
    weighing = weigh_articles(catalogue, np.ones(200, dtype=bool), per)
    by_paper = tally_groups(weighing, catalogue.facets.papers[weighing.places], 3)
    assert tally_all(weighing).shares.sum() == pytest.approx(1)
    assert by_paper.shares.sum(axis=1) == pytest.approx(1)


def test_articles_count_one_and_long_ones_more_by_characters(crowd):
    catalogue = crowd(40)
    rows = np.ones(40, dtype=bool)
    articles, characters = (
        weigh_articles(catalogue, rows, per) for per in ("articles", "characters")
    )
    shares = catalogue.theme_shares[articles.places]
    lengths = catalogue.articles["characters"].to_numpy()[articles.places]
    assert np.allclose(tally_all(articles).shares[0], shares.mean(axis=0))
    expected = np.average(shares, axis=0, weights=lengths)
    assert np.allclose(tally_all(characters).shares[0], expected)


def test_front_pages_leave_out_inner_and_unknown_ones(crowd):
    catalogue = crowd(60)
    weighing = weigh_articles(catalogue, np.ones(60, dtype=bool), "front")
    assert 0 < len(weighing.places) < 40
    assert set(catalogue.facets.fronts[weighing.places]) == {1}


def test_an_article_without_words_does_not_count(crowd):
    weighing = weigh_articles(crowd(40), np.ones(40, dtype=bool), "articles")
    assert {0, 20}.isdisjoint(weighing.places.tolist())


def test_of_nothing_there_is_no_share(crowd):
    tally = tally_all(weigh_articles(crowd(40), np.zeros(40, dtype=bool), "articles"))
    assert tally.counts.tolist() == [0]
    assert np.isnan(tally.shares).all()


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0.1, 9)), min_size=1, max_size=40))
def test_groups_make_up_the_whole(articles):
    codes = np.array([code for code, _ in articles])
    weights = np.array([weight for _, weight in articles])
    shares = np.random.default_rng(len(articles)).dirichlet(np.ones(3), len(articles))
    weighing = Weighing(np.arange(len(codes)), weights, shares, shares.argmax(axis=1))
    tally, whole = tally_groups(weighing, codes, 4), tally_all(weighing)
    joined = np.nansum(tally.shares * tally.weights[:, None], axis=0) / tally.weights.sum()
    assert np.allclose(joined, whole.shares[0])
    assert np.allclose(tally.mains.sum(axis=0), whole.mains[0])
    assert tally.counts.sum() == len(codes)
