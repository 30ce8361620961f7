"""A study folder as a whole: opened, and replaced in one step or not at all."""

import ctypes
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from analysis.errors import NotEmpty, NotReplaced, NotWritten
from analysis.study import recipe as recipes
from analysis.study.records import Study

# Of Linux, for renameat2: paths count from where we are; both stay, each under the other's name.
_HERE, _EXCHANGE = -100, 2

Filling = Callable[[IO[bytes]], None]
"""Writes the bytes of a file, from the beginning to the end."""


def open_study(folder: str | Path) -> Study:
    """Open a study folder; its tables are read when they are asked for.

    Raises
    ------
    NotAStudy, DamagedStudy, NewerStudy, OlderStudy
        As the folder is found.
    """
    folder = Path(folder).resolve()
    _put_back(folder)
    recipe, digest = recipes.load_recipe(folder)
    return Study(folder=folder, recipe=recipe, digest=digest)


def _put_back(folder: Path) -> None:
    if not folder.exists() and _previous(folder).exists():
        # A build was killed between its two renames: the old study is whole, put it back.
        _previous(folder).rename(folder)


def take_target(folder: str | Path) -> Path:
    """Return where a study is to be made, whole; an old study that is there may be looked at.

    Raises
    ------
    NotReplaced
        When ``folder`` is there and is not a study.
    """
    folder = Path(folder).resolve()
    _put_back(folder)
    if folder.exists() and any(_contents(folder)) and not (folder / recipes.NAME).is_file():
        raise NotReplaced(folder=folder)
    return folder


@contextmanager
def replaced_whole(folder: Path, *, within: Path | None = None) -> Iterator[Path]:
    """Give a fresh folder to fill; on success it takes the place of ``folder``.

    Until then the old study can be read; when anything fails the fresh folder is removed and the
    old study stays. It lies ``within`` some folder of the same disk, else beside the study.

    Raises
    ------
    NotReplaced
        When ``folder`` is there and is not a study.
    NotWritten
        When the system does not let us write there.
    """
    folder = take_target(folder)
    fresh = _make_fresh(folder, within or folder.parent)
    try:
        yield fresh
        _take_place(fresh, folder)
    except OSError as error:
        raise NotWritten(target=folder, fault=error.strerror) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _contents(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise NotReplaced(folder=folder)
    return folder.iterdir()


def _make_fresh(folder: Path, within: Path) -> Path:
    """Return a new hidden folder, which takes the place of ``folder`` when it is filled."""
    try:
        within.mkdir(parents=True, exist_ok=True)
        return Path(mkdtemp(prefix=f".{folder.name}-", dir=within))
    except OSError as error:
        raise NotWritten(target=folder, fault=error.strerror) from error


def _take_place(fresh: Path, folder: Path) -> None:
    fresh.chmod(0o755)  # mkdtemp makes it private; a study is meant to be shared
    if not folder.exists():
        fresh.rename(folder)
    elif not _exchange(fresh, folder):
        previous = _previous(folder)
        shutil.rmtree(previous, ignore_errors=True)
        folder.rename(previous)
        fresh.rename(folder)
        shutil.rmtree(previous)


def _exchange(one: Path, two: Path) -> bool:
    """Let two folders change their names in one step, so that nobody meets neither of them.

    Return whether the system can do that: Linux can, on nearly every file system.
    """
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    names = (os.fsencode(one), os.fsencode(two))
    return bool(rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)


def _previous(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.previous")


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there.

    Raises
    ------
    NotWritten
        When the system does not let us.
    """

    def fill(file: IO[bytes]) -> None:
        file.write(data)

    fill_file(path, fill)


def fill_file(path: Path, fill: Filling) -> None:
    """Write a file whole or not at all, as its bytes come; errors as ``write_file``."""
    path = path.absolute()
    fresh = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            fill(file)
        fresh.replace(path)
    except OSError as error:
        raise NotWritten(target=path.name, fault=error.strerror) from error
    finally:
        fresh.unlink(missing_ok=True)


def fill_folder(folder: Path, files: Iterable[tuple[str, Filling]]) -> None:
    """Make a folder of files, whole or not at all; names are paths inside it, divided by ``/``.

    Raises
    ------
    NotEmpty
        When it is there and has anything in it: nothing is overwritten.
    NotWritten
        When the system does not let us write there.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(folder=folder)
    fresh = _make_fresh(folder, folder.parent)
    try:
        for name, fill in files:
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            with (fresh / name).open("xb") as file:
                fill(file)
        fresh.chmod(0o755)  # mkdtemp makes it private
        if folder.exists():
            folder.rmdir()
        fresh.rename(folder)
    except OSError as error:
        raise NotWritten(target=folder, fault=error.strerror) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def digest_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, read in pieces."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
