"""Files of facts: what a folder or an archive says about its pages (seeds/seeds.toml)."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from analysis.errors import BadFacts, InputError
from analysis.press.errors import DamagedInput
from analysis.press.limits import Limits
from analysis.press.readers import archive

Facts = tuple[tuple[str, str], ...]
"""Facts of a page that were given: pairs of "newspaper", "date" or "edition" and what it is."""
SUFFIX = ".toml"
"""A file of facts bears the name of its folder, or of its archive, and this ending."""
_GIVEN = ("newspaper", "date", "edition")
_FAULTS = (UnicodeDecodeError, ValueError, TypeError, KeyError, AttributeError)


def parse_given(data: bytes) -> dict[str, Facts]:
    r"""Return the facts of each page, by file name.

    Raises
    ------
    ValueError, KeyError, TypeError, AttributeError
        When it is no TOML, or holds something else.

    Examples
    --------
    >>> parse_given('[[page]]\nfile = "a.txt"\nedition = 1'.encode())
    {'a.txt': (('edition', '1'),)}
    """
    rows = tomllib.loads(data.decode()).get("page", [])
    return {
        row["file"]: tuple((fact, str(row[fact])) for fact in _GIVEN if row.get(fact))
        for row in rows
    }


def read_folder(folder: Path) -> dict[str, Facts]:
    """Return the facts of the folder's own file; empty where there is none.

    Raises
    ------
    BadFacts
        When it cannot be used.
    """
    path = folder / f"{folder.resolve().name}{SUFFIX}"
    return _read_file(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=8)
def _read_file(path: Path, _changed: int) -> dict[str, Facts]:
    try:
        return parse_given(path.read_bytes())
    except (OSError, *_FAULTS) as error:
        raise BadFacts(source=path.as_posix(), fault=error) from error


def read_files(files: Iterable[tuple[str, bytes]]) -> Mapping[str, Facts]:
    """Return the facts of each page among files that were given with their folders, by source.

    Files that are none of facts are passed over.

    Raises
    ------
    BadFacts
        When one of facts cannot be used.
    """
    facts: dict[str, Facts] = {}
    for source, data in files:
        path = PurePosixPath(source)
        if path.suffix != SUFFIX or not _is_facts(source):
            continue
        try:
            given = parse_given(data)
        except _FAULTS as error:
            raise BadFacts(source=source, fault=error) from error
        facts |= {(path.parent / name).as_posix(): about for name, about in given.items()}
    return facts


def read_archive(
    source: str, file: BinaryIO, limits: Limits
) -> tuple[Mapping[str, Facts], list[InputError]]:
    """Return the facts of each page of an archive, by its source, and what could not be used.

    Every folder of the archive may hold its own file; the outermost bears the archive's name.
    """
    facts: dict[str, Facts] = {}
    faults: list[InputError] = []
    for member in archive.read_members(source, file, ending=SUFFIX, limits=limits):
        # What is unsafe is told when the pages are read.
        if isinstance(member, InputError) or not _is_facts(member.source):
            continue
        folder = PurePosixPath(member.source).parent
        try:
            given = parse_given(member.data)
        except _FAULTS as error:
            faults.append(DamagedInput(source=member.source, fault=error))
        else:
            facts |= {f"{folder}/{name}": about for name, about in given.items()}
    return facts, faults


def _is_facts(source: str) -> bool:
    path = PurePosixPath(source)
    folder = path.parent.name
    return path.stem in (folder, PurePosixPath(folder).stem)
