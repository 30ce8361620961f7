"""Blocks are described by numbers of one shape."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.press.blocks import read_blocks
from analysis.press.cuts.habit import HABITS, describe_habit, find_runs
from analysis.press.cuts.rounds import read_context
from analysis.press.cuts.signals import is_short, read_signals
from analysis.press.cuts.windows import look_ahead, look_back
from analysis.press.starts import rate_start

TEXT = st.lists(
    st.sampled_from(
        ["本报讯 今天开会。", "全民植树增绿", "\n\n", "\n", "，部署工作", "（下转第3版）"]
    ),
    min_size=1,
    max_size=30,
).map("".join)


def test_a_headline_is_short_and_a_sentence_is_not():
    assert [is_short(block) for block in read_blocks("全民植树增绿\n\n今天我们一起种树。")] == [
        True,
        False,
    ]


@given(TEXT.filter(str.strip))
def test_all_rows_of_a_page_are_of_one_length(text):
    blocks = read_blocks(text)
    signals = read_signals(blocks)
    count = len(blocks)
    context = read_context(signals, [0.5] * count, [0.6] * count, [0.3] * len(HABITS))
    assert len({len(row) for row in signals.rows}) == 1
    assert len({len(row) for row in context}) == 1
    assert len(context) == count


def test_windows_reach_as_far_as_they_must():
    sizes = [10, 10, 10, 10]
    assert (look_back(sizes, 3, 15), look_ahead(sizes, 1, 15)) == (range(1, 3), range(1, 3))


def test_runs_of_headlines_are_found():
    assert find_runs([0.9, 0.8, 0.1, 0.7]) == [(0, 2), (3, 4)]


def test_a_page_without_headlines_has_a_habit_too():
    signals = read_signals(read_blocks("今天开会。\n\n部署工作。"))
    assert len(describe_habit(signals, [1.0, 0.0], [0.0, 0.0])) == 21


def test_paragraphs_begin_with_some_characters_rather_than_others():
    assert rate_start("据悉，") > rate_start("的规定") < rate_start("今年")
