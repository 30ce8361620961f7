"""What the user named -> inputs -> pages: folders walked, formats told by their endings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from analysis.errors import InputError
from analysis.press import facts, given, layout
from analysis.press.errors import NothingFound, UnknownFormat
from analysis.press.limits import USUAL, Limits
from analysis.press.readers import archive, docx, fields, html, pdf, tables, text
from analysis.press.readers.sheet import Sheet
from analysis.press.records import Page
from analysis.press.script import simplify

# These are bytes in some encoding; the others say themselves which characters they hold.
_TEXTS: dict[str, Callable[[str, bytes, str | None], Iterator[Sheet]]] = {
    **dict.fromkeys(text.SUFFIXES, text.read_sheets),
    **dict.fromkeys(html.SUFFIXES, html.read_sheets),
}
_PAGES: dict[str, Callable[[str, bytes, Limits], Iterator[Sheet | InputError]]] = {
    **dict.fromkeys(docx.SUFFIXES, docx.read_sheets),
    **dict.fromkeys(pdf.SUFFIXES, pdf.read_sheets),
}
SUFFIXES: tuple[str, ...] = (*_TEXTS, *_PAGES, *tables.SUFFIXES, *archive.SUFFIXES)
"""The endings of the files that can be read."""
# Bytes of a character at most, in any encoding.
_WIDEST = 4
# What holds for a whole issue where one of its pages prints it.
_SHARED = ("newspaper", "date")


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: from disk (``path``) or uploaded (``data``); ``source`` names it.

    ``columns`` are pairs of a field of a table ("body", "headline" …) and the column that holds
    it, where its name does not say so (``fields.FIELDS``). ``encoding`` is that of a text, where
    its characters shall not decide. ``limits`` say what it may cost.
    """

    source: str
    path: Path | None = None
    data: bytes | None = None
    facts: given.Facts = ()
    columns: fields.Pairs = ()
    encoding: str | None = None
    limits: Limits = USUAL

    @property
    def size(self) -> int:
        """How many bytes it has; 0 for what is no file."""
        if self.data is not None:
            return len(self.data)
        path = self.path or Path(self.source)
        return path.stat().st_size if path.is_file() else 0

    def open(self) -> BinaryIO:
        """Open the file to read its bytes.

        Raises
        ------
        NothingFound
            When there is no such file, or it may not be read.
        """
        if self.data is not None:
            return BytesIO(self.data)
        try:
            return (self.path or Path(self.source)).open("rb")
        except OSError as error:
            raise NothingFound(source=self.source, formats=", ".join(SUFFIXES)) from error

    def read(self) -> bytes:
        """Return the bytes of the file; errors as ``open`` says."""
        with self.open() as file:
            return file.read()


def find_inputs(paths: Sequence[str | Path]) -> tuple[Input, ...]:
    """Return the files at ``paths``, folders walked in sorted order, hidden files left out.

    What is named and cannot be read (no such file, a folder with no page in it, a strange ending)
    stays an input: ``load_page`` says what is wrong with it, and the others go on.

    Raises
    ------
    BadFacts
        When a folder's file of facts cannot be read.
    """
    found: dict[Path, Input] = {}
    for path in map(Path, paths):
        for file in _walk_folder(path) or [path]:
            told = given.read_folder(file.parent).get(file.name, ())
            known = Input(source=file.as_posix(), path=file, facts=told)
            found.setdefault(file.resolve(), known)
    return tuple(found.values())


def _walk_folder(folder: Path) -> list[Path]:
    return [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in SUFFIXES
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        # The tables of a study are what was made of pages, not pages.
        and not (file.parent / "recipe.json").is_file()
    ]


def unpack_input(item: Input) -> Iterator[Input | InputError]:
    """Yield the files that one input is: those of an archive one by one, else the input itself.

    The files of an archive hold their bytes; what cannot be used is told in its place.
    """
    if PurePath(item.source).suffix.lower() not in archive.SUFFIXES:
        yield item
        return
    try:
        yield from _unpack_members(item)
    except InputError as error:
        yield error


