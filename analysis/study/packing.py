"""ZIP files that are the same bytes on any day and any system, written piece by piece."""

import os
import shutil
from io import RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, SizedBuffer

# Readable by all, written by its owner; the system that made it is told as Unix everywhere.
_RIGHTS, _UNIX = 0o644 << 16, 3
_PIECE = 1 << 20


class Sink(RawIOBase):
    """A file that is never whole: what was written to it since the last ``drain``."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        """Hold ``data`` until it is drained."""
        piece = bytes(data)
        self._held += piece
        return len(piece)

    def drain(self) -> bytes:
        """Return what is held, and hold nothing any more."""
        piece = bytes(self._held)
        self._held.clear()
        return piece


class DatelessZip(ZipFile):
    """A ZIP whose members bear no time: 1 January 1980, where the format begins.

    Whatever writes through ``write`` or ``writestr`` (openpyxl does) is dated so as well.

    Parameters
    ----------
    file : path or binary stream
        Where the ZIP is written; it needs not be seekable.
    """

    def __init__(self, file: IO[bytes] | Sink) -> None:
        super().__init__(cast("IO[bytes]", file), "w", ZIP_DEFLATED)

    def begin(self, name: str, *, size: int = 0, packed: bool = True) -> IO[bytes]:
        """Open a member to be written; ``size`` is about how many bytes will come.

        ``packed`` is False for what is packed already, such as Parquet and PNG.
        """
        info = ZipInfo(name)
        info.external_attr, info.create_system = _RIGHTS, _UNIX
        info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        # Tells whether the member needs the fields of large files, which some readers do not know.
        info.file_size = size
        return self.open(info, "w")

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write a member at once, packed as all are."""
        del compress_type, compresslevel
        content = data.encode() if isinstance(data, str) else data
        told = zinfo_or_arcname
        name = told.filename if isinstance(told, ZipInfo) else told
        with self.begin(name, size=len(content)) as member:
            member.write(content)

    def write(
        self,
        filename: str | os.PathLike[str],
        arcname: str | os.PathLike[str] | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write a file of the disk as a member, a piece at a time, packed as all are."""
        del compress_type, compresslevel
        path = Path(filename)
        name, size = str(arcname or path.name), path.stat().st_size
        with path.open("rb") as file, self.begin(name, size=size) as member:
            shutil.copyfileobj(file, member, _PIECE)
