"""A build gives a whole study, the same every time, and says what it could not use."""

import json

import pytest

from analysis.errors import DamagedStudy, NewerStudy, OlderStudy, TooFewWords
from analysis.press.errors import NothingUsable
from analysis.press.inputs import Input
from analysis.study.build import build_study
from analysis.study.folder import open_study
from analysis.study.recipe import new_recipe
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import read_table


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_table_is_there(built):
    files = {path.name for path in built.study.folder.iterdir()}
    assert files == {f"{name}.parquet" for name in SCHEMAS} | {"recipe.json", "model.npz"}


def test_the_counts_are_those_of_the_tables(built):
    for name, count in built.counts.items():
        assert len(read_table(built.study.folder, name)) == count
    assert (built.counts["pages"], built.counts["articles"]) == (2, 6)


def test_every_stage_was_timed(built):
    assert {"pages", "tokens", "topics", "themes", "write"} <= set(built.seconds)


@pytest.mark.parametrize("name", ["article_themes", "article_topics"])
def test_shares_of_an_article_sum_to_one(built, name):
    sums = {}
    for row in read_table(built.study.folder, name).to_pylist():
        sums[row["article_id"]] = sums.get(row["article_id"], 0) + row["share"]
    assert list(sums.values()) == pytest.approx([1.0] * 6)


def test_the_same_inputs_in_another_order_give_the_same_bytes(inputs, built, tmp_path):
    again = build_study(inputs[::-1], tmp_path / "again", recipe=new_recipe(topics=4))
    assert bytes_of(again.study.folder) == bytes_of(built.study.folder)


def test_spans_lead_back_to_the_page(built):
    texts = {r["page_id"]: r["text"] for r in read_table(built.study.folder, "pages").to_pylist()}
    for row in read_table(built.study.folder, "articles").to_pylist():
        raw = "".join(texts[row["page_id"]][s["start"] : s["end"]] for s in row["spans"])
        assert row["headline"] in raw


def test_a_bad_input_is_told_and_the_others_go_on(inputs, tmp_path):
    bad = Input("pages/picture.txt", data=b"\x89PNG\x00\x01\x02")
    built = build_study([*inputs, bad], tmp_path / "study", recipe=new_recipe(topics=4))
    assert [failure.source for failure in built.failures] == ["pages/picture.txt"]
    assert built.counts["pages"] == 2
    kept = {item.source: item.failures for item in open_study(tmp_path / "study").recipe.inputs}
    assert "picture.txt" in kept["pages/picture.txt"][0]["zh"]


def test_a_page_given_twice_counts_once(inputs, tmp_path):
    twin = Input("copy/a.txt", path=inputs[0].path)
    built = build_study([*inputs, twin], tmp_path / "study", recipe=new_recipe(topics=4))
    assert built.counts["articles"] == 6
    assert len(built.failures) == 1


def test_nothing_usable_writes_nothing(tmp_path):
    with pytest.raises(NothingUsable, match=r"empty\.txt is empty"):
        build_study([Input("empty.txt", data=b"")], tmp_path / "study", recipe=new_recipe())
    assert list(tmp_path.iterdir()) == []


def test_too_many_topics_leave_the_old_study(inputs, tmp_path):
    build_study(inputs, tmp_path / "study", recipe=new_recipe(topics=4))
    before = bytes_of(tmp_path / "study")
    with pytest.raises(TooFewWords, match="500"):
        build_study(inputs, tmp_path / "study", recipe=new_recipe(topics=500))
    assert bytes_of(tmp_path / "study") == before


def test_a_recipe_comes_back_as_it_went(built):
    assert open_study(built.study.folder).recipe == built.study.recipe
    assert built.study.recipe.settings.topics == 4


@pytest.mark.parametrize("text", ["no json", "{}", "[]", '{"format": 3}'])
def test_a_damaged_recipe_is_named(tmp_path, text):
    (tmp_path / "recipe.json").write_text(text, encoding="utf-8")
    with pytest.raises(DamagedStudy, match=r"recipe\.json"):
        open_study(tmp_path)


def test_a_newer_recipe_is_not_guessed_at(tmp_path):
    (tmp_path / "recipe.json").write_text(json.dumps({"format": 99}), encoding="utf-8")
    with pytest.raises(NewerStudy, match="99"):
        open_study(tmp_path)


def test_an_older_study_is_told_apart_from_a_damaged_one(tmp_path):
    (tmp_path / "recipe.json").write_text(json.dumps({"format": 1}), encoding="utf-8")
    with pytest.raises(OlderStudy, match="1"):
        open_study(tmp_path)


def test_how_an_input_was_read_is_kept(tmp_path):
    body = "会议今天在北京召开，部署养老服务工作，职工代表出席。" * 20
    item = Input(
        "a.csv",
        data=f"稿件\n{body}\n".encode("gb18030"),
        columns=(("body", "稿件"),),
        encoding="gb18030",
    )
    study = build_study([item], tmp_path / "study", recipe=new_recipe(topics=2)).study
    [kept] = open_study(study.folder).recipe.inputs
    assert (kept.columns, kept.encoding) == ({"body": "稿件"}, "gb18030")


def test_people_and_links_are_columns(tmp_path):
    prose = "会议今天在北京召开，部署养老服务工作，职工代表出席。" * 20
    body = f"本报讯（记者 李娜 通讯员 张小明）{prose}"
    item = Input("a.csv", data=f"正文,链接\n{body},https://example.org/1\n".encode())
    study = build_study([item], tmp_path / "study", recipe=new_recipe(topics=2)).study
    [row] = read_table(study.folder, "articles").to_pylist()
    assert (row["reporters"], row["correspondents"]) == (["李娜"], ["张小明"])
    assert row["url"] == "https://example.org/1"
