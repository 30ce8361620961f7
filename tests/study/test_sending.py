"""A study goes out as a ZIP and comes back the same; anything else is refused and said why."""

import io
import json
import stat
import zipfile
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.errors import DamagedStudy, ForeignFiles, NewerStudy, OlderStudy, UnboundedTable
from analysis.press.errors import DamagedInput, UnsafeArchive
from analysis.study import sending
from analysis.study.folder import digest_file
from analysis.study.recipe import FORMAT
from analysis.study.sending import holds_study, pack_study, unpack_study
from analysis.study.shelf import find_study, shelve_packed


@pytest.fixture(scope="module")
def packed(built):
    """Return the bytes of the packed study."""
    file = io.BytesIO()
    pack_study(built.study, file)
    return file.getvalue()


def members_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    file.seek(0)
    return file


def with_recipe(members, **changed):
    recipe = json.loads(members["recipe.json"]) | changed
    return {**members, "recipe.json": json.dumps(recipe).encode()}


def refuse(file, target, error, **match):
    """Return what is left behind by a study that is refused."""
    with pytest.raises(error, **match):
        unpack_study(file, target / "back", source="mine.zip")
    return list(target.iterdir())


def test_what_comes_back_is_byte_equal(built, packed, tmp_path):
    study = unpack_study(io.BytesIO(packed), tmp_path / "back", source="mine.zip")
    for path in built.study.folder.iterdir():
        if path.name != "recipe.json":
            assert (study.folder / path.name).read_bytes() == path.read_bytes()
    assert study.recipe == replace(built.study.recipe, name=built.study.name)


def test_the_same_study_is_the_same_bytes(built, packed):
    file = io.BytesIO()
    pack_study(built.study, file)
    assert file.getvalue() == packed


def test_the_name_that_it_has_here_goes_along(built, tmp_path):
    file = io.BytesIO()
    pack_study(replace(built.study, recipe=replace(built.study.recipe, name="五版")), file)
    assert unpack_study(file, tmp_path / "back", source="mine.zip").name == "五版"


def test_one_folder_around_the_files_is_let_pass(packed, tmp_path):
    inside = {f"研究/{name}": data for name, data in members_of(packed).items()}
    file = pack(inside)
    assert holds_study(file)
    assert unpack_study(file, tmp_path / "back", source="mine.zip").recipe.tables


def test_progress_is_told(built):
    told = []
    pack_study(built.study, io.BytesIO(), lambda *words: told.append(words))
    assert told[-1] == ("pack", len(built.study.recipe.tables), len(built.study.recipe.tables))


def test_the_shelf_keeps_it_under_its_digest(packed):
    study = shelve_packed(io.BytesIO(packed), source="mine.zip")
    assert find_study(study.folder.name) == study
    assert study.digest.startswith(study.folder.name)
    assert shelve_packed(io.BytesIO(packed), source="again.zip") == study


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil", "..\\evil.txt", "study/../../x", "C:/x"]
)
def test_a_name_that_leads_out_is_refused(packed, tmp_path, name):
    file = pack({**members_of(packed), name: b"x"})
    assert refuse(file, tmp_path, UnsafeArchive) == []


@pytest.mark.parametrize("name", ["notes.txt", "a/b/topics.parquet", "__MACOSX/x", "evil\\x"])
def test_foreign_files_are_refused_by_name(packed, tmp_path, name):
    assert (
        refuse(pack({**members_of(packed), name: b"x"}), tmp_path, ForeignFiles, match=r"mine\.zip")
        == []
    )


def test_a_table_in_two_places_is_refused(packed, tmp_path):
    file = pack({**members_of(packed), "again/topics.parquet": b"x"})
    assert refuse(file, tmp_path, ForeignFiles) == []


def test_a_link_is_refused(packed, tmp_path):
    members = members_of(packed)
    link = zipfile.ZipInfo("topics.parquet")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    del members["topics.parquet"]
    file = pack(members)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refuse(file, tmp_path, UnsafeArchive, match="link") == []


def test_a_bomb_is_refused(packed, tmp_path):
    file = pack({**members_of(packed), "topics.parquet": bytes(300 << 20)})
    assert refuse(file, tmp_path, UnsafeArchive, match="to 1") == []


def test_what_is_no_zip_is_refused(tmp_path):
    assert refuse(io.BytesIO(b"PK\x03\x04 nothing"), tmp_path, DamagedInput) == []


def test_a_zip_that_is_cut_short_is_refused(packed, tmp_path):
    assert refuse(io.BytesIO(packed[: len(packed) // 2]), tmp_path, DamagedInput) == []


def test_pages_are_no_study(tmp_path):
    file = pack({"recipe.txt": b"x"})
    assert not holds_study(file)
    assert refuse(file, tmp_path, ForeignFiles) == []


def test_each_wrong_table_is_named(packed, tmp_path):
    members = members_of(packed)
    changed = {**members, "topics.parquet": members["themes.parquet"]}
    del changed["terms.parquet"]
    assert (
        refuse(pack(changed), tmp_path, DamagedStudy, match=r"terms\.parquet、topics\.parquet")
        == []
    )


def test_a_table_of_other_columns_is_refused_even_if_the_recipe_names_it(packed, tmp_path):
    other = tmp_path / "other.parquet"
    pq.write_table(pa.table({"x": [1]}), other)
    members = members_of(packed) | {"terms.parquet": other.read_bytes()}
    tables = json.loads(members["recipe.json"])["tables"] | {"terms": digest_file(other)}
    other.unlink()
    assert (
        refuse(pack(with_recipe(members, tables=tables)), tmp_path, DamagedStudy, match="terms")
        == []
    )


def test_a_table_that_would_fill_the_memory_is_refused(packed, tmp_path, monkeypatch):
    monkeypatch.setattr(sending, "MOST_ROWS", 3)
    assert refuse(io.BytesIO(packed), tmp_path, UnboundedTable, match="rows") == []


@pytest.mark.parametrize(("step", "error"), [(1, NewerStudy), (-1, OlderStudy)])
def test_other_versions_are_told_by_the_name_of_the_zip(packed, tmp_path, step, error):
    file = pack(with_recipe(members_of(packed), format=FORMAT + step))
    assert refuse(file, tmp_path, error, match=r"mine\.zip") == []


def test_a_damaged_study_is_not_sent(packed, tmp_path):
    study = unpack_study(io.BytesIO(packed), tmp_path / "back", source="mine.zip")
    (study.folder / "topics.parquet").write_bytes(b"PAR1")
    with pytest.raises(DamagedStudy, match="topics"):
        pack_study(study, io.BytesIO())
