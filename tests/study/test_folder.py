"""A study folder is replaced in one step or not at all."""

import pytest

from analysis.errors import NotAStudy, NotReplaced, NotWritten
from analysis.study.folder import open_study, replaced_whole, write_file


def make_old(folder):
    folder.mkdir()
    (folder / "recipe.json").write_text("old", encoding="utf-8")


def left_over(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_takes_its_place(tmp_path):
    with replaced_whole(tmp_path / "deep" / "study") as fresh:
        (fresh / "recipe.json").write_text("new", encoding="utf-8")
    assert (tmp_path / "deep" / "study" / "recipe.json").read_text(encoding="utf-8") == "new"
    assert left_over(tmp_path / "deep") == ["study"]


def test_an_old_study_is_replaced(tmp_path):
    make_old(tmp_path / "study")
    with replaced_whole(tmp_path / "study") as fresh:
        (fresh / "recipe.json").write_text("new", encoding="utf-8")
    assert (tmp_path / "study" / "recipe.json").read_text(encoding="utf-8") == "new"
    assert left_over(tmp_path) == ["study"]


def fail_while_writing(folder):
    with replaced_whole(folder) as fresh:
        (fresh / "recipe.json").write_text("new", encoding="utf-8")
        (fresh / "no" / "such" / "folder").write_text("", encoding="utf-8")


def test_a_failure_leaves_the_old_study(tmp_path):
    make_old(tmp_path / "study")
    with pytest.raises(NotWritten):
        fail_while_writing(tmp_path / "study")
    assert (tmp_path / "study" / "recipe.json").read_text(encoding="utf-8") == "old"
    assert left_over(tmp_path) == ["study"]


def test_what_is_no_study_is_left_alone(tmp_path):
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "photo.txt").write_text("sea", encoding="utf-8")
    with pytest.raises(NotReplaced), replaced_whole(tmp_path / "holiday"):
        pass
    assert left_over(tmp_path / "holiday") == ["photo.txt"]


def test_a_file_is_no_study(tmp_path):
    (tmp_path / "study").write_text("a file", encoding="utf-8")
    with pytest.raises(NotReplaced), replaced_whole(tmp_path / "study"):
        pass
    assert (tmp_path / "study").read_text(encoding="utf-8") == "a file"


def test_a_folder_without_recipe_is_said_to_be_none(tmp_path):
    with pytest.raises(NotAStudy, match=r"recipe\.json"):
        open_study(tmp_path)


def test_a_build_killed_between_its_renames_loses_nothing(tmp_path):
    make_old(tmp_path / ".study.previous")
    with pytest.raises(Exception, match=r"recipe\.json"):  # "old" is no recipe, but it was found
        open_study(tmp_path / "study")
    assert left_over(tmp_path) == ["study"]


def test_a_folder_is_no_place_for_a_file(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(NotWritten, match="taken"):
        write_file(tmp_path / "taken", b"x")
    assert left_over(tmp_path) == ["taken"]


def test_a_file_is_written_whole(tmp_path):
    write_file(tmp_path / "deep" / "table.csv", b"a,b\n")
    assert (tmp_path / "deep" / "table.csv").read_bytes() == b"a,b\n"
    assert left_over(tmp_path / "deep") == ["table.csv"]
