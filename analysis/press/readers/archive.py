"""ZIP files: members one after the other, their names decoded; what is unsafe is refused.

Nothing is unpacked to disk, and one member is in memory at a time.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from analysis.errors import InputError
from analysis.press.errors import DamagedInput, LockedInput, UnsafeArchive
from analysis.press.limits import USUAL, Limits

SUFFIXES = (".zip",)

# Below this a member may pack as it likes: it cannot fill a memory.
_SMALL = 1 << 20
_DRIVE = re.compile(r"[A-Za-z]:/")
_LINK = 0xA
_UTF8_NAME = 0x800
_LOCKED = 0x1
_FAULTS = {
    "members": {"zh": "成员超过 {limit} 个", "en": "it has more than {limit} members"},
    "bytes": {"zh": "解开后超过 {limit} 字节", "en": "it unpacks to more than {limit} bytes"},
    "ratio": {"zh": "压缩比超过 {limit}", "en": "it is packed more than {limit} to 1"},
    "path": {"zh": "成员的路径指向压缩包之外", "en": "its path leads out of the archive"},
    "link": {"zh": "成员是符号链接", "en": "it is a symbolic link"},
    "nested": {"zh": "压缩包套了两层以上", "en": "archives are nested more than once"},
}


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: where it stands ("a.zip/folder/page.txt"), and its bytes."""

    source: str
    data: bytes


_Opener = Callable[[str, BinaryIO], Iterator[Member | InputError]]


def check_size(source: str, file: BinaryIO, limits: Limits = USUAL) -> None:
    """Refuse a ZIP (an office file is one) that would unpack to far more than it is.

    Raises
    ------
    DamagedInput
        When the bytes are no ZIP, or cut short.
    UnsafeArchive
        When it has too many members, or they are too large.
    """
    with _open_archive(source, file, limits) as archive:
        for info in archive.infolist():
            _check_member(source, info, limits)
    file.seek(0)


def read_members(
    source: str,
    file: BinaryIO,
    *,
    nested: bool = False,
    ending: str = "",
    limits: Limits = USUAL,
) -> Iterator[Member | InputError]:
    """Yield the files of an archive in the order of their names; hidden ones are left out.

    ``ending`` is what the names of those that are wanted end with.

    Archives inside are opened too, once. A member that is unsafe or damaged is told and left
    out; the others go on.

    Raises
    ------
    DamagedInput
        When the file is no ZIP, or cut short.
    UnsafeArchive
        When it has too many members, or they are too large together.
    """
    how: dict[str, Any] = {"ending": ending, "limits": limits}
    with _open_archive(source, file, limits) as archive:
        named = {decode_name(info): info for info in archive.infolist() if not info.is_dir()}
        for name in sorted(named):
            wanted = name.lower().endswith((ending, *SUFFIXES))
            if wanted and not _is_hidden(name):
                inner = None if nested else partial(read_members, nested=True, **how)
                packed = _Packed(archive, named[name], limits)
                yield from _read_member(f"{source}/{name}", packed, inner)


def decode_name(info: ZipInfo) -> str:
    r"""Return a member's name; without the UTF-8 flag it is UTF-8 or GBK all the same.

    Programs in Chinese write names as the system's bytes; ``zipfile`` reads these as code page
    437, which turns back without loss. Bytes that are valid UTF-8 are hardly ever GBK.

    Examples
    --------
    >>> decode_name(ZipInfo("日报.txt".encode("gbk").decode("cp437")))
    '日报.txt'
    """
    return _decode_bytes(info).replace("\\", "/")


def _decode_bytes(info: ZipInfo) -> str:
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def _open_archive(source: str, file: BinaryIO, limits: Limits) -> ZipFile:
    try:
        archive = ZipFile(file)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DamagedInput(source=source, fault=error) from error
    members = archive.infolist()
    packed = file.seek(0, 2)
    total = sum(info.file_size for info in members)
    if len(members) > limits.members:
        raise _refuse(source, "members", limits.members)
    if total > limits.unpacked_bytes:
        raise _refuse(source, "bytes", limits.unpacked_bytes)
    # Members that share their packed bytes are small bombs that look harmless one by one.
    if total > max(limits.ratio * packed, _SMALL):
        raise _refuse(source, "ratio", limits.ratio)
    return archive


def _refuse(source: str, fault: str, limit: int = 0) -> UnsafeArchive:
    words = {language: text.format(limit=limit) for language, text in _FAULTS[fault].items()}
    return UnsafeArchive(source=source, fault=words)


def _is_hidden(name: str) -> bool:
    return any(
        part.startswith(".") or part == "__MACOSX" for part in name.split("/") if part != ".."
    )


def _check_member(source: str, info: ZipInfo, limits: Limits) -> None:
    name = decode_name(info)
    if name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name):
        raise _refuse(source, "path")
    if info.external_attr >> 28 == _LINK:
        raise _refuse(source, "link")
    if info.file_size > limits.file_bytes:
        raise _refuse(source, "bytes", limits.file_bytes)
    if info.file_size > max(limits.ratio * info.compress_size, _SMALL):
        raise _refuse(source, "ratio", limits.ratio)
    if info.flag_bits & _LOCKED:
        raise LockedInput(source=source)


class _Packed(NamedTuple):
    """A member of an archive that is open, and how large it may be."""

    archive: ZipFile
    info: ZipInfo
    limits: Limits


def _read_member(
    source: str, packed: _Packed, inner: _Opener | None
) -> Iterator[Member | InputError]:
    """Yield one file; an archive is opened by ``inner``, refused where there is none."""
    try:
        _check_member(source, packed.info, packed.limits)
        data = packed.archive.read(packed.info)
        if not source.lower().endswith(SUFFIXES):
            yield Member(source, data)
        elif inner is None:
            raise _refuse(source, "nested")
        else:
            yield from inner(source, BytesIO(data))
    except InputError as error:
        yield error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        yield DamagedInput(source=source, fault=error)
