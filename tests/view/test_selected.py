"""What is selected, in words, in both languages."""

import pytest

from analysis.study.records import Selection
from analysis.view.selected import tell_selection


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_narrowed_is_nothing_told(catalogue, language):
    assert tell_selection(catalogue, Selection(), language) == ""
    assert tell_selection(catalogue, Selection(search=" - "), language) == ""


def test_every_part_is_told(reprinted):
    selection = Selection(
        themes=("工会", "养老"),
        newspapers=("晚报", ""),
        since="2024-01-01",
        until="2024-06-30",
        editions=("front",),
        kinds=("article", "photo"),
        search="“职工之家” 徒弟 -食堂",
        copies="once",
    )
    assert tell_selection(reprinted, selection, "zh") == (
        "主题为工会或养老；晚报或未署报名；2024-01-01 至 2024-06-30；头版；体裁为文章或图片说明；"
        "含“职工之家”和“徒弟”，不含“食堂”；转载只算一次"
    )
    assert tell_selection(reprinted, selection, "en") == (
        "theme Unions or Elderly care; 晚报 or Unnamed newspaper; 2024-01-01 to 2024-06-30; "
        "front page; kind Article or Photo caption; with “职工之家” and “徒弟”, without “食堂”; "
        "copies counted once"
    )


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ({"since": "2024-01-01"}, "2024-01-01 起"),
        ({"until": "2024-01-01"}, "2024-01-01 止"),
    ],
)
def test_a_range_may_be_open(catalogue, ends, told):
    assert tell_selection(catalogue, Selection(**ends), "zh") == told


def test_themes_and_topics_are_alternatives(catalogue):
    topic = catalogue.topics[0]
    told = tell_selection(catalogue, Selection(themes=("生态",), topics=(topic,)), "zh")
    assert told.startswith("主题为生态或议题为")


def test_of_many_names_the_first_are_told(catalogue):
    papers = tuple(f"第{n}报" for n in range(10_000))
    told = tell_selection(catalogue, Selection(newspapers=papers), "zh")
    assert told == "第0报或第1报或第2报或第3报等 10000 个"
