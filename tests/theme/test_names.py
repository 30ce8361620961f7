"""Names are told by where they stand."""

import numpy as np
import pytest

from analysis.theme.names import OFFICE, SURNAME, is_name, mark_names
from analysis.theme.terms import count_terms
from analysis.theme.tokens import Cutter

CUTTER = Cutter()


def tally(text, term):
    counts = count_terms([text], CUTTER, length=160)
    return counts.named[counts.terms.index(term)].tolist()


def test_who_is_called_by_an_office_stands_like_a_name():
    assert tally("总统塞西来访。", "塞西") == [1, 0]


def test_who_speaks_stands_like_a_name():
    assert tally("塞西表示欢迎。", "塞西") == [1, 0]


def test_a_given_name_stands_behind_a_surname():
    _, given = mark_names(np.array([OFFICE, SURNAME, 0], dtype=np.uint8))
    assert given.tolist() == [False, False, True]


def test_no_name_stands_behind_another_texts_office():
    counts = count_terms(["来了总统", "方舱", "很大"], CUTTER, length=160)
    assert counts.named[counts.terms.index("方舱")].tolist() == [0, 0]


def test_a_thing_does_not_stand_like_a_name():
    assert tally("医院里有方舱，方舱很大。", "方舱") == [0, 0]


def test_cues_are_counted_as_the_words_they_are_and_characters_are_no_terms():
    counts = count_terms(["记者说，记者走了。"], CUTTER, length=160)
    assert counts.terms == ("记者",)
    np.testing.assert_array_equal(counts.rows.toarray(), [[2]])


@pytest.mark.parametrize("places", [1, 1000])
def test_chance_makes_no_name(places):
    assert not is_name("王府", places, 1, 0, known=False)
