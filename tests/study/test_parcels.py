"""Charts and tables that come back are told apart from pages, however they were packed."""

import io
import zipfile

import pytest

from analysis.press.errors import TakenAway
from analysis.press.inputs import Input
from analysis.resources import say
from analysis.study.cutting import cut_inputs
from analysis.study.parcels import is_notes, leave_parcels, refuse_parcel
from analysis.study.records import Selection
from analysis.view.export.entries import list_entries, stream_zip
from analysis.view.export.parcel import make_parcel

PAGE = ("白鹭回到湖边，护林员说水质一年比一年好。" * 20).encode()


@pytest.fixture(scope="module", params=["zh", "en"])
def members(request, catalogue):
    """Return the files that are taken away of a study, by name."""
    file = io.BytesIO()
    parcel = make_parcel(catalogue, Selection(), request.param, date="2024-04-04")
    file.writelines(stream_zip(list_entries(parcel, figures=("html",), tables=("csv",))))
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return Input("mine.zip", data=file.getvalue())


def test_a_parcel_is_refused_and_what_to_take_instead_is_said(members):
    [failure] = cut_inputs([pack(members)]).failures
    assert "整个研究" in failure.zh
    assert "whole study" in failure.en


def test_a_parcel_that_was_packed_again_in_a_folder_is_refused(members):
    again = {f"图和表/{name}": data for name, data in members.items()}
    with pytest.raises(TakenAway):
        refuse_parcel(pack({**again, "__MACOSX/图和表/._x": b""}))


def test_pages_beside_a_parcel_are_read(members):
    beside = {f"parcel/{name}": data for name, data in members.items()}
    mixed = pack({**beside, "pages/1.txt": PAGE})
    refuse_parcel(mixed)
    assert cut_inputs([mixed]).cuts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_with_notes_of_their_own_are_read(language):
    name = f"{say('parcel.notes', language)}.txt"
    corpus = cut_inputs([pack({"1.txt": PAGE, name: PAGE.replace(b"1", b"2") + PAGE})])
    assert not corpus.failures
    assert len(corpus.cuts) == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", "没有打包".encode()])
def test_what_is_no_zip_is_left_to_the_reading(data):
    given = Input("mine.zip", data=data)
    refuse_parcel(given)
    assert cut_inputs([given]).failures


def test_of_a_folder_the_parcel_is_left_out(members):
    unpacked = [(f"报/图和表/{name}", data) for name, data in members.items()]
    page = ("报/1.txt", PAGE)
    assert leave_parcels([*unpacked, page]) == [page]
    with pytest.raises(TakenAway):
        leave_parcels(unpacked)


def test_the_first_line_decides():
    title = say("parcel.notes.title", "zh")
    assert is_notes("说明.txt", f"\ufeff{title}\r\n".encode())
    assert not is_notes("说明.txt", f"关于{title}".encode())
    assert not is_notes("1.txt", title.encode())
