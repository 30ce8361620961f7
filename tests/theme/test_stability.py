"""Topics and themes that come back, and those that do not."""

import numpy as np
import pytest

from analysis.theme.settings import Settings
from analysis.theme.stability import Refit, compare_rankings, measure_stability

WHOLE = Refit(np.eye(2, 30), np.eye(2, 30))
TWICE = Settings(resamples=2)


def say_nothing(*_):
    """Take a report nobody asked for."""


def stability_of(fit, *, whole=WHOLE, settings=TWICE, n_rows=10):
    return measure_stability(
        whole, lambda _: fit, n_rows=n_rows, settings=settings, report=say_nothing
    )


def test_equal_rankings_agree_fully_and_strangers_not_at_all():
    first = np.array([[0, 1, 2]])
    assert compare_rankings(first, first) == pytest.approx(1)
    assert compare_rankings(first, first + 3) == pytest.approx(0)


def test_topics_that_come_back_in_another_order_are_stable_and_themes_that_do_not_are_not():
    turned = Refit(WHOLE.components[::-1], WHOLE.themes[::-1])
    found = stability_of(turned)
    np.testing.assert_allclose(found.topics, 1)
    assert found.themes.max() < 1


def test_a_topic_that_a_resample_lacks_is_less_stable():
    found = stability_of(Refit(WHOLE.components[:1], WHOLE.themes))
    np.testing.assert_allclose(found.topics, [1, 0])
    np.testing.assert_allclose(found.themes, 1)


def test_a_theme_that_the_corpus_lacks_has_no_stability_and_one_that_goes_has_none_left():
    lost = np.vstack([np.eye(1, 30), np.zeros((1, 30))])
    assert stability_of(Refit(WHOLE.components, lost)).themes.tolist() == [1, 0]
    never = Refit(WHOLE.components, lost)
    found = stability_of(WHOLE, whole=never).themes
    assert found[0] == 1
    assert np.isnan(found[1])


def test_a_resample_is_four_fifths_of_the_rows_until_the_bound():
    samples = []

    def refit(sample):
        samples.append(sample)
        return WHOLE

    for n_rows in (10, 100):
        settings = Settings(resamples=1, resample_rows=50)
        found = measure_stability(
            WHOLE, refit, n_rows=n_rows, settings=settings, report=say_nothing
        )
        assert found.rows == len(set(samples[-1].tolist()))
    assert [len(sample) for sample in samples] == [8, 50]
