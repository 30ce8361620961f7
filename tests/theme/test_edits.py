"""Edits of topics, themes and words as JSON and back."""

import pytest

from analysis.errors import BadEdit
from analysis.theme.edits import TopicEdit, read_topic_edit, read_topic_edits, write_topic_edit

EVERY = (
    TopicEdit("rename", topic=7, name="异地就医"),
    TopicEdit("hide", topic=7),
    TopicEdit("merge", topic=7, others=(8, 9)),
    TopicEdit("split", topic=7, others=(21, 22)),
    TopicEdit("assign", topic=7, theme="养老"),
    TopicEdit("theme", theme="教育", en="Education", colour="#E69F00", words=("学校", "教师")),
    TopicEdit("untheme", theme="教育"),
    TopicEdit("word", name="user", words=("直接结算",)),
    TopicEdit("unword", name="stop", words=("我们",)),
    TopicEdit("count", number=0),
)


def test_what_is_written_is_read():
    assert read_topic_edits(map(write_topic_edit, EVERY)) == EVERY


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"edit": "fold", "topic": 1}, "not known"),
        ({"edit": "rename", "topic": 1}, "name, topic"),
        ({"edit": "hide", "topic": 1, "name": "x"}, "has to say"),
        ({"edit": "hide", "topic": True}, "topic is wrong"),
        ({"edit": "merge", "topic": 1, "others": []}, "others is wrong"),
        ({"edit": "word", "name": "verbs", "words": ["走"]}, "name is wrong"),
        ({"edit": "count", "number": -1}, "number is wrong"),
    ],
)
def test_what_says_something_else_is_told(row, fault):
    with pytest.raises(BadEdit, match=fault):
        read_topic_edit(row)
