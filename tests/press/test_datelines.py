"""Datelines say who sent a story, from where and when; words that begin like them do not."""

import pytest

from analysis.press.datelines import read_closed, read_dateline


@pytest.mark.parametrize(
    ("text", "agency", "place", "day", "paper"),
    [
        ("新华社北京4月3日电 中共中央", "新华社", "北京", (4, 3), None),
        ("本报北京 4月 3日电 （记者", None, "北京", (4, 3), None),
        ("据新华社汉城１月３日电（记者", "新华社", "汉城", (1, 3), None),
        ("本报讯 近日", None, None, None, None),
        ("新渝报讯(记者", None, None, None, "新渝报"),
        ("央视网消息（新闻联播）：会议", "央视网", None, None, None),
        ("综合本报和新华社消息：社会各界", "新华社", None, None, None),
    ],
)
def test_a_dateline_is_read(text, agency, place, day, paper):
    found = read_dateline(text)
    assert (found.agency, found.place, found.month_day, found.paper) == (agency, place, day, paper)


@pytest.mark.parametrize(
    "text",
    [
        "新华社会议厅里座无虚席",
        "本报告讯问了三个问题",
        "本报电话征订开始",
        "电视台消息灵通",
        "据报道",
        "新华社今天播发长篇通讯",
    ],
)
def test_prose_is_no_dateline(text):
    assert read_dateline(text) is None


def test_a_day_that_no_month_has_is_none():
    assert read_dateline("新华社北京4月33日电").month_day is None


def test_a_closing_dateline_may_leave_the_day_out():
    assert read_closed("本报华盛顿电").place == "华盛顿"


def test_a_closing_remark_is_no_dateline():
    assert read_closed("本报热线电话") is None


def test_the_longest_own_name_is_read_to_its_last_sign():
    paper, programme = "中华人民共和国工人们客户端", "新闻联播新闻联播"
    found = read_dateline(f"{paper}（{programme}）消息：近日")
    assert (found.paper, found.end) == (paper, len(f"{paper}（{programme}）消息"))
