"""Edits in sentences: a topic is called what it was called when the edit was made."""

import shutil

from analysis.study.topics import edit_topics
from analysis.theme.edits import TopicEdit
from analysis.view.topics.edits import label_topics, name_topic_edits


def test_each_edit_calls_its_topics_as_they_were_called_then(built, tmp_path):
    folder = tmp_path / "study"
    shutil.copytree(built.study.folder, folder)
    before = label_topics(built.study)[2]
    edits = [
        TopicEdit("rename", topic=2, name="班组"),
        TopicEdit("rename", topic=2, name="技能"),
        TopicEdit("assign", topic=2, theme="生态"),
    ]
    study = edit_topics(folder, edits).study
    assert name_topic_edits(study, "zh") == (
        f"议题 2 {before} 改名为“班组”",
        "议题 2 班组 改名为“技能”",
        "议题 2 技能 归入主题“生态”",
    )
