"""Hits of a search in a text: where they stand, case and script aside."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.hits import find_hits, read_hits
from analysis.study.search import find_texts

SIGNS = st.text("工会职AaＢ 。", max_size=20)


def test_a_term_is_found_as_printed_and_in_simplified_characters():
    assert find_hits("總工會辦學", "工会", plain="总工会办学") == ((1, 3),)


def test_case_does_not_matter_and_signs_are_no_pattern():
    assert find_hits("Wi-Fi 和 wi-fi (a+b)", "wi-FI (A+b)") == ((0, 5), (8, 13), (14, 19))


def test_an_excluded_term_is_no_hit():
    assert find_hits("食堂", "-食堂") == ()


@given(SIGNS, SIGNS)
def test_ranges_are_in_order_and_apart(text, search):
    found = find_hits(text, search)
    flat = [place for span in found for place in span]
    assert flat == sorted(set(flat))
    assert all(0 <= start < end <= len(text) for start, end in found)


def test_the_first_hit_is_in_the_body_where_it_can_be(catalogue):
    places = np.flatnonzero(find_texts(catalogue.study, "技能"))
    found = read_hits(catalogue.study, "技能", places)
    headlines = catalogue.articles["headline"].take(places).to_pylist()
    assert len(found) == len(places) > 0
    for (text, (start, end)), headline in zip(found, headlines, strict=True):
        assert text[start:end] == "技能"
        assert start > len(headline) or "技能" not in text[len(headline) :]
