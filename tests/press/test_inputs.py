"""Files are found, told by their endings, and read to pages with their facts."""

import pytest

from analysis.errors import BadFacts, NothingFound, UnknownFormat
from analysis.press.inputs import Input, find_inputs, load_page

TEXT = "本报讯 近日，全国总工会召开会议。"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "pages"
    (place / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.md", "deep/c.TXT", ".hidden.txt", "picture.png"):
        (place / name).write_text(TEXT, encoding="utf-8")
    (place / "pages.toml").write_text(
        '[[page]]\nfile = "b.txt"\nnewspaper = "某报"\ndate = "2024-04-04"\nedition = 1\n',
        encoding="utf-8",
    )
    return place


def test_a_folder_is_walked_in_order_without_hidden_files(folder):
    assert [item.source.rsplit("/", 1)[-1] for item in find_inputs([folder])] == [
        "a.md",
        "b.txt",
        "c.TXT",
    ]


def test_a_file_named_twice_is_one_input(folder):
    assert len(find_inputs([folder / "b.txt", folder, str(folder / "b.txt")])) == 3


@pytest.mark.parametrize("path", ["nowhere", "empty"])
def test_nothing_to_read_is_said_for_that_input_alone(tmp_path, path):
    (tmp_path / "empty").mkdir()
    (item,) = find_inputs([tmp_path / path])
    with pytest.raises(NothingFound):
        load_page(item)


def test_facts_that_cannot_be_read_are_said(folder):
    (folder / "pages.toml").write_text("[[page]]\nnewspaper = 1\n", encoding="utf-8")
    with pytest.raises(BadFacts, match=r"pages\.toml"):
        find_inputs([folder])


def test_facts_given_beside_the_pages_win(folder):
    page = load_page(find_inputs([folder / "b.txt"])[0])
    assert (page.newspaper, page.date, page.edition) == ("某报", "2024-04-04", "1")
    assert dict(page.origins)["date"] == "given"


def test_an_unknown_ending_is_said():
    with pytest.raises(UnknownFormat):
        load_page(Input("page.xyz", data=b"text"))


def test_an_upload_is_read_from_its_bytes():
    assert load_page(Input("page.txt", data=TEXT.encode("gb18030"))).text == TEXT


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(NothingFound):
        load_page(Input("gone.txt", path=tmp_path / "gone.txt"))
