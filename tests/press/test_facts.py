"""Newspaper, date, edition: read from the page, or not said."""

import pytest

from analysis.press.facts import find_facts, find_folios, is_folio
from analysis.press.layout import read_lines
from analysis.press.records import Page

MASTHEAD = "2021年9月13日 星期一\n第20871期 今日八版\n中华全国总工会主管主办 工人日报社出版\n"


def facts(text, source="page.txt", **known):
    lines = read_lines(text)
    folios = find_folios(lines)
    furniture = "\n".join(line.text for line, folio in zip(lines, folios, strict=True) if folio)
    return find_facts(Page(source, text, **known), furniture)


def test_the_masthead_says_newspaper_and_date():
    page = facts(MASTHEAD + "\n本报讯 近日，中共中央办公厅印发了意见。")
    assert (page.newspaper, page.date) == ("工人日报", "2021-09-13")
    assert dict(page.origins) == {"newspaper": "masthead", "date": "masthead"}


def test_the_number_of_pages_is_not_the_page():
    assert facts(MASTHEAD).edition is None


def test_a_folio_says_the_edition():
    assert facts("人民日报\n1998 年 1 月 13 日 第 5 版\n\n正文在此，今天开会。").edition == "5"


def test_an_own_name_opening_says_the_newspaper():
    page = facts(
        "新渝报讯(记者 毛双)7月15日，区人大常委会召开会议。\n\n新渝报讯 7月11日，委员们前往视察。"
    )
    assert (page.newspaper, dict(page.origins)["newspaper"]) == ("新渝报", "dateline")


def test_a_dateline_takes_the_year_that_the_text_supports():
    page = facts("新华社北京7月16日电 2024年以来，2024年上半年增长，比2023年多。")
    assert page.date == "2024-07-16"


def test_no_year_is_guessed():
    assert facts("新华社北京7月16日电 今天召开会议。").date is None


def test_a_plan_for_the_future_is_no_year_of_the_page():
    assert facts("新华社北京7月16日电 到2035年，到2035年基本实现目标。").date is None


def test_the_file_name_says_the_date():
    page = facts("今天召开会议。", source="河源日报-20240404-第3版.txt")
    assert (page.newspaper, page.date, page.edition) == ("河源日报", "2024-04-04", "3")


@pytest.mark.parametrize("name", ["我的报纸.txt", "工作报告.txt", "深度报道2024.txt"])
def test_a_file_name_with_another_word_names_no_newspaper(name):
    assert facts("今天召开会议。", source=name).newspaper is None


def test_given_facts_win():
    page = facts(MASTHEAD, newspaper="某报", origins=(("newspaper", "given"),))
    assert page.newspaper == "某报"


@pytest.mark.parametrize(
    "line",
    ["（下转第3版）", "（2025年1月21日）", "今天是星期一，工人们来到工地。", "深化改革进行时"],
)
def test_lines_of_stories_are_no_folios(line):
    assert not is_folio(line)


def test_a_number_in_the_middle_of_the_page_is_no_folio():
    lines = read_lines(
        "第4版\n\n4\n\n会议今天在京召开，部署工作。\n\n4\n\n会议要求，抓好落实工作。"
    )
    assert find_folios(lines) == (True, True, False, False, False)


def test_editors_that_no_line_names_are_none():
    assert find_facts(Page("a.txt", "正文。", editors=("李娜",)), "").editors == ()
