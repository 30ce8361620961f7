"""A difference is told where it is sure, and hardly ever where chance makes it."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.theme.resampling import LEAST
from analysis.view.measuring.gaps import find_gap, span_differences
from analysis.view.measuring.weighing import Weighing

# Shares as articles have them: most of one theme, a little of the others; the last is 其他.
SPIKY = (0.3, 0.1, 0.2, 0.15, 0.6)
NAMED = range(4)


def weigh(sizes, *, seed=0, lengths=False, lift=0.0):
    """Return articles of two groups; the first theme of the first group is lifted by a share."""
    random, n = np.random.default_rng(seed), sum(sizes)
    codes = np.repeat(np.arange(2), sizes)
    shares = random.dirichlet(SPIKY, n)
    lifted = lift * (codes == 0)[:, np.newaxis]
    shares = shares * (1 - lifted) + lifted * np.eye(5)[0]
    weights = random.integers(100, 3_000, n).astype(float) if lengths else np.ones(n)
    return Weighing(np.arange(n), weights, shares, shares.argmax(axis=1)), codes


def find(sizes, *, themes=NAMED, **chosen):
    weighing, codes = weigh(sizes, **chosen)
    return find_gap(weighing, (codes == 0, codes == 1), themes, seed=0)


def resample_differences(weighing, codes, times=2_000):
    """Return the interval of a plain bootstrap of both groups, one article after the other."""
    random, found = np.random.default_rng(1), []
    for _ in range(times):
        means = []
        for group in (0, 1):
            own = np.flatnonzero(codes == group)
            drawn = random.choice(own, size=len(own))
            means.append(
                np.average(weighing.shares[drawn], axis=0, weights=weighing.weights[drawn])
            )
        found.append(means[0] - means[1])
    return np.percentile(found, [2.5, 97.5], axis=0)


@pytest.mark.parametrize("lengths", [False, True], ids=["articles", "characters"])
@pytest.mark.parametrize("sizes", [(60, 200), (1_100, 80)])
def test_the_interval_of_a_difference_is_that_of_the_plain_bootstrap(sizes, lengths):
    weighing, codes = weigh(sizes, seed=sizes[0], lengths=lengths)
    span = span_differences(weighing, (codes == 0, codes == 1), seed=0)
    assert np.allclose(span, resample_differences(weighing, codes), atol=0.02)
    assert np.array_equal(span, span_differences(weighing, (codes == 0, codes == 1), seed=0))


def test_no_difference_is_surer_than_its_parts():
    weighing, codes = weigh((40, 40))
    shares = np.where((codes == 0)[:, np.newaxis], [0.2, 0.8, 0, 0, 0], weighing.shares)
    alike = replace(weighing, shares=shares)
    assert np.isnan(span_differences(alike, (codes == 0, codes == 1), seed=0)).all()


@pytest.mark.parametrize("sizes", [(0, 40), (LEAST - 1, 40), (40, LEAST - 1)])
def test_of_a_handful_nothing_is_told(sizes):
    assert find(sizes, lift=0.95) is None


def test_without_a_theme_nothing_is_told():
    assert find((40, 40), themes=[], lift=0.5) is None


@pytest.mark.parametrize("lengths", [False, True], ids=["articles", "characters"])
@pytest.mark.parametrize("sizes", [(60, 200), (1_100, 1_200)])
def test_a_large_difference_is_told_with_its_interval(sizes, lengths):
    gap = find(sizes, lift=0.5, lengths=lengths)
    assert gap.theme == 0
    assert 0 < gap.low < gap.width < gap.high
    assert gap.width == pytest.approx(gap.shares[0] - gap.shares[1])


@pytest.mark.parametrize("lengths", [False, True], ids=["articles", "characters"])
@pytest.mark.parametrize("sizes", [(LEAST, 60), (30, 100), (1_050, 1_100)])
def test_chance_is_hardly_ever_told(sizes, lengths):
    told = [find(sizes, seed=seed, lengths=lengths) is not None for seed in range(60)]
    # One in twenty of sixty is three; more than eight are met once in 350 times.
    assert sum(told) <= 8


def test_two_that_differ_alike_are_not_told():
    weighing, codes = weigh((80, 80))
    shares = np.zeros((160, 5))
    sway = np.tile([0.05, -0.05], 80)
    shares[:, 0] = np.where(codes == 0, 0.4, 0.1) + sway
    shares[:, 1] = np.where(codes == 0, 0.1, 0.4) + sway
    tied = replace(weighing, shares=shares)
    assert find_gap(tied, (codes == 0, codes == 1), NAMED, seed=0) is None
    assert find_gap(tied, (codes == 0, codes == 1), [1, 2], seed=0).theme == 1
