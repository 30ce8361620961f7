"""How uploaded files are read: their encoding and columns, where they do not tell themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import is_zipfile

import streamlit as st

from analysis.press import given
from analysis.press.decode import ENCODINGS
from analysis.press.inputs import SUFFIXES, Input
from analysis.press.readers.fields import FIELDS, Pairs
from analysis.resources import say
from analysis.study.parcels import leave_parcels
from analysis.study.sending import holds_study

_TOLD = ""
_RECIPE = "recipe.json"


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read: the encoding of texts, the columns of tables."""

    encoding: str | None = None
    columns: Pairs = ()


def ask_reading(language: str) -> Reading:
    """Draw the choice of encoding and columns, and return it."""
    return Reading(_choose_encoding(language), _name_columns(language))


def make_inputs(files: Sequence[tuple[str, bytes]], reading: Reading) -> list[Input]:
    """Return files, named with their folders, as they are to be read.

    Of a folder only what can be read is taken: no hidden files, no tables of a study and none that
    were taken away from it, which are what was made of pages and no pages.

    Raises
    ------
    BadFacts
        When a folder's file of facts cannot be read.
    TakenAway
        When there is nothing but charts and tables that were taken away.

    Examples
    --------
    >>> files = [("报/1.txt", b""), (".2.txt", b""), ("a/recipe.json", b""), ("a/b.csv", b"")]
    >>> [item.source for item in make_inputs(files, Reading())]
    ['报/1.txt']
    """
    files, facts = leave_parcels(files), given.read_files(files)
    studies = {PurePosixPath(name).parent for name, _ in files if name.endswith(_RECIPE)}
    return [
        Input(
            name,
            data=data,
            facts=facts.get(name, ()),
            columns=reading.columns,
            encoding=reading.encoding,
        )
        for name, data in files
        if _is_page(PurePosixPath(name)) and PurePosixPath(name).parent not in studies
    ]


def is_packed(name: str, data: bytes) -> bool:
    """Tell whether a file is a study that was packed to be sent."""
    file = BytesIO(data)
    # What is no whole ZIP is told when its pages are read.
    return PurePosixPath(name).suffix.lower() == ".zip" and is_zipfile(file) and holds_study(file)


def _is_page(path: PurePosixPath) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in SUFFIXES and not hidden


def _choose_encoding(language: str) -> str | None:
    chosen = st.selectbox(
        say("upload.encoding", language),
        (_TOLD, *ENCODINGS),
        format_func=lambda one: one.upper() or say("upload.automatic", language),
        key="encoding",
    )
    return chosen or None


def _name_columns(language: str) -> Pairs:
    st.caption(say("upload.columns", language))
    named = (
        (
            field,
            st.text_input(
                say(f"upload.column.{field}", language),
                placeholder=say("upload.automatic", language),
                key=f"column-{field}",
            ),
        )
        for field in FIELDS
    )
    return tuple((field, column.strip()) for field, column in named if column.strip())
