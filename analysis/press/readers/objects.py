"""JSON and JSON Lines to rows: the objects of a list, wherever it stands, or of the lines."""

import json
from collections.abc import Callable, Iterable, Iterator
from io import TextIOWrapper
from itertools import chain, count
from typing import BinaryIO

from analysis.errors import InputError
from analysis.press.errors import DamagedInput
from analysis.press.limits import Limits
from analysis.press.readers.fields import ANYTHING, Wanted
from analysis.press.readers.rows import CELLS, Knows, Row, open_text

_NO_OBJECT = {"zh": "不是 JSON 对象", "en": "it is no JSON object"}
# Nested deeper than the parser goes, it is as good as damaged.
_FAULTS = (ValueError, RecursionError)
# What is called so and begins with a damaged line is still a record a line.
_BY_LINE = (".jsonl", ".ndjson")


def read_json(
    source: str, file: BinaryIO, _knows: Knows, wanted: Wanted = ANYTHING
) -> Iterator[Row | InputError]:
    """Yield the objects of JSON Lines, of a JSON list, or of a list inside a JSON object.

    A line that is no object is told and left out, the others go on.

    Raises
    ------
    EmptyInput, NotText, UnknownEncoding
        As ``decode_text`` says.
    DamagedInput
        When the file is no JSON from its first line on.
    """
    with open_text(source, file, wanted.encoding) as text:
        yield from _read_records(source, text, wanted.limits)


def _read_records(source: str, text: TextIOWrapper, limits: Limits) -> Iterator[Row | InputError]:
    first = _read_on(source, text.readline, "", limits)
    try:
        whole = find_list(json.loads(first))
    except _FAULTS:
        by_line = source.lower().endswith(_BY_LINE) and first.strip() not in ("[", "{")
        rest = None if by_line else _read_on(source, text.read, first, limits)
        whole = None if rest is None else _parse_whole(source, rest)
    if whole is not None:
        records: Iterable[tuple[int, object]] = enumerate(whole, start=1)
    else:
        lines = enumerate(chain([first], _bound_records(source, text, limits)), start=1)
        records = (
            (number, line)
            for number, line in lines
            if isinstance(line, InputError) or not line.isspace()
        )
    for number, item in records:
        read = item if isinstance(item, InputError) else _read_object(source, number, item)
        yield read if isinstance(read, InputError) else Row(number, read, text.encoding)


def _read_on(source: str, read: Callable[[int], str], before: str, limits: Limits) -> str:
    """Return what stood before with what is read behind it: all that has to be held at once."""
    text = before + read(limits.file_bytes + 1 - len(before))
    limits.require("file_bytes", len(text), source)
    return text


def _bound_records(source: str, text: TextIOWrapper, limits: Limits) -> Iterator[str | InputError]:
    """Yield the lines behind the first; one that is too long is told and passed over."""
    most = limits.page_characters * CELLS
    for number in count(2):
        line = text.readline(most + 1)
        if not line:
            return
        try:
            limits.require("page_characters", -(-len(line) // CELLS), f"{source}#r{number}")
        except InputError as error:
            while line and not line.endswith("\n"):
                line = text.readline(most)
            yield error
        else:
            yield line


def find_list(value: object) -> list[object] | None:
    """Return the list of records in a JSON value; None when the value is a record itself.

    Examples
    --------
    >>> find_list({"articles": [{"body": "…"}]}), find_list({"body": "…"})
    ([{'body': '…'}], None)
    """
    if isinstance(value, list):
        return value
    inside = value.values() if isinstance(value, dict) else ()
    lists = [one for one in inside if isinstance(one, list) and one and isinstance(one[0], dict)]
    return lists[0] if len(lists) == 1 else None


def _read_object(source: str, number: int, item: object) -> dict[str, object] | InputError:
    try:
        value = json.loads(item) if isinstance(item, str) else item
    except _FAULTS as error:
        return DamagedInput(source=f"{source}#r{number}", fault=error)
    if isinstance(value, dict):
        return value
    return DamagedInput(source=f"{source}#r{number}", fault=_NO_OBJECT)


def _parse_whole(source: str, text: str) -> list[object]:
    try:
        value = json.loads(text)
    except _FAULTS as error:
        raise DamagedInput(source=source, fault=error) from error
    found = find_list(value)
    return [value] if found is None else found
