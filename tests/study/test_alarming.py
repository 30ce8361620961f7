"""Planted junk is found in a made corpus, and the sound topics around it are left alone."""

import random

import pytest

from analysis.press.inputs import Input
from analysis.study.alarming import alarm_topics
from analysis.study.build import build_study
from analysis.study.draft import Draft
from analysis.study.recipe import new_recipe
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import read_table
from analysis.study.topics import replace_topic_edits
from analysis.theme.edits import TopicEdit

SUBJECTS = {
    "河": "河水 水质 污水 芦苇 湿地 候鸟 排污口 柳树 断面 治污 河道 清淤",
    "球": "足球 球员 教练 联赛 主队 球迷 守门员 进球 射门 后卫 比分 赛季",
    "书": "图书 读者 作家 书店 绘本 阅读 借阅 新书 书架 出版社 诗歌 小说",
    "校": "学生 课堂 教师 校园 作业 教材 考试 班级 课程 校车 操场 食堂",
}
WEATHER = "多云 阵雨 气温 微风 晴天 霜冻 湿度 雷阵雨 寒潮 冷空气 大雾 降水"
PAPERS = ("晨报", "晚报", "日报", "商报")
MASTHEAD = "印刷厂承印，零售价格两元，广告许可证，邮发代号，热线电话{n}号，零售印刷广告邮发热线"
PRINTED = "印刷厂 承印 零售 零售价格 价格 广告 许可证 邮发 代号 热线电话 热线 电话 印刷"


def make_article(words, chance):
    """Return a text of ten sentences, each of four words of one subject."""
    return "".join(f"{'，'.join(chance.sample(words.split(), 4))}。" for _ in range(10))


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """Build 112 articles of four papers; one has a weather column, some are mostly masthead."""
    chance = random.Random(7)  # noqa: S311 - a made corpus, not a secret
    rows = ["标题,正文,报纸"]
    for number in range(80):
        subject = list(SUBJECTS)[number % 4]
        body = make_article(SUBJECTS[subject], chance)
        rows.append(f"{subject}之{number},{body},{PAPERS[number // 4 % 4]}")
    rows += [f"天之{n},{make_article(WEATHER, chance)},晚报" for n in range(16)]
    for number in range(16):
        body = f"{MASTHEAD.format(n=number)}。{make_article(SUBJECTS['校'], chance)[:20]}"
        rows.append(f"报之{number},{body},{PAPERS[number % 4]}")
    item = Input("made.csv", data="\n".join(rows).encode())
    folder = tmp_path_factory.mktemp("planted") / "study"
    return build_study([item], folder, recipe=new_recipe(topics=6)).study


@pytest.fixture(scope="module")
def told(planted):
    """Return the alarms of each topic, by its strongest terms."""
    terms = read_table(planted.folder, "topic_terms").to_pylist()
    alarms = {}
    for row in read_table(planted.folder, "topics").to_pylist():
        own = [one for one in terms if one["topic_id"] == row["topic_id"]]
        top = sorted(own, key=lambda one: -one["weight"])[:8]
        alarms[frozenset(one["term"] for one in top)] = row["alarms"]
    return alarms


def alarms_about(told, words):
    return [
        alarms for terms, alarms in told.items() if len(terms & set(words.split())) > len(terms) / 2
    ]


def test_one_papers_column_is_told(told):
    assert alarms_about(told, WEATHER) == [["newspaper"]]


def test_a_masthead_is_told(told):
    assert alarms_about(told, PRINTED) == [["formula"]]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_sound_topics_are_left_alone(told, subject):
    assert alarms_about(told, SUBJECTS[subject]) == [[]]


def test_no_topic_is_without_a_list(built):
    rows = read_table(built.study.folder, "topics", ["alarms"]).to_pylist()
    assert all(isinstance(row["alarms"], list) for row in rows)


def test_alarms_are_told_anew_as_they_were(planted):
    tables = {name: read_table(planted.folder, name) for name in SCHEMAS}
    told = alarm_topics(Draft(planted.folder, tables), planted.recipe.words)
    assert told.equals(tables["topics"])


def test_a_new_name_keeps_the_alarms(planted, tmp_path):
    [topic] = [
        row["topic_id"]
        for row in read_table(planted.folder, "topics").to_pylist()
        if row["alarms"] == ["newspaper"]
    ]
    edit = TopicEdit("rename", topic=topic, name="天气")
    renamed = replace_topic_edits(planted, [edit], target=tmp_path / "renamed").study
    rows = {row["label"]: row for row in read_table(renamed.folder, "topics").to_pylist()}
    assert rows["天气"]["alarms"] == ["newspaper"]


def test_topics_that_are_merged_are_judged_anew(planted, tmp_path):
    rows = read_table(planted.folder, "topics").to_pylist()
    [weather] = [row["topic_id"] for row in rows if row["alarms"] == ["newspaper"]]
    other = next(row["topic_id"] for row in rows if not row["alarms"])
    edit = TopicEdit("merge", topic=other, others=(weather,))
    merged = replace_topic_edits(planted, [edit], target=tmp_path / "merged").study
    left = {row["topic_id"]: row for row in read_table(merged.folder, "topics").to_pylist()}
    assert "newspaper" not in left[other]["alarms"]
