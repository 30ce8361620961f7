"""A signature is nothing but papers, roles and names; one word more makes it prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.signatures import People, read_signature

NAMES = ["李娜", "张小明", "欧阳文", "尚绪谦", "碧泉", "阿不都·热依木"]


@pytest.mark.parametrize(
    ("text", "byline", "people"),
    [
        ("本报记者 江玉《中国电力报》记者张大和", "记者 江玉 记者 张大和", (2, 0, 0, 0)),
        ("本报驻泰国记者成元生", "记者 成元生", (1, 0, 0, 0)),
        ("杨明清 本报记者 张楠 本报通讯员 张与澄", "杨明清 记者 张楠 通讯员 张与澄", (2, 1, 0, 0)),
        ("记者 赵伟平 实习生 吴金锺", "记者 赵伟平 实习生 吴金锺", (2, 0, 0, 0)),
        ("新华社记者张鲁成摄", "记者 张鲁成", (0, 0, 1, 0)),
        ("记者 张小明 摄影报道", "记者 张小明", (1, 0, 1, 0)),
        ("文/张小明 图/李娜", "张小明 李娜", (1, 0, 1, 0)),
        ("记者 张小明 文 李娜 图", "记者 张小明 李娜", (1, 0, 1, 0)),
        ("本报记者董洪亮文陶源明摄", "记者 董洪亮 陶源明", (1, 0, 1, 0)),
        ("文字：记者 张小明 摄影：记者 李娜", "记者 张小明 记者 李娜", (1, 0, 1, 0)),
        ("记者 张小明/文 李娜/图", "记者 张小明 李娜", (1, 0, 1, 0)),
        ("作者：张小明", "作者 张小明", (1, 0, 0, 0)),
        ("责任编辑：张小明 美编：李娜 校对 王强", None, (0, 0, 0, 3)),
    ],
)
def test_everyone_gets_the_role_that_is_printed(text, byline, people):
    found = read_signature(text)
    counts = (
        len(found.people.reporters),
        len(found.people.correspondents),
        len(found.people.photographers),
        len(found.people.editors),
    )
    assert (found.byline, counts) == (byline, people)


@pytest.mark.parametrize(
    "text",
    [
        "记者从国家医保局获悉",
        "记者在现场看到",
        "本报记者在京采访",
        "记者手记",
        "编辑部的故事",
        "无人机照片",
        "《虎踞钟山》撼人心",
        "图片由李明提供",
        "周恩来风采摄影展举行",
        "为建设美丽中国增绿添彩",
        "",
    ],
)
def test_prose_is_no_signature(text):
    assert read_signature(text) is None


def test_an_agency_that_hands_a_picture_out_signs_a_picture():
    assert read_signature("新华社发").picture
    assert not read_signature("新华社记者").picture


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
def test_every_name_behind_a_role_is_found(names):
    assert read_signature(f"记者 {' '.join(names)}").people.reporters == tuple(names)


@given(st.text(alphabet="记者摄文图/编辑：新华社发李娜的 ", max_size=30))
def test_any_text_is_read_without_a_fault(text):
    found = read_signature(text)
    assert found is None or found.people.join(People()) == found.people


@pytest.mark.parametrize(
    "text", ["本报记者 李娜 北京报道", "记者 李娜 发自北京", "记者李娜／北京报导"]
)
def test_where_a_story_was_reported_is_no_name(text):
    found = read_signature(text)
    assert (found.people.reporters, found.place) == (("李娜",), "北京")


def test_a_source_is_no_name():
    found = read_signature("来源：新华社")
    assert (found.byline, found.agency) == (None, "新华社")
