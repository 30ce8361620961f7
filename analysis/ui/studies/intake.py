"""How uploaded files are read: their encoding and columns, where they do not tell themselves."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.press.decode import ENCODINGS
from analysis.press.inputs import Input
from analysis.press.readers.fields import FIELDS, Pairs
from analysis.resources import say

_TOLD = ""


def read_uploads(files: Sequence[UploadedFile], language: str) -> list[Input]:
    """Draw the choice of encoding and columns; return the files as they are to be read."""
    with st.expander(say("upload.reading", language)):
        encoding = _choose_encoding(language)
        columns = _name_columns(language)
    return [
        Input(file.name, data=file.getvalue(), columns=columns, encoding=encoding) for file in files
    ]


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
