"""Inputs are dealt out whole, in order, in the same pieces each time."""

import io
import zipfile

import pytest

from analysis.press.inputs import Input
from analysis.study.building.dealing import deal_inputs, list_faults, sort_inputs


def page(name, text="工会服务职工。"):
    return Input(f"{name}.txt", data=text.encode())


def rows_of(n_rows, *, name="a.csv"):
    body = "".join(f"第{n}行的正文\n" for n in range(n_rows))
    return Input(name, data=f"正文\n{body}".encode())


def deal(*inputs):
    return list(deal_inputs(sort_inputs(inputs)))


def test_small_files_go_together_in_the_order_of_their_names():
    [piece] = deal(page("b"), page("a"))
    assert [file.source for file in piece.files] == ["a.txt", "b.txt"]
    assert piece.owners == (0, 1)


def test_many_files_are_several_pieces():
    pieces = deal(*(page(f"{n:03d}") for n in range(130)))
    assert [len(piece.files) for piece in pieces] == [64, 64, 2]


def test_a_table_is_dealt_by_rows(monkeypatch):
    monkeypatch.setattr("analysis.study.building.dealing._ROWS", 4)
    pieces = deal(rows_of(10), page("b"))
    assert [len(piece.rows) for piece in pieces] == [4, 4, 2, 0]
    assert [piece.owners for piece in pieces] == [(0,), (0,), (0,), (1,)]
    assert len({piece.made_of for piece in pieces}) == 4


def test_a_piece_is_told_by_what_it_is_made_of():
    first, again, other = (deal(page("a", text))[0] for text in ("一。", "一。", "二。"))
    assert first.made_of == again.made_of
    assert first.made_of != other.made_of


def test_an_archive_is_its_files_and_its_faults():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("1.txt", "工会服务职工。")
        archive.writestr("../2.txt", "工会服务职工。")
        archive.writestr("3.csv", "正文\n职工点赞\n")
    pieces = deal(Input("a.zip", data=packed.getvalue()))
    assert [file.source for piece in pieces for file in piece.files] == ["a.zip/1.txt"]
    assert [story[0] for piece in pieces for story in piece.rows] == ["a.zip/3.csv"]
    assert [number for piece in pieces for number, _ in piece.faults] == [0]


def test_an_input_that_cannot_be_read_is_told_and_not_dealt(tmp_path):
    given = sort_inputs([Input("gone.txt", path=tmp_path / "gone.txt"), page("a")])
    [(number, fault)] = list_faults(given)
    assert given[number].item.source == fault.source == "gone.txt"
    assert [file.source for piece in deal_inputs(given) for file in piece.files] == ["a.txt"]


@pytest.mark.parametrize("rows", [1, 9])
def test_every_row_is_dealt_once(rows, monkeypatch):
    monkeypatch.setattr("analysis.study.building.dealing._ROWS", 3)
    stories = [story for piece in deal(rows_of(rows)) for story in piece.rows]
    assert [row.number for _, row, _ in stories] == list(range(2, rows + 2))
