"""Decisions are settled so that a page holds together."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.press.cuts.settle import defer_cuts, force_cuts, settle_page

ANSWERS = st.lists(st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)), min_size=1, max_size=30)


def test_what_is_sure_stays():
    cuts, heads = [1.0, 0.0, 1.0, 0.0], [1.0, 0.0, 1.0, 0.0]
    assert settle_page(cuts, heads, closing=False) == (
        [True, False, True, False],
        [True, False, True, False],
    )


def test_a_sure_headline_begins_an_article():
    starts, _ = settle_page([1.0, 0.0, 0.3, 0.0], [0.9, 0.0, 0.95, 0.0], closing=False)
    assert starts[2]


def test_a_doubtful_headline_inside_an_article_is_none():
    _, heads = settle_page([1.0, 0.0, 0.01, 0.0], [0.9, 0.0, 0.6, 0.0], closing=False)
    assert not heads[2]


def test_after_a_closing_headline_an_article_begins():
    starts, _ = settle_page([1.0, 0.0, 0.0, 0.3], [0.0, 0.0, 0.95, 0.0], closing=True)
    assert starts[3]


def test_a_headline_of_two_lines_is_one():
    starts, heads = settle_page([1.0, 0.1, 0.0], [0.9, 0.9, 0.0], closing=False)
    assert (starts, heads) == ([True, False, False], [True, True, False])


@given(ANSWERS, st.booleans())
def test_a_settled_page_keeps_the_habit(answers, closing):
    starts, heads = settle_page(*map(list, zip(*answers, strict=True)), closing=closing)
    for at in range(1, len(heads)):
        if closing and heads[at - 1] and not heads[at]:
            assert starts[at]
        if not closing and heads[at] and not heads[at - 1]:
            assert starts[at]


def test_a_cut_before_a_closing_credit_moves_behind_it():
    cuts, heads = [1.0, 0.8, 0.1], [0.0, 0.0, 0.0]
    assert defer_cuts(cuts, heads, [False, True, False], closing=False) == [1.0, 0.0, 0.8]


def test_a_credit_between_prose_and_its_headline_is_not_cut_off():
    cuts, heads = [1.0, 0.8, 0.1], [0.0, 0.0, 0.9]
    assert defer_cuts(cuts, heads, [False, True, False], closing=True) == [1.0, 0.0, 0.1]


def test_a_story_from_another_page_begins_an_article():
    assert force_cuts([1.0, 0.1], [0.0, 0.0], [False, True], closing=False)[1] > 0.5


def test_the_headline_above_a_story_from_another_page_stays_with_it():
    assert force_cuts([1.0, 0.1], [0.9, 0.0], [False, True], closing=False) == [1.0, 0.1]
