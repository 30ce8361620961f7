"""Mastheads, standing titles and copies belong to no article; headlines do."""

import pytest

from analysis.press.blocks import read_blocks
from analysis.press.furniture import find_furniture

PROSE = "全国总工会今天召开会议，部署今年的数智化建设工作，要求各级工会抓好落实。"


def kinds(*paragraphs):
    return find_furniture(read_blocks("\n\n".join(paragraphs)))


def test_the_second_printing_of_a_paragraph_is_a_copy():
    assert kinds(PROSE, "各地举办植树活动", PROSE) == {2: "copy"}


@pytest.mark.parametrize("label", ["■ 拥军优属拥政爱民", "新春走基层", "深化“产改”进行时"])
def test_standing_titles_are_labels(label):
    assert kinds(PROSE, label, PROSE + "会议还表彰了先进。")[1] == "label"


@pytest.mark.parametrize("line", ["□ 重庆日报记者 陈维灯", "各地举办植树活动", "1997年12月29日"])
def test_lines_of_articles_are_no_furniture(line):
    assert 1 not in kinds(PROSE, line, "植树点的土地湿润，孩子们提着水桶浇水。")
