"""Texts of one matter lie near each other, whatever words they use."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.press.cuts.senses import add_points, find_middle, measure_nearness, read_point

UNION = "全国总工会召开会议，部署职工维权工作，各级工会干部参加。"
WORKERS = "一线劳模和产业工人代表走进企业班组，向青年职工传授技能。"
TREES = "荒山披上绿装，造林面积逐年增加，水土流失得到治理。"
TEXT = st.text(alphabet="工会职工植树造林会议。，a1", max_size=60)


def test_texts_that_share_no_word_are_near_when_they_tell_of_one_matter():
    union, workers, trees = map(read_point, (UNION, WORKERS, TREES))
    assert measure_nearness(union, workers) > measure_nearness(union, trees)


def test_what_all_of_a_page_is_about_says_nothing():
    points = [read_point(text) for text in (UNION, WORKERS)]
    middle = find_middle(points)
    assert measure_nearness(*points, middle) < measure_nearness(*points)


def test_a_text_without_known_words_is_nowhere():
    assert measure_nearness(read_point("ABC 123"), read_point(UNION)) == 0.0
    assert find_middle([read_point("。")]) == ()
    assert add_points([], []) == ()


@given(TEXT, TEXT)
def test_nearness_is_a_cosine(one, two):
    first, second = read_point(one), read_point(two)
    assert -1.000001 <= measure_nearness(first, second) <= 1.000001
    assert measure_nearness(first, second) == measure_nearness(second, first)


def test_a_pair_counts_once():
    assert read_point("工会工会工会") == add_points(
        [read_point("工会"), read_point("会工")], [0, 1]
    )
