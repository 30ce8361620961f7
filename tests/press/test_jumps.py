"""Jump marks are told in all their forms; sentences that sound like one are not."""

import pytest

from analysis.press.jumps import find_jumps


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("（下转第四版）", ("to", "4")),
        ("（下转4版）", ("to", "4")),
        ("（下转A03）", ("to", "A3")),
        ("（转第十二版）", ("to", "12")),
        ("（下转第八版左下角）", ("to", "8")),
        ("▶下转03版", ("to", "3")),
        ("（紧接第一版）", ("from", "1")),
        ("(上接1版)", ("from", "1")),
        ("（接１版）", ("from", "1")),
    ],
)
def test_a_mark_is_read(text, mark):
    assert [found[:2] for found in find_jumps(f"前文。{text}")] == [mark]


@pytest.mark.parametrize(
    "text",
    ["他紧接第二版的修改写道", "一转三版", "公交（转3路）可到", "（转5次）", "（接3个电话）"],
)
def test_a_sentence_is_no_mark(text):
    assert find_jumps(text) == ()
