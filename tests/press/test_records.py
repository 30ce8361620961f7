"""A page is known by its file's name and its text."""

from dataclasses import replace

import pytest

from analysis.press.records import Page, name_file


def test_the_id_does_not_travel_to_another_text():
    page = Page("a.txt", "正文。")
    assert page.id == Page("elsewhere/a.txt", "正文。").id
    assert replace(page, text="别的。").id == Page("a.txt", "别的。").id != page.id


def test_a_page_that_was_asked_for_its_id_is_the_same_page():
    asked, other = Page("a.txt", "正文。"), Page("a.txt", "正文。")
    assert asked.id
    assert (asked, repr(asked)) == (other, repr(other))


@pytest.mark.parametrize(
    ("source", "name"),
    [("a/b.txt", "b.txt"), ("a\\b.csv#r2", "b.csv#r2"), ("a/b/", "b"), ("a/.", "a"), ("", "")],
)
def test_a_file_is_named_without_its_folder(source, name):
    assert name_file(source) == name
