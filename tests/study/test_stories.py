"""A story that jumps is one article of the study, counted once and traced to both pages."""

import shutil
from dataclasses import replace

import pytest

from analysis.press.edits import Edit, StoryEdit
from analysis.press.inputs import Input
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.edits import edit_study, undo_edit
from analysis.study.folder import open_study
from analysis.study.recipe import new_recipe
from analysis.study.stories import map_heads
from analysis.study.tables import read_table

HEAD = (
    "## 老港区的新吊机\n\n本报讯 码头工人李长河在老港区修了三十年吊机。去年老港区换上自动化吊机，"
    "李长河带着徒弟学编程，三个月后师徒一起拿到了证书，码头工会为他们戴上红花。（下转第3版）\n"
)
TAIL = (
    "## 老港区的新吊机\n\n（上接第1版）如今老港区的吊机全由李长河的徒弟们远程操作，码头工人也坐进了"
    "空调房。李长河说，吊机会变，码头工人的手艺和心劲不变，工会办的夜校还要接着上。\n"
)


def page(number, text):
    facts = (("newspaper", "市报"), ("date", "2024-04-03"), ("edition", str(number)))
    return Input(f"pages/{number}.md", data=text.encode(), facts=facts)


@pytest.fixture(scope="module")
def joined(inputs, tmp_path_factory):
    given = [*inputs, page(1, HEAD), page(3, TAIL)]
    return build_study(given, tmp_path_factory.mktemp("joined"), recipe=new_recipe(topics=4))


@pytest.fixture
def study(joined, tmp_path):
    """Copy the study of the story: what a test does to it is its own."""
    folder = shutil.copytree(joined.study.folder, tmp_path / "study")
    return replace(joined, study=open_study(folder))


def rows(built, name="articles"):
    return read_table(built.study.folder, name).to_pylist()


def test_both_ends_count_once(study):
    [story] = [row for row in rows(study) if row["headline"] == "老港区的新吊机"]
    assert study.counts["articles"] == 7
    assert "红花。\n如今" in story["body"]
    assert (story["continued_to"], story["continued_from"]) == ("3", None)


def test_both_places_lead_back_to_their_pages(study):
    texts = {row["page_id"]: row["text"] for row in rows(study, "pages")}
    [story] = [row for row in rows(study) if row["tails"]]
    [tail] = story["tails"]
    assert tail["source"] == "pages/3.md"
    there = "".join(texts[tail["page_id"]][s["start"] : s["end"]] for s in tail["spans"])
    assert "远程操作" in there


def test_shares_are_of_the_whole_story(study):
    [story] = [row for row in rows(study) if row["tails"]]
    shares = [
        row["share"]
        for row in rows(study, "article_themes")
        if row["article_id"] == story["article_id"]
    ]
    assert sum(shares) == pytest.approx(1.0)
    ends = [
        row["span"]["end"]
        for row in rows(study, "passages")
        if row["article_id"] == story["article_id"]
    ]
    assert max(ends) == len(story["text"])


def test_an_edit_of_the_recipe_keeps_them_apart(study, inputs, tmp_path):
    [story] = [row for row in rows(study) if row["tails"]]
    unlink = {"edit": "unlink", "article": story["article_id"]}
    recipe = replace(new_recipe(topics=4), edits=(unlink,))
    given = [*inputs, page(1, HEAD), page(3, TAIL)]
    apart = build_study(given, tmp_path / "apart", recipe=recipe)
    [head] = [row for row in rows(apart) if row["continued_to"]]
    [tail] = [row for row in rows(apart) if row["continued_from"]]
    assert apart.counts["articles"] == 8
    assert head["likely_tail"] == tail["article_id"]


def test_pages_that_are_added_together_are_joined(inputs, tmp_path):
    build_study(inputs, tmp_path / "study", recipe=new_recipe(topics=4))
    built = append_study([page(1, HEAD), page(3, TAIL)], tmp_path / "study")
    assert built.counts["articles"] == 7