def _unpack_members(item: Input) -> Iterator[Input | InputError]:
    found = False
    with item.open() as file:
        told, faults = given.read_archive(item.source, file, item.limits)
        yield from faults
        file.seek(0)
        for member in archive.read_members(item.source, file, limits=item.limits):
            if isinstance(member, InputError):
                yield member
            elif PurePath(member.source).suffix.lower() in SUFFIXES:
                known = told.get(member.source, item.facts)
                yield replace(item, source=member.source, path=None, data=member.data, facts=known)
            else:
                continue
            found = True
    if not found:
        raise NothingFound(source=item.source, formats=", ".join(SUFFIXES))


def load_page(item: Input) -> Page:
    """Read the first page of one input, with the facts that were given or that the page tells.

    Raises
    ------
    InputError
        As ``load_sheets`` says, or as the first page fails.
    """
    first = next(load_sheets(item))
    if isinstance(first, InputError):
        raise first
    return first.page


def load_sheets(item: Input) -> Iterator[Sheet | InputError]:
    """Read the pages of one input, with the facts that were given or that the pages tell.

    Raises
    ------
    NothingFound
        When there is no such file, or it may not be read.
    UnknownFormat
        When no reader of pages takes the ending.
    InputError
        As the reader says.
    """
    issue: dict[str, str] = {}
    for sheet in map(partial(_leave_long, item.limits), _read_sheets(item)):
        if isinstance(sheet, InputError):
            yield sheet
            continue
        told = _add_facts(sheet, item.facts, issue)
        for fact, origin in told.page.origins:
            if origin == "masthead" and fact in _SHARED:
                issue.setdefault(fact, getattr(told.page, fact))
        yield told


def _leave_long(limits: Limits, sheet: Sheet | InputError) -> Sheet | InputError:
    """Return a page, or the word that it is too long: the time that a page takes is bounded."""
    try:
        if isinstance(sheet, Sheet):
            limits.require("page_characters", len(sheet.page.text), sheet.page.source)
    except InputError as error:
        return error
    return sheet


def _read_sheets(item: Input) -> Iterator[Sheet | InputError]:
    suffix, limits = PurePath(item.source).suffix.lower(), item.limits
    limits.require("file_bytes", item.size, item.source)
    # Told before it is decoded: a file of a hundred megabytes is no page.
    if suffix in text.SUFFIXES:
        limits.require("page_characters", item.size // _WIDEST, item.source)
    elif suffix in html.SUFFIXES:
        limits.require("html_bytes", item.size, item.source)
    data = item.read()
    if suffix in _TEXTS:
        return _TEXTS[suffix](item.source, data, item.encoding)
    if suffix in _PAGES:
        return _PAGES[suffix](item.source, data, limits)
    raise UnknownFormat(source=item.source, formats=", ".join(SUFFIXES))


def _add_facts(sheet: Sheet, known: given.Facts, issue: dict[str, str]) -> Sheet:
    origins = tuple((fact, "given") for fact, _ in known)
    told: dict[str, Any] = dict(known)
    page = replace(sheet.page, **told, origins=origins)
    inside = sheet.inside
    lines = layout.read_lines(simplify(inside))
    folios = facts.find_folios(lines)
    furniture = [
        inside[line.start : line.end] for line, folio in zip(lines, folios, strict=True) if folio
    ]
    page = facts.find_facts(page, "\n".join((sheet.furniture, *furniture)))
    read = dict(page.origins)
    # The masthead of an issue stands on its first page, and is surer than a dateline or a name.
    lent: dict[str, Any] = {
        fact: value for fact, value in issue.items() if read.get(fact) not in ("given", "masthead")
    }
    read |= dict.fromkeys(lent, "masthead")
    return replace(sheet, page=replace(page, **lent, origins=tuple(read.items())))
