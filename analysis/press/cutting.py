"""Inputs to cut pages: texts by whoever cuts them, the rows of tables as the articles they are."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from analysis.errors import InputError
from analysis.press.inputs import Input, load_sheets, unpack_input
from analysis.press.readers import fields, tables
from analysis.press.readers.sheet import Sheet, cut_sheet
from analysis.press.readers.stories import make_cut
from analysis.press.readers.tables import Story
from analysis.press.records import Page, PageCut


def cut_input(item: Input, split: Callable[[Page], PageCut]) -> Iterator[PageCut | InputError]:
    """Yield every page of one input, cut; what cannot be used is told in its place.

    A text is one page, a PDF one a page of it, a table one a row, an archive those of its files.
    Pages are cut by ``split``; the rows of a table are articles already.
    """
    for file in unpack_input(item):
        if isinstance(file, InputError):
            yield file
        elif is_table(file):
            for story in read_rows(file):
                yield story if isinstance(story, InputError) else make_cut(*story)
        else:
            yield from cut_file(file, split)


def is_table(item: Input) -> bool:
    """Tell whether the file of an input is a table: articles, a row each."""
    return PurePath(item.source).suffix.lower() in tables.SUFFIXES


def read_rows(item: Input) -> Iterator[Story | InputError]:
    """Yield the rows of a table as far as they are articles; what cannot be used is told.

    ``make_cut`` makes a page of each: it needs nothing but the row.
    """
    try:
        with item.open() as file:
            wanted = fields.Wanted(item.columns, item.facts, item.encoding, item.limits)
            yield from tables.read_rows(item.source, file, wanted)
    except InputError as error:
        yield error


def cut_file(item: Input, split: Callable[[Page], PageCut]) -> Iterator[PageCut | InputError]:
    """Yield every page of a file that is neither archive nor table; errors in their place."""
    try:
        for sheet in load_sheets(item):
            yield sheet if isinstance(sheet, InputError) else _cut_one(sheet, split)
    except InputError as error:
        yield error


def _cut_one(sheet: Sheet, split: Callable[[Page], PageCut]) -> PageCut | InputError:
    try:
        return cut_sheet(sheet, split)
    except InputError as error:
        return error
