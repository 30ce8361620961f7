"""The folder that a build works in: what is finished there is found by the next build.

It lies hidden beside the study. Each batch is a folder of its own whose name tells all that it was
made of; it is filled under another name and renamed when it is whole, so that a build killed at any
moment leaves finished batches and nothing that looks like one.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from analysis import resources
from analysis.errors import NotWritten

_LOCK = "in-use"
_KEY_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where the batches of a build lie; it travels to the workers, which share the disk."""

    folder: Path

    def place(self, key: str) -> Path:
        """Return the folder of a batch, whether it is there or not."""
        return self.folder / key

    def is_finished(self, key: str) -> bool:
        """Tell whether a batch is there whole."""
        return self.place(key).is_dir()

    def fill(self, key: str, work: Callable[[Path], None]) -> Path:
        """Let ``work`` fill the folder of a batch, and return it; one that is there stays."""
        place = self.place(key)
        if place.is_dir():
            return place
        fresh = Path(mkdtemp(prefix=".", dir=self.folder))
        try:
            work(fresh)
            fresh.rename(place)
        except OSError:
            # A worker that was thought dead has finished the same batch.
            if not place.is_dir():
                raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return place


@contextmanager
def open_workshop(target: Path) -> Iterator[Workshop]:
    """Give the workshop of a study's folder; it is removed at the end, but not when we are killed.

    Where another build of the same study is at work there, this one gets a folder of its own, which
    nobody finds again.

    Raises
    ------
    NotWritten
        When the system does not let us write beside the study.
    """
    target = target.resolve()
    folder = target.with_name(f".{target.name}.work")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOCK).open("wb") as lock:
            if not _take(lock):
                folder = Path(mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
            with _removed(folder):
                _clear(folder)
                yield Workshop(folder)
    except OSError as error:
        raise NotWritten(target=target, fault=error.strerror or error) from error


@contextmanager
def _removed(folder: Path) -> Iterator[None]:
    """Remove a folder that is ours, but not when we are broken off: then the work goes on."""
    try:
        yield
    except Exception:
        _remove(folder)
        raise
    _remove(folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Take away what was not finished."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            _remove(path)


def _take(lock: IO[bytes]) -> bool:
    """Tell whether the lock is ours now; the system gives it back when a process ends or dies."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 - Windows alone

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl  # noqa: PLC0415 - everywhere else

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def name_batch(*made_of: object) -> str:
    """Return the key of a batch: the same for the same content, program and order of words."""
    digest = sha256(digest_program().encode())
    for one in made_of:
        digest.update(f"{one!r}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_KEY_LENGTH]


@lru_cache(maxsize=1)
def digest_program() -> str:
    """Return a digest of our own program and of the numbers it learnt."""
    digest = sha256()
    root = Path(resources.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".json", ".bin"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
