"""The band around a share is that of the bootstrap, the same each time, narrow where much is."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.theme.resampling import ALIKE, LEAST, resample_means, span_means
from analysis.view.measuring.bands import MOST_DRAWN, span_shares
from analysis.view.measuring.weighing import Weighing, tally_groups

# Shares as articles have them: most of one theme, a little of the others.
SPIKY = (0.3, 0.1, 0.2)


def weigh(sizes, *, seed=0, lengths=False):
    random = np.random.default_rng(seed)
    n = sum(sizes)
    shares = random.dirichlet(SPIKY, n)
    weights = random.integers(100, 3_000, n).astype(float) if lengths else np.ones(n)
    weighing = Weighing(np.arange(n), weights, shares, shares.argmax(axis=1))
    return weighing, np.repeat(np.arange(len(sizes)), sizes)


def span(weighing, codes, n_groups, *, seed=0):
    tally = tally_groups(weighing, codes, n_groups)
    return tally, *span_shares(weighing, codes, tally, seed=seed)


def resample(weighing, times=2_000):
    """Return the band of a plain bootstrap, one article after the other."""
    random, n = np.random.default_rng(1), len(weighing.places)
    found = []
    for _ in range(times):
        drawn = random.integers(n, size=n)
        found.append(np.average(weighing.shares[drawn], axis=0, weights=weighing.weights[drawn]))
    return np.percentile(found, [2.5, 97.5], axis=0)


@pytest.mark.parametrize("lengths", [False, True], ids=["articles", "characters"])
@pytest.mark.parametrize("size", [8, MOST_DRAWN, MOST_DRAWN + 1, 400])
def test_the_band_is_that_of_the_plain_bootstrap(size, lengths):
    weighing, codes = weigh([size], seed=size, lengths=lengths)
    _, low, high = span(weighing, codes, 1)
    # The ends of either band are drawn, the more widely the fewer the articles.
    assert np.allclose([low[0], high[0]], resample(weighing), atol=0.05 if size < 10 else 0.025)


def test_the_band_holds_the_share_and_is_the_same_each_time():
    weighing, codes = weigh([5, 0, 30, 300])
    tally, low, high = span(weighing, codes, 4, seed=7)
    some = tally.counts > 0
    assert (low[some] <= tally.shares[some]).all()
    assert (high[some] >= tally.shares[some]).all()
    again = span(weighing, codes, 4, seed=7)
    assert np.array_equal(low, again[1], equal_nan=True)
    assert not np.array_equal(low, span(weighing, codes, 4, seed=8)[1], equal_nan=True)


def test_more_articles_make_a_narrower_band():
    weighing, codes = weigh([10, 40, 160, 640])
    _, low, high = span(weighing, codes, 4)
    widths = (high - low).mean(axis=1)
    assert (np.diff(widths) < 0).all()


def test_a_group_without_articles_has_no_band():
    weighing, codes = weigh([5, 0, 5])
    _, low, high = span(weighing, codes, 3)
    assert np.isnan(low[1]).all()
    assert np.isnan(high[1]).all()


@pytest.mark.parametrize("size", range(1, LEAST))
def test_a_handful_of_articles_has_no_band(size):
    weighing, codes = weigh([size, LEAST])
    _, low, high = span(weighing, codes, 2)
    assert np.isnan([low[0], high[0]]).all()
    assert not np.isnan([low[1], high[1]]).any()


@pytest.mark.parametrize(("size", "told"), [(LEAST, False), (ALIKE - 1, False), (ALIKE, True)])
def test_articles_all_alike_have_a_band_only_where_they_are_many(size, told):
    weighing, codes = weigh([size])
    alike = replace(weighing, shares=np.tile([0.2, 0.8, 0.0], (size, 1)))
    _, low, high = span(alike, codes, 1)
    assert (~np.isnan(low)).all() == (~np.isnan(high)).all() == told


def test_a_band_of_fewer_articles_would_hold_too_little():
    """Of a hundred true shares, how many lie in the bootstrap's band of two, three, four."""
    random, held = np.random.default_rng(0), []
    whole = random.dirichlet(SPIKY, 100_000)
    for size in (2, 3, 4):
        drawn = whole[random.integers(len(whole), size=(100, size))]
        spans = [span_means(resample_means(one, seed=(0,)), one.mean(axis=0)) for one in drawn]
        low, high = np.moveaxis(np.array(spans), 1, 0)
        held.append(((low <= whole.mean(axis=0)) & (whole.mean(axis=0) <= high)).mean())
    assert held == sorted(held)
    assert max(held) < 0.85
