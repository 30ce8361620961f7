"""Where a merged topic will stand is told before the merge, and is where it then stands."""

import shutil
from itertools import permutations

import pytest

from analysis.study.folder import open_study
from analysis.study.foreseeing import foresee_theme
from analysis.study.tables import read_table
from analysis.study.topics import edit_topics, replace_topic_edits
from analysis.theme.edits import TopicEdit
from analysis.theme.records import OTHER


@pytest.fixture
def study(built, tmp_path):
    shutil.copytree(built.study.folder, tmp_path / "study")
    return open_study(tmp_path / "study")


def theme_of(study, topic):
    rows = read_table(study.folder, "topics", ["topic_id", "theme"]).to_pylist()
    return next(row["theme"] for row in rows if row["topic_id"] == topic)


def merge(study, topic, *others, after=()):
    made = replace_topic_edits(study, [*after, TopicEdit("merge", topic=topic, others=others)])
    return theme_of(made.study, topic)


def test_every_pair_stands_where_it_was_foreseen(study):
    pairs = list(permutations((1, 2, 3, 4), 2))
    foreseen = [foresee_theme(study, topic, [other]) for topic, other in pairs]
    assert [merge(study, topic, other) for topic, other in pairs] == foreseen
    # The theme of the kept topic does not decide.
    assert any(theme_of(study, one) != told for (one, _), told in zip(pairs, foreseen, strict=True))


def test_a_topic_that_was_divided_and_given_away_counts_as_it_is_now(study):
    edits = [
        TopicEdit("split", topic=3, others=(5, 6)),
        TopicEdit("assign", topic=5, theme="生态"),
        TopicEdit("merge", topic=1, others=(5,)),
    ]
    changed = edit_topics(study.folder, edits).study
    foreseen = foresee_theme(changed, 2, [1, 6])
    assert merge(changed, 2, 1, 6, after=edits) == foreseen


def test_a_hidden_topic_stays_under_other(study):
    hide = TopicEdit("hide", topic=1)
    changed = edit_topics(study.folder, [hide]).study
    assert foresee_theme(changed, 1, [2]) == OTHER
    assert merge(changed, 1, 2, after=[hide]) == OTHER
