"""What a build finished is found again, what it had not finished is gone; two do not meet."""

import pytest

from analysis.errors import GivenUp, NotWritten
from analysis.study.building.workshop import name_batch, open_workshop


def write_word(folder):
    (folder / "word").write_text("工会", encoding="utf-8")


def test_a_batch_is_filled_once(tmp_path):
    with open_workshop(tmp_path / "study") as workshop:
        place = workshop.fill("one", write_word)
        assert workshop.fill("one", None) == place
        assert (place / "word").read_text(encoding="utf-8") == "工会"
        assert workshop.is_finished("one")
        assert not workshop.is_finished("two")


def test_what_fails_leaves_no_batch(tmp_path):
    def fail(folder):
        write_word(folder)
        raise ValueError("half")

    with open_workshop(tmp_path / "study") as workshop:
        with pytest.raises(ValueError, match="half"):
            workshop.fill("one", fail)
        assert not workshop.is_finished("one")


def break_off(target, error):
    with open_workshop(target) as workshop:
        workshop.fill("one", write_word)
        (workshop.folder / ".half").mkdir()
        raise error


def test_a_build_that_is_broken_off_keeps_what_it_finished(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        break_off(tmp_path / "study", KeyboardInterrupt())
    with open_workshop(tmp_path / "study") as workshop:
        assert workshop.is_finished("one")
        assert not (workshop.folder / ".half").exists()
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_is_given_up_leaves_nothing(tmp_path):
    with pytest.raises(GivenUp):
        break_off(tmp_path / "study", GivenUp())
    assert list(tmp_path.iterdir()) == []


def test_two_builds_of_one_study_have_a_workshop_each(tmp_path):
    with open_workshop(tmp_path / "study") as first, open_workshop(tmp_path / "study") as second:
        first.fill("one", write_word)
        assert first.folder != second.folder
        assert not second.is_finished("one")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotWritten, match="study"), open_workshop(tmp_path / "file" / "study"):
        pass


def test_a_key_changes_with_all_that_it_is_made_of():
    keys = {name_batch("a"), name_batch("a", "b"), name_batch("ab"), name_batch(("a", "b"))}
    assert len(keys) == 4
    assert name_batch("a", 1) == name_batch("a", 1)