@pytest.mark.parametrize("order", [(HEAD, TAIL), (TAIL, HEAD)])
def test_a_page_that_comes_later_completes_the_story(inputs, tmp_path, order, study):
    pages = {HEAD: page(1, HEAD), TAIL: page(3, TAIL)}
    folder = tmp_path / "grown"
    build_study([*inputs, pages[order[0]]], folder, recipe=new_recipe(topics=4))
    before = {row["article_id"]: row for row in rows_in(folder)}
    built = append_study([pages[order[1]]], folder)
    [story] = [row for row in rows_in(folder) if row["tails"]]
    [whole] = [row for row in rows(study) if row["tails"]]
    assert {**story, "score": 0} == {**whole, "score": 0}
    assert built.counts["articles"] == 7
    assert built.counts["pages"] == 4
    others = [
        row for row in rows_in(folder) if row["article_id"] in before.keys() - {story["article_id"]}
    ]
    assert all(row == before[row["article_id"]] for row in others)


def rows_in(folder, name="articles"):
    return read_table(folder, name).to_pylist()


def test_a_story_that_is_whole_takes_no_second_tail(study):
    again = TAIL.replace("空调房", "新厂房")
    built = append_study([replace(page(3, again), source="pages/3b.md")], study.study.folder)
    [story] = [row for row in rows(built) if row["tails"]]
    assert len(story["tails"]) == 1


def test_a_story_is_parted_by_an_edit_and_joined_by_undoing_it(study):
    [story] = [row for row in rows(study) if row["tails"]]
    apart = edit_study(study.study.folder, [StoryEdit("unlink", story["article_id"])])
    [head] = [row for row in rows(apart) if row["continued_to"]]
    [tail] = [row for row in rows(apart) if row["continued_from"]]
    assert (apart.counts["articles"], head["likely_tail"]) == (8, tail["article_id"])
    whole = undo_edit(study.study.folder)
    assert [row for row in rows(whole) if row["tails"]] == [story]


def test_notes_of_a_story_stand_in_the_pages_they_count_in(study):
    [story] = [row for row in rows(study) if row["tails"]]
    [tail] = story["tails"]
    texts = {row["page_id"]: row["text"] for row in rows(study, "pages")}
    notes = rows(study, "notes")
    for note in notes:
        page_id = note["article_id"].rpartition("-")[0]
        assert texts[page_id][note["start"] : note["end"]] == note["before"]
    assert {story["page_id"], tail["page_id"]} <= {
        note["article_id"].rpartition("-")[0] for note in notes
    }


def test_notes_follow_a_story_that_is_parted_and_joined_as_a_rebuild_has_them(study, inputs):
    folder = study.study.folder
    [story] = [row for row in rows(study) if row["tails"]]
    joined = rows(study, "notes")
    apart = rows(edit_study(folder, [StoryEdit("unlink", story["article_id"])]), "notes")
    given = [*inputs, page(1, HEAD), page(3, TAIL)]
    assert rows(build_study(given, folder, recipe=new_recipe(topics=4)), "notes") == apart
    assert rows(undo_edit(folder), "notes") == joined


def test_a_dropped_tail_leaves_no_notes_behind(study):
    [story] = [row for row in rows(study) if row["tails"]]
    [tail] = story["tails"]
    drop = Edit("drop", tail["page_id"], tail["spans"][0]["start"])
    notes = rows(edit_study(study.study.folder, [drop]), "notes")
    assert not [note for note in notes if note["article_id"].startswith(tail["page_id"])]


def test_an_edit_of_another_page_leaves_a_story_whole(study):
    [story] = [row for row in rows(study) if row["tails"]]
    other = next(row for row in rows(study) if row["page_id"] != story["page_id"])
    at = other["spans"][0]["start"]
    built = edit_study(study.study.folder, [Edit("kind", other["page_id"], at, text="notice")])
    assert [row for row in rows(built) if row["tails"]] == [story]


def test_a_dropped_head_leaves_its_tail_an_article(study):
    [story] = [row for row in rows(study) if row["tails"]]
    at = story["spans"][0]["start"]
    built = edit_study(study.study.folder, [Edit("drop", story["page_id"], at)])
    assert [row["article_id"] for row in rows(built) if row["continued_from"]]
    assert not [row for row in rows(built) if row["tails"]]


def test_an_edit_of_a_story_that_is_not_there_is_told(study):
    built = edit_study(study.study.folder, [StoryEdit("unlink", "000000000000-000001")])
    assert "000000000000-000001" in built.misfits[0].en


def test_a_tail_is_in_the_article_of_its_head(study):
    [story] = [row for row in rows(study) if row["tails"]]
    [tail] = story["tails"]
    own = f"{tail['page_id']}-{tail['spans'][0]['start']:06d}"
    heads = map_heads(study.study)
    assert heads[own] == story["article_id"]
    assert story["article_id"] not in heads
