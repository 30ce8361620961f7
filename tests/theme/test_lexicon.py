"""Word lists against topics: parts that add up, told apart by where they come from."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.theme.lexicon import match_themes

TERMS = ("养老", "助餐", "工会", "职工")
WEIGHTS = arrays(float, (2, 4), elements=st.floats(0, 5, allow_subnormal=False))


@given(WEIGHTS, WEIGHTS)
def test_the_parts_add_up_to_the_cosine(components, vectors):
    for one in match_themes(components, vectors, TERMS, own=[{"养老"}, {"工会"}]):
        assert sum(part for _, part in one.own + one.widened) == pytest.approx(one.cosine)
        assert -1e-9 <= one.cosine <= 1 + 1e-9


def test_words_of_the_list_are_told_from_those_it_was_widened_to():
    components = np.array([[1.0, 1.0, 0.0, 0.0]])
    [one] = match_themes(components, components, TERMS, own=[{"养老"}])
    assert one.own == (("养老", pytest.approx(0.5)),)
    assert one.widened == (("助餐", pytest.approx(0.5)),)


def test_a_theme_of_which_no_word_occurs_is_near_nothing():
    [one] = match_themes(np.ones((1, 4)), np.zeros((1, 4)), TERMS, own=[{"养老"}])
    assert (one.cosine, one.own, one.widened) == (0, (), ())


def test_no_more_words_than_asked_for():
    [one] = match_themes(np.ones((1, 4)), np.ones((1, 4)), TERMS, own=[set(TERMS)], most=2)
    assert len(one.own) == 2
