"""A study fitted with other numbers of topics."""

import pytest

from analysis.errors import BadSetting, TooFewWords
from analysis.study.exploring import explore_study, read_counts
from analysis.study.tables import read_table


def say_nothing(*_):
    """Take a report nobody asked for."""


@pytest.fixture(scope="module")
def explored(built):
    return explore_study(built.study, (3, 4, 1_000), say_nothing)


def test_numbers_that_the_study_is_too_small_for_are_left_out(explored):
    assert [fit.count for fit in explored.fits] == [3, 4]
    assert explored.left_out == (1_000,)


def test_with_its_own_number_of_topics_the_study_is_found_again(explored, built):
    topics = read_table(built.study.folder, "topics")
    own = explored.fits[1]
    assert [topic.size for topic in own.topics] == pytest.approx(topics["size"].to_pylist())
    assert [topic.stability for topic in own.topics] == topics["stability"].to_pylist()
    assert explored.restated[1] == 0


def test_progress_counts_up_to_the_number_of_fits(built):
    told = []
    explore_study(built.study, (3, 4), lambda *one: told.append(one))
    assert [one for one in told if one[0] == "explore"] == [
        ("explore", 0, 2),
        ("explore", 1, 2),
        ("explore", 2, 2),
    ]


def test_a_study_too_small_for_any_number_says_so(built):
    with pytest.raises(TooFewWords):
        explore_study(built.study, (1_000,), say_nothing)


@pytest.mark.parametrize("text", ["", "1-4", "9-4", "a", "4-", "2-200", "4-9:0", "3-4-5", "²"])
def test_what_is_no_range_of_counts_is_refused(text):
    with pytest.raises(BadSetting):
        read_counts(text)


def test_ranges_steps_and_lists_can_be_mixed():
    assert read_counts("10–30:10, 4-6") == (4, 5, 6, 10, 20, 30)
