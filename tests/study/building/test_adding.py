"""What is added to a large study: only what is printed about the same days is compared with it."""

import json

import pytest

from analysis.press.inputs import Input
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.recipe import new_recipe
from analysis.study.tables import read_table

BODY = "市总工会昨天为一线职工送去清凉，向{}名户外劳动者发放饮用水和药品，并现场解答工伤保险问题。"
OTHER = "湿地公园里的候鸟比去年多了{}只，志愿者每天清晨沿着河岸记录它们的种类和数量，整理成册。"


def table(name, *rows):
    lines = (
        json.dumps({"headline": title, "body": body, "date": day}, ensure_ascii=False)
        for title, body, day in rows
    )
    return Input(name, data="\n".join(lines).encode())


def groups_of(folder):
    rows = read_table(folder, "articles", ["headline", "copy_group"]).to_pylist()
    return {row["headline"]: row["copy_group"] for row in rows}


@pytest.fixture
def study(tmp_path):
    first = table(
        "a.jsonl",
        ("早", BODY.format(200), "2024-04-01"),
        ("远", BODY.format(200) + "记者随后走访了两个工地。", "2024-01-01"),
        ("久", OTHER.format(777), "2024-01-01"),
        ("鸟", OTHER.format(30), "2024-04-02"),
        ("鸟又", OTHER.format(30), "2024-04-02"),
    )
    return build_study([first], tmp_path / "study", recipe=new_recipe(topics=2)).study.folder


def test_a_new_copy_joins_what_was_printed_about_its_day(study):
    before = groups_of(study)
    append_study([table("b.jsonl", ("新", BODY.format(200), "2024-04-02"))], study)
    after = groups_of(study)
    assert after["新"] == after["早"] is not None
    assert after["远"] is None
    assert before["鸟"] == before["鸟又"] == after["鸟"] == after["鸟又"] is not None


def test_what_is_alike_to_the_letter_is_a_copy_whenever_it_was_printed(study):
    append_study([table("b.jsonl", ("新", OTHER.format(777), "2024-06-02"))], study)
    after = groups_of(study)
    assert after["新"] == after["久"] is not None
    assert after["鸟"] == after["鸟又"] != after["久"]


def test_what_nobody_dated_is_compared_with_all(study):
    append_study([table("b.jsonl", ("新", BODY.format(200), ""))], study)
    after = groups_of(study)
    assert after["新"] == after["早"] is not None


def test_only_what_is_near_is_read(study, monkeypatch):
    read = []

    def note(texts):
        read.append(len(texts))
        return sample(texts)

    from analysis.study.building import printings  # noqa: PLC0415

    sample = printings.sample_texts
    monkeypatch.setattr(printings, "sample_texts", note)
    append_study([table("b.jsonl", ("新", OTHER.format(9), "2024-01-03"))], study)
    assert read == [2]
