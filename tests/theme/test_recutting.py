"""What a change of the lists does to sentences."""

import pytest

from analysis.theme.recutting import find_recuts
from analysis.theme.settings import Words

TEXTS = [
    "推行异地就医，方便群众。",
    "这里的天气很好。",
    "办理异地就医。异地就医好！",
    "出差到异地，就医难。",
]
WITH = Words(user=("异地就医",))


def test_only_texts_with_the_word_are_touched():
    assert find_recuts(TEXTS, Words(), WITH).texts == (0, 2)


def test_an_example_is_the_clause_before_and_after():
    [first, *_] = find_recuts(TEXTS, Words(), WITH).examples
    assert TEXTS[first.text][slice(*first.span)] == "".join(first.before) == "".join(first.after)
    assert "异地就医" in first.after
    assert "异地就医" not in first.before


def test_taking_a_word_out_is_the_reverse():
    there, back = find_recuts(TEXTS, Words(), WITH), find_recuts(TEXTS, WITH, Words())
    assert there.texts == back.texts
    assert [one.before for one in there.examples] == [one.after for one in back.examples]


@pytest.mark.parametrize("name", ["stop", "press"])
def test_a_listed_word_touches_texts_that_hold_it_as_a_word(name):
    assert find_recuts(TEXTS, Words(), Words(**{name: ("天气",)})).texts == (1,)


def test_a_listed_word_inside_another_touches_nothing():
    assert find_recuts(TEXTS, WITH, Words(user=WITH.user, stop=("异地",))).texts == (3,)


def test_a_move_between_lists_that_do_not_count_touches_nothing():
    assert find_recuts(TEXTS, Words(stop=("天气",)), Words(press=("天气",))).texts == ()


def test_examples_are_limited_for_each_word():
    found = find_recuts(TEXTS * 5, Words(), WITH, most=2)
    assert len(found.examples) == 2
    assert len(found.texts) == 10


def test_no_change_reads_nothing():
    assert find_recuts(TEXTS, WITH, WITH).texts == ()


def test_latin_letters_count_small():
    assert find_recuts(["发展GDP"], Words(), Words(stop=("gdp",))).texts == (0,)
