"""A study as one ZIP file, to be sent, and back: what comes back is believed in nothing."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import ZipFile

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import DamagedStudy, ForeignFiles, StudyError, UnboundedTable
from analysis.press.limits import USUAL
from analysis.press.readers.archive import check_size
from analysis.study.explain import MODEL
from analysis.study.folder import digest_file, open_study, replaced_whole
from analysis.study.packing import DatelessZip, Sink
from analysis.study.recipe import NAME, dump_recipe
from analysis.study.records import Report, Study
from analysis.study.schemas import SCHEMAS

_PIECE = 1 << 20
# A table packs repeated values to next to nothing: its rows say what it would take in memory.
MOST_ROWS = 100_000_000
_TABLES = {**{name: f"{name}.parquet" for name in SCHEMAS}, "model": MODEL}
_FILES = frozenset({NAME, *_TABLES.values()})


def pack_study(study: Study, file: BinaryIO, report: Report | None = None) -> None:
    """Write a study as a ZIP to a file; errors as ``stream_study``."""
    file.writelines(stream_study(study, report))


def stream_study(study: Study, report: Report | None = None) -> Iterator[bytes]:
    """Yield a study as a ZIP, a piece of a table at a time; the same study, the same bytes.

    The name that the study has here goes along.

    Raises
    ------
    DamagedStudy
        When a table is not the one that the recipe names: missing, cut short or just changed.
    """
    sink, tables = Sink(), study.recipe.tables
    with DatelessZip(sink) as archive:
        archive.writestr(NAME, dump_named(study))
        for done, (name, digest) in enumerate(sorted(tables.items()), 1):
            path = study.folder / _TABLES[name]
            if not path.is_file():
                raise DamagedStudy(folder=study.name, table=path.name)
            size, found = path.stat().st_size, sha256()
            with (
                path.open("rb") as table,
                archive.begin(path.name, size=size, packed=False) as member,
            ):
                while piece := table.read(_PIECE):
                    found.update(piece)
                    member.write(piece)
                    yield sink.drain()
            if found.hexdigest() != digest:
                raise DamagedStudy(folder=study.name, table=path.name)
            if report:
                report("pack", done, len(tables))
    yield sink.drain()


def dump_named(study: Study) -> bytes:
    """Return the recipe of a study as it is sent: with the name that the study has here."""
    return dump_recipe(replace(study.recipe, name=study.name))


def holds_study(file: BinaryIO) -> bool:
    """Return whether a ZIP that can be opened has a recipe where a study has it."""
    with ZipFile(file) as archive:
        found = any(_own_name(name) == NAME for name in archive.namelist())
    file.seek(0)
    return found


def digest_packed(file: BinaryIO, *, source: str) -> str:
    """Return the digest of the recipe in a ZIP: studies with the same digest are the same.

    Raises
    ------
    DamagedInput, UnsafeArchive, LockedInput, ForeignFiles
        As ``unpack_study``.
    """
    with _open_packed(file, source) as archive:
        (name,) = (one for one in archive.namelist() if _own_name(one) == NAME)
        return sha256(archive.read(name)).hexdigest()


def unpack_study(
    file: BinaryIO, target: Path, *, source: str, report: Report | None = None
) -> Study:
    """Unpack a study to the folder ``target``, whole or not at all, and open it there.

    The files may lie at the top of the ZIP or in one folder. ``source`` is what errors call it.

    Raises
    ------
    DamagedInput, UnsafeArchive, LockedInput
        When it is no whole ZIP; when a name leads out of it, a member is a link or locked, or it
        unpacks to far more than it is (``press/readers/archive.py`` has the limits).
    ForeignFiles
        When it holds anything that is no file of a study, or no recipe.
    DamagedStudy
        When tables are missing or are not those that the recipe names; each is named.
    UnboundedTable
        When a table would take far more memory than its file.
    NewerStudy, OlderStudy
        When another version of Baoti wrote it.
    """
    with _open_packed(file, source) as archive, replaced_whole(target) as fresh:
        members = archive.infolist()
        for done, member in enumerate(members, 1):
            path = fresh / _own_name(member.filename)
            with archive.open(member) as packed, path.open("xb") as out:
                shutil.copyfileobj(packed, out, _PIECE)
            if report:
                report("unpack", done, len(members))
        _check_study(fresh, source)
    return open_study(target)


def _open_packed(file: BinaryIO, source: str) -> ZipFile:
    """Open a ZIP whose members are safe and are those of a study, each once."""
    check_size(source, file)
    archive = ZipFile(file)
    names = [info.filename for info in archive.infolist()]
    foreign = sorted({name for name in names if _own_name(name) not in _FILES})
    tops = {PurePosixPath(name).parent for name in names}
    own = [_own_name(name) for name in names]
    if foreign or len(tops) != 1 or len(own) != len(set(own)) or NAME not in own:
        archive.close()
        raise ForeignFiles(source=source, names="、".join(foreign[:5]) or NAME)
    return archive


def _own_name(name: str) -> str:
    """Return what a member is called in the study's folder; one folder around it is let pass."""
    path = PurePosixPath(name)
    return path.name if len(path.parts) <= 2 and not name.endswith("/") else name


def _check_study(folder: Path, source: str) -> None:
    try:
        study = open_study(folder)
    except StudyError as error:
        # Whoever sent it knows it by its own name, not by the folder it is tried in.
        raise type(error)(**{**error.facts, "folder": source}) from error
    if wrong := sorted(_list_wrong(study)):
        raise DamagedStudy(folder=source, table="、".join(wrong))
    _check_tables(folder, source)


def _list_wrong(study: Study) -> Iterator[str]:
    """Yield the files of a study that are not those that its recipe names."""
    named = study.recipe.tables
    for name, path in _TABLES.items():
        file = study.folder / path
        digest = digest_file(file) if file.is_file() else None
        if digest is None or named.get(name) != digest:
            yield path


def _check_tables(folder: Path, source: str) -> None:
    for name, schema in SCHEMAS.items():
        path = folder / _TABLES[name]
        try:
            about = pq.read_metadata(path)
            fits = pq.read_schema(path).equals(schema)
        except (OSError, pa.ArrowException) as error:
            raise DamagedStudy(folder=source, table=path.name) from error
        if not fits:
            raise DamagedStudy(folder=source, table=path.name)
        groups = (about.row_group(number) for number in range(about.num_row_groups))
        if (
            about.num_rows > MOST_ROWS
            or sum(g.total_byte_size for g in groups) > USUAL.unpacked_bytes
        ):
            raise UnboundedTable(source=source, table=path.name, rows=about.num_rows)
    with (folder / MODEL).open("rb") as model:
        check_size(f"{source}/{MODEL}", model)
