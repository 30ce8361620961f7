"""Topics outside the named themes are grouped by the articles that speak of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.groups import group_topics


def group(rows):
    shares = np.array(rows, dtype=float)
    return group_topics(shares, shares.sum(axis=0))


def test_topics_of_the_same_articles_are_one_group():
    assert group([[0.5, 0.5, 0], [0.4, 0.6, 0], [0, 0, 1], [0, 0, 1], [0, 0, 1]]) == ((2,), (1, 0))


def test_topics_that_never_meet_stay_apart():
    assert group(np.eye(3)) == ((0,), (1,), (2,))


def test_a_topic_that_no_article_holds_is_a_group_of_its_own():
    assert group([[1, 0], [1, 0]]) == ((0,), (1,))


def test_one_topic_and_none():
    assert group([[1], [1]]) == ((0,),)
    assert group_topics(np.zeros((3, 0)), np.zeros(0)) == ()


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), min_size=1, max_size=8))
def test_every_topic_is_in_one_group(rows):
    found = group(rows)
    assert sorted(one for each in found for one in each) == [0, 1, 2, 3]
