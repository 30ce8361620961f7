"""The map of a study's topics: those that are seen, from their words."""

import numpy as np

from analysis.study.mapping import map_topics


def test_each_topic_has_a_place_and_its_distances(built):
    lain = map_topics(built.study)
    assert lain.topics == (1, 2, 3, 4)
    assert lain.places.shape == (4, 2)
    assert np.allclose(lain.distances, lain.distances.T)
    assert not np.diag(lain.distances).any()
    assert 0 < lain.explained <= 1


def test_the_map_is_the_same_each_time(built):
    one, two = (map_topics(built.study) for _ in range(2))
    assert np.array_equal(one.places, two.places)
