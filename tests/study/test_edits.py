"""Edits of a study: what they touch changes, all else stays byte for byte, all can be undone."""

import shutil

import pytest

from analysis.errors import BadEdit
from analysis.press.edits import Edit
from analysis.press.errors import NoSuchEdit, NothingUsable
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.edits import edit_study, read_states, replace_edits, undo_edit
from analysis.study.folder import open_study
from analysis.study.recipe import new_recipe
from analysis.study.tables import read_table

NEVER = ("terms", "topic_terms", "topic_themes", "pages", "cuts")


@pytest.fixture
def study(built, tmp_path):
    shutil.copytree(built.study.folder, tmp_path / "study")
    return tmp_path / "study"


def rows_of(folder, name):
    return read_table(folder, name).to_pylist()


def bytes_of(folder, names):
    return {name: (folder / f"{name}.parquet").read_bytes() for name in names}


@pytest.fixture
def join(study):
    """Return the edit that joins the first two articles of the first page."""
    first, second = rows_of(study, "articles")[:2]
    assert first["page_id"] == second["page_id"]
    start = [row["spans"][0]["start"] for row in (first, second)]
    return Edit("join", first["page_id"], start[0], to=start[1])


def test_joined_articles_are_one_row(study, join):
    before = rows_of(study, "articles")
    built = edit_study(study, [join])
    after = rows_of(study, "articles")
    assert built.counts["articles"] == len(before) - 1
    assert after[0]["article_id"] == before[0]["article_id"]
    assert after[1:] == before[2:]


def test_shares_of_the_new_article_sum_to_one(study, join):
    edit_study(study, [join])
    own = rows_of(study, "articles")[0]["article_id"]
    for name in ("article_topics", "article_themes"):
        shares = [row["share"] for row in rows_of(study, name) if row["article_id"] == own]
        assert sum(shares) == pytest.approx(1)


@pytest.mark.parametrize("name", ["notes", "passages", "article_topics", "article_themes"])
def test_rows_of_other_articles_stay(study, join, name):
    gone = {row["article_id"] for row in rows_of(study, "articles")[:2]}
    before = [row for row in rows_of(study, name) if row["article_id"] not in gone]
    edit_study(study, [join])
    assert [row for row in rows_of(study, name) if row["article_id"] not in gone] == before


def test_what_no_edit_touches_is_the_same_file(study, join):
    before = bytes_of(study, NEVER)
    edit_study(study, [join])
    assert bytes_of(study, NEVER) == before


def test_sizes_of_topics_follow(study, join):
    edit_study(study, [join])
    assert sum(row["size"] for row in rows_of(study, "topics")) == pytest.approx(5)


def test_undoing_gives_the_articles_back(study, join):
    before = {name: rows_of(study, name) for name in ("articles", "notes", "furniture")}
    shares = [row["share"] for row in rows_of(study, "article_themes")]
    edit_study(study, [join])
    undo_edit(study)
    assert {name: rows_of(study, name) for name in before} == before
    assert [row["share"] for row in rows_of(study, "article_themes")] == pytest.approx(shares)
    assert open_study(study).recipe.edits == ()


def test_any_edit_can_be_undone(study, join):
    third = rows_of(study, "articles")[2]
    edit_study(study, [join])
    edit_study(study, [Edit("kind", join.page, third["spans"][0]["start"], text="notice")])
    undo_edit(study, 0)
    assert [row["kind"] for row in rows_of(study, "articles")[:3]] == [
        "article",
        "article",
        "notice",
    ]


def test_an_edit_that_is_not_there_cannot_be_undone(study):
    with pytest.raises(NoSuchEdit):
        undo_edit(study)


def test_an_edit_whose_ground_was_undone_is_told(study, join):
    edit_study(study, [join, join])
    built = edit_study(study, [])
    assert built.misfits == ()
    assert [len(state.misfits) for state in read_states(built.study, [join.page]).values()] == [1]


def test_a_copy_leaves_the_study_as_it_was(study, join, tmp_path):
    before = bytes_of(study, ("articles", "article_themes"))
    built = replace_edits(open_study(study), [join], target=tmp_path / "copy", name="改过的")
    assert bytes_of(study, before) == before
    assert (built.study.name, built.counts["articles"]) == ("改过的", 5)


def test_an_edit_of_a_page_that_is_not_there_is_told(study):
    built = edit_study(study, [Edit("split", "000000000000", 1)])
    assert "no page 000000000000" in built.misfits[0].en


def test_the_last_article_is_not_dropped(study):
    rows = rows_of(study, "articles")
    drops = [Edit("drop", row["page_id"], row["spans"][0]["start"]) for row in rows]
    with pytest.raises(NothingUsable):
        edit_study(study, drops)
    assert rows_of(study, "articles") == rows


def test_edits_survive_a_rebuild(study, join, inputs):
    edit_study(study, [join])
    edited = rows_of(study, "articles")
    built = build_study(inputs, study, recipe=new_recipe(topics=4))
    assert rows_of(study, "articles") == edited
    assert built.study.recipe.edits == open_study(study).recipe.edits != ()


def test_a_rebuild_of_other_pages_tells_what_misfits(study, join, inputs):
    edit_study(study, [join])
    other = inputs[1] if rows_of(study, "pages")[0]["source"] == inputs[0].source else inputs[0]
    built = build_study([other], study, recipe=new_recipe(topics=2))
    assert [join.page in told.en for told in built.misfits] == [True]
    assert len(built.study.recipe.edits) == 1


def test_edits_of_a_page_that_comes_back_are_done(study, join, inputs):
    edit_study(study, [join])
    first = rows_of(study, "pages")[0]["source"]
    build_study([one for one in inputs if one.source != first], study, recipe=new_recipe(topics=2))
    built = append_study([one for one in inputs if one.source == first], study)
    assert built.counts["articles"] == 5


def test_a_rebuilt_study_can_be_undone_to_the_automatic_cut(study, join, inputs, built):
    edit_study(study, [join])
    build_study(inputs, study, recipe=new_recipe(topics=4))
    undo_edit(study)
    assert rows_of(study, "articles") == rows_of(built.study.folder, "articles")


def test_a_strange_edit_in_a_recipe_is_named(study):
    path = study / "recipe.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"edits": []', '"edits": [{"edit": "fold"}]'), encoding="utf-8")
    with pytest.raises(BadEdit, match="fold"):
        open_study(study)


def test_a_page_is_read_as_it_stands(study, join):
    edit_study(study, [join])
    state = read_states(open_study(study), [join.page])[join.page]
    rows = [row for row in rows_of(study, "articles") if row["page_id"] == join.page]
    assert [article.id for article in state.cut.articles] == [row["article_id"] for row in rows]
    assert [article.body for article in state.cut.articles] == [row["body"] for row in rows]
    assert state.edits == (join,)
