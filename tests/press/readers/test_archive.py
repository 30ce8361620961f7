"""ZIP files: order, names in every writing, and what is refused."""

import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.errors import DamagedInput, LockedInput, UnsafeArchive
from analysis.press.limits import Limits
from analysis.press.readers.archive import Member, check_size, decode_name, read_members

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=8)


def read(data):
    return list(read_members("a.zip", io.BytesIO(data)))


def pack(info, data=b"text"):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(info, data)
    return file.getvalue()


def test_members_come_sorted_without_hidden_files_and_folders(archive_of):
    names = ("b/二.txt", "a.txt", ".DS_Store", "__MACOSX/a.txt", "b/.hidden/c.txt", "b/")
    found = read(archive_of(dict.fromkeys(names, b"x")))
    assert [member.source for member in found] == ["a.zip/a.txt", "a.zip/b/二.txt"]


@given(name=HAN, encoding=st.sampled_from(["utf-8", "gbk"]))
def test_names_without_the_flag_are_utf8_or_gbk(name, encoding):
    raw = name.encode(encoding)
    # Few names are valid in both; those are read as UTF-8.
    expected = name
    if encoding == "gbk":
        try:
            expected = raw.decode("utf-8")
        except UnicodeDecodeError:
            expected = name
    assert decode_name(zipfile.ZipInfo(raw.decode("cp437"))) == expected


def test_names_with_the_flag_are_taken_as_they_are():
    info = zipfile.ZipInfo("é.txt")
    info.flag_bits |= 0x800
    assert decode_name(info) == "é.txt"


def test_an_archive_inside_is_opened_once(archive_of):
    inner = archive_of({"page.txt": b"text"})
    [member] = read(archive_of({"inner.zip": inner}))
    assert member == Member("a.zip/inner.zip/page.txt", b"text")
    [refused] = read(archive_of({"outer.zip": archive_of({"inner.zip": inner})}))
    assert isinstance(refused, UnsafeArchive)
    assert refused.facts["source"] == "a.zip/outer.zip/inner.zip"


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:/a.txt", "..\\a.txt"]
)
def test_paths_out_of_the_archive_are_refused(name):
    [refused] = read(pack(zipfile.ZipInfo(name)))
    assert isinstance(refused, UnsafeArchive)


@pytest.mark.parametrize("name", ["a..b.txt", "第3版：要闻.txt", "12:00.txt"])
def test_odd_but_harmless_names_are_read(name):
    assert [type(one) for one in read(pack(zipfile.ZipInfo(name)))] == [Member]


def test_symbolic_links_are_refused():
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    [refused] = read(pack(info, b"/etc/hosts"))
    assert "symbolic link" in str(refused)


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(UnsafeArchive, match="200 to 1"):
        read(pack("bomb.txt", bytes(20 << 20)))


def test_a_member_packed_too_well_is_refused_and_the_others_go_on(archive_of):
    noise = bytes(range(256)) * 4
    loose = {f"{n}.bin": n.to_bytes(2) + noise + n.to_bytes(2) for n in range(200)}
    found = read(archive_of({"bomb.txt": bytes(2 << 20), **loose}))
    [refused] = [one for one in found if isinstance(one, UnsafeArchive)]
    assert refused.facts["source"] == "a.zip/bomb.txt"
    assert len(found) == 201


def test_repeated_small_members_are_no_bomb():
    assert len(read(pack("page.txt", b"\n" * 100_000))) == 1


def test_too_many_members_are_refused(archive_of):
    data = archive_of(dict.fromkeys("abc", b""))
    with pytest.raises(UnsafeArchive, match="more than 2 members"):
        list(read_members("a.zip", io.BytesIO(data), limits=Limits(members=2)))


def test_a_member_with_a_password_is_locked():
    data = bytearray(pack("a.txt"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    [locked] = read(bytes(data))
    assert isinstance(locked, LockedInput)


def test_a_damaged_member_is_told_and_the_others_go_on(archive_of):
    data = bytearray(archive_of({"a.txt": b"first", "b.txt": b"second"}))
    data[data.index(b"a.txt") + 6] ^= 0xFF
    first, second = read(bytes(data))
    assert isinstance(first, DamagedInput)
    assert second == Member("a.zip/b.txt", b"second")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive"])
def test_what_is_no_archive_is_damaged(data):
    with pytest.raises(DamagedInput):
        read(data)


def test_a_file_that_is_checked_can_be_read_from_its_beginning():
    file = io.BytesIO(pack("a.txt"))
    check_size("a.docx", file)
    assert file.tell() == 0
