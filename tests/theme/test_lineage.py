"""Which topic of one fit is which of another."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.lineage import Fitted, compare_topics, give_ids, match_topics


def make_fitted(terms, rows):
    components = np.array(rows, dtype=float)
    return Fitted(tuple(terms), components / np.linalg.norm(components, axis=1, keepdims=True))


@given(st.permutations(range(4)))
def test_topics_in_another_order_are_found_again(order):
    fitted = make_fitted("甲乙丙丁", np.eye(4) + 0.1)
    moved = Fitted(fitted.terms, fitted.components[list(order)])
    assert match_topics(fitted, moved) == tuple(order)


def test_topics_without_a_word_in_common_are_new():
    assert match_topics(make_fitted("甲乙", [[1, 1]]), make_fitted("丙丁", [[1, 1]])) == (None,)


def test_two_new_topics_cannot_be_the_same_old_one():
    old = make_fitted("甲乙", [[1, 1]])
    new = make_fitted("甲乙", [[1, 0.9], [1, 0.5]])
    assert match_topics(old, new) == (0, None)


def test_a_term_of_one_fit_only_takes_from_the_cosine():
    near = compare_topics(make_fitted("甲乙", [[1, 1]]), make_fitted("甲丙", [[1, 1]]))
    assert np.allclose(near, [[0.5]])


def test_new_topics_get_numbers_that_were_never_given():
    assert give_ids((1, None, None), (4, 2), first_free=7) == (2, 7, 8)
