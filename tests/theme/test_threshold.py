"""From which cosine on a topic belongs to a named theme."""

import numpy as np

from analysis.theme.settings import Settings
from analysis.theme.themes import relate_topics

VECTORS = np.eye(2, 6)


def make_topics(first, count=8):
    """Return topics that hold ``first`` of the first theme's word, and hardly any the others."""
    near = np.full((count, 6), 0.01)
    near[:, 3:] = 0.0
    near[0, 0] = first
    near[:, 5] = np.sqrt(1 - (near**2).sum(axis=1))
    return near


def test_a_narrow_topic_belongs_where_others_hardly_touch_the_theme():
    affinity = relate_topics(make_topics(0.07), VECTORS, Settings())
    assert affinity[0, 0] > 0.9
    assert np.all(affinity[1:, -1] > 0.9)


def test_what_all_topics_share_with_a_theme_is_chance():
    even = make_topics(0.07)
    even[:, 0] = 0.07
    affinity = relate_topics(even, VECTORS, Settings())
    assert np.all(affinity[:, -1] > 0.5)


def test_the_threshold_has_a_bound_that_a_study_of_one_subject_keeps():
    topics = np.tile([0.6, 0, 0, 0, 0, 0.8], (8, 1))
    assert np.all(relate_topics(topics, VECTORS, Settings())[:, 0] > 0.9)


def test_without_any_word_of_a_theme_all_is_other():
    assert np.allclose(relate_topics(make_topics(0.5), np.zeros((2, 6)), Settings())[:, -1], 1)
