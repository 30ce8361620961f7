"""Charts and tables that were taken away and come back: known by the text that lies beside them.

Their numbers are tables too and would be read as articles: what was made of pages, and no pages.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from analysis.errors import InputError
from analysis.press.errors import TakenAway
from analysis.press.inputs import Input
from analysis.press.readers.archive import SUFFIXES, Member, decode_name, read_members
from analysis.resources import LANGUAGES, say


def is_notes(name: str, data: bytes) -> bool:
    """Tell whether a file is the text that lies beside charts and tables: by name and first line.

    Examples
    --------
    >>> is_notes("a/说明.txt", "报题：当前选择的图和表".encode()), is_notes("a/说明.txt", b"")
    (True, False)
    """
    # It is written with a mark, which the first line may have lost.
    first = data.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    return any(
        PurePosixPath(name).name == _name_notes(language)
        and first == say("parcel.notes.title", language)
        for language in LANGUAGES
    )


def refuse_parcel(item: Input) -> None:
    """Stop where an input is a ZIP of charts and tables, whatever it is called and whoever packed.

    The text that says so lies at its top, or in the one folder that it holds: pages that are packed
    beside such a folder are read.

    Raises
    ------
    TakenAway
        When it is.
    """
    if PurePosixPath(item.source).suffix.lower() in SUFFIXES and any(_list_notes(item)):
        raise TakenAway(source=item.source)


def leave_parcels(files: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return files, named with their folders, without folders of charts and tables.

    Raises
    ------
    TakenAway
        When nothing is left.
    """
    folders = {PurePosixPath(name).parent for name, data in files if is_notes(name, data)}
    # Files that came without a folder have nothing to do with each other.
    folders -= {PurePosixPath()}
    left = [one for one in files if folders.isdisjoint(PurePosixPath(one[0]).parents)]
    if folders and not left:
        raise TakenAway(source="、".join(sorted(map(str, folders))))
    return left


def _list_notes(item: Input) -> Iterator[Member]:
    for name in _find_places(item):
        with item.open() as file:
            for member in _read_named(item, file, name):
                if (
                    isinstance(member, Member)
                    and member.source == f"{item.source}/{name}"
                    and is_notes(name, member.data)
                ):
                    yield member


def _read_named(item: Input, file: BinaryIO, name: str) -> Iterator[Member | InputError]:
    return read_members(item.source, file, nested=True, ending=name.lower(), limits=item.limits)


def _find_places(item: Input) -> list[str]:
    """Return the members of a ZIP that are where the notes lie and called as they are."""
    try:
        with item.open() as file, ZipFile(file) as packed:
            paths = [PurePosixPath(decode_name(one)) for one in packed.infolist()]
    except (BadZipFile, NotImplementedError, ValueError, OSError):
        # What is no whole ZIP is told when its pages are read.
        return []
    called = {_name_notes(language) for language in LANGUAGES}
    tops = {path.parts[0] for path in paths if path.parts and path.parts[0] != "__MACOSX"}
    deepest = 1 if len(tops) > 1 else 2
    return [str(path) for path in paths if path.name in called and len(path.parts) <= deepest]


def _name_notes(language: str) -> str:
    return f"{say('parcel.notes', language)}.txt"
