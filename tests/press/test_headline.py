"""Kicker, headline and deck are told apart by their marks and sizes."""

import pytest

from analysis.press.headline import HeadLine, tell_apart


def told(*lines, gap=True):
    found = tell_apart(
        [HeadLine(line, gap=gap or number == 0) for number, line in enumerate(lines)]
    )
    return (found.kicker, found.headline, found.subhead)


def test_one_line_is_the_headline():
    assert told("退役军人最低1元可体检啦") == (None, "退役军人最低1元可体检啦", None)


def test_a_line_that_announces_is_the_kicker():
    assert told("在参加义务植树活动时强调", "全民植树增绿 共建美丽中国")[:2] == (
        "在参加义务植树活动时强调",
        "全民植树增绿 共建美丽中国",
    )


def test_a_line_with_a_comma_is_no_headline():
    lines = ("各地开展试点，更好保障权益——", "费用不必再垫付 报销不用来回跑")
    assert told(*lines)[1] == lines[1]
    assert (
        told("北京253万职工受益", "参保持卡在职职工免费享受,最高20万多元")[1] == "北京253万职工受益"
    )


def test_a_dash_leads_the_deck():
    assert (
        told("描绘最美“夕阳红”的幸福画卷", "———华龙区加快发展养老服务工作纪实")[2]
        == "华龙区加快发展养老服务工作纪实"
    )


def test_a_running_phrase_on_the_same_line_is_the_kicker():
    line = "整合各类资源，实现功能效益最大化 黑龙江将打造百个工会服务阵地"
    assert told(line)[:2] == ("整合各类资源，实现功能效益最大化", "黑龙江将打造百个工会服务阵地")


def test_a_space_between_two_phrases_of_one_headline_stays():
    assert (
        told("大足区人大常委会 专项督查代表建议办理")[1] == "大足区人大常委会 专项督查代表建议办理"
    )


def test_a_phrase_broken_over_two_lines_is_one():
    lines = ("南乐选手崔曼将代表我省出战", "全国公共就业服务专项业务竞赛")
    assert told(*lines, gap=False)[1] == "".join(lines)


@pytest.mark.parametrize("lines", [(), ("",)])
def test_no_line_is_no_headline(lines):
    assert not any(told(*lines))
