"""New pages join a study whose topics stay as they are."""

import shutil

import pytest

from analysis.press.edits import StoryEdit
from analysis.press.errors import NothingUsable
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.edits import edit_study
from analysis.study.recipe import new_recipe
from analysis.study.tables import read_table


@pytest.fixture
def study(built, tmp_path):
    shutil.copytree(built.study.folder, tmp_path / "study")
    return tmp_path / "study"


def rows_of(folder, name):
    return read_table(folder, name).to_pylist()


def test_topics_and_old_shares_stay(inputs, tmp_path, built):
    build_study(inputs[:1], tmp_path / "one", recipe=new_recipe(topics=2))
    before = {name: rows_of(tmp_path / "one", name) for name in ("topic_terms", "article_themes")}
    appended = append_study(inputs[1:], tmp_path / "one")
    assert appended.counts["articles"] == built.counts["articles"]
    assert rows_of(tmp_path / "one", "topic_terms") == before["topic_terms"]
    old = len(before["article_themes"])
    assert rows_of(tmp_path / "one", "article_themes")[:old] == before["article_themes"]


def test_an_article_gets_what_it_would_have_got(built, study, inputs):
    """Placed alone, the same text has the same shares as in the corpus it was fitted in."""
    twin = type(inputs[0])("pages/c.txt", data=inputs[0].read())
    append_study([twin], study)
    shares = [row["share"] for row in rows_of(study, "article_themes")]
    of_first_page = sum(
        row["article_id"].startswith(first_page(built))
        for row in rows_of(built.study.folder, "article_themes")
    )
    assert shares[-of_first_page:] == pytest.approx(shares[:of_first_page])


def first_page(built):
    return rows_of(built.study.folder, "pages")[0]["page_id"]


def test_sizes_of_topics_are_counted_anew(built, study, inputs):
    twin = type(inputs[0])("pages/c.txt", data=inputs[0].read())
    append_study([twin], study)
    sizes = sum(row["size"] for row in rows_of(study, "topics"))
    assert sizes == pytest.approx(built.counts["articles"] + 3)


def test_a_page_that_is_there_already_is_said(study, inputs):
    renamed = type(inputs[0])("copy/a.txt", path=inputs[0].path)
    with pytest.raises(NothingUsable, match="same page"):
        append_study([renamed], study)


def test_a_file_that_is_there_already_is_not_read(study, inputs, monkeypatch):
    monkeypatch.setattr("analysis.study.building.batches.cut_file", None)
    with pytest.raises(NothingUsable, match="not read again"):
        append_study(inputs[:1], study)


def link_pages(folder):
    """Link the first article of the first page to the first of the second."""
    first, second = (row["page_id"] for row in rows_of(folder, "pages"))
    ids = [row["article_id"] for row in rows_of(folder, "articles")]
    head, tail = (next(one for one in ids if one.startswith(page)) for page in (first, second))
    edit_study(folder, [StoryEdit("link", head, tail)])
    return head


@pytest.mark.parametrize("gone", [0, 1])
def test_a_page_that_comes_back_is_linked_as_it_was(study, inputs, gone):
    link_pages(study)
    linked = rows_of(study, "articles")
    sources = [row["source"] for row in rows_of(study, "pages")]
    away = [one for one in inputs if one.source == sources[gone]]
    stay = [one for one in inputs if one.source != sources[gone]]
    build_study(stay, study, recipe=new_recipe(topics=2))
    built = append_study(away, study)
    assert built.misfits == ()
    tails = {row["article_id"]: row["tails"] for row in rows_of(study, "articles")}
    assert tails == {row["article_id"]: row["tails"] for row in linked}
    assert any(tails.values())


def test_an_edit_of_pages_that_do_not_jump_is_no_misfit_of_a_new_page(study, inputs):
    head = link_pages(study)
    edit_study(study, [StoryEdit("unlink", head)])
    before = rows_of(study, "articles")
    built = append_study([type(inputs[0])("pages/c.txt", data=inputs[0].read())], study)
    assert built.misfits == ()
    after = rows_of(study, "articles")[: len(before)]
    assert [row["body"] for row in after] == [row["body"] for row in before]


def test_a_link_to_a_page_that_is_away_is_told(study, inputs):
    """Nothing is hidden: while the tail is not there, the edit fits nothing."""
    head = link_pages(study)
    first = rows_of(study, "pages")[0]["source"]
    stay = [one for one in inputs if one.source == first]
    build_study(stay, study, recipe=new_recipe(topics=2))
    twin = type(inputs[0])("pages/c.txt", data=stay[0].read())
    assert [head in told.en for told in append_study([twin], study).misfits] == [True]
