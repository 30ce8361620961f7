"""The upload: files or a folder, a name, and settings for those who want them."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.errors import BaotiError
from analysis.press.inputs import SUFFIXES
from analysis.resources import say
from analysis.study.recipe import Recipe, new_recipe
from analysis.study.records import Built, Report
from analysis.study.shelf import shelve_packed, shelve_study
from analysis.study.stages import COUNTED
from analysis.study.tables import count_rows
from analysis.theme.themes import parse_themes
from analysis.ui import parts
from analysis.ui.studies import building, intake

_KINDS = ("files", "folder")
# MB: a year of a daily paper, or a packed study; held in memory while it is read.
_MOST_MB = 500


def offer_upload(language: str) -> None:
    """Draw the upload, folded; begin a build when it is asked for."""
    label = say("upload.label", language)
    with st.expander(label, icon=":material/upload_file:", type="compact", key=_key("upload")):
        files = _choose_files(language)
        name = st.text_input(
            say("upload.name", language),
            placeholder=say("upload.name.default", language),
            key="name",
        )
        with st.expander(say("upload.reading", language), type="compact"):
            topics, themes = _ask_settings(language)
            reading = intake.ask_reading(language)
        busy = building.is_building()
        if busy:
            st.caption(say("upload.busy", language))
        if not _ask_start(language, arrived=bool(files), busy=busy):
            return
        try:
            recipe = _make_recipe(name or say("upload.name.default", language), topics, themes)
            work = _plan(files, recipe, reading)
        except BaotiError as error:
            st.error(parts.escape(error.tell(language)))
            return
    if work is None:
        st.error(say("upload.empty", language))
        return
    building.start_build(work)
    st.rerun()


def _ask_start(language: str, *, arrived: bool, busy: bool) -> bool:
    """Return whether a build is asked for.

    Files on their way are not there yet: a build asked for by then would begin without them.
    """
    return st.button(
        say("upload.start", language),
        type="primary",
        key="build",
        disabled=busy or not arrived,
        help=None if arrived else say("upload.wait", language),
    )


def _key(name: str) -> str:
    """Return the key of a part of the upload: after each build that came well all is fresh."""
    return f"{name}{building.count_built() or ''}"


def _choose_files(language: str) -> Sequence[UploadedFile]:
    kind = st.segmented_control(
        say("upload.kind", language),
        _KINDS,
        format_func=lambda one: say(f"upload.kind.{one}", language),
        default=_KINDS[0],
        required=True,
        key="upload-kind",
        label_visibility="collapsed",
    )
    if kind == "folder":
        return st.file_uploader(
            say("upload.folder", language, most=_MOST_MB),
            type=[*(suffix.removeprefix(".") for suffix in SUFFIXES), "toml", "json"],
            accept_multiple_files="directory",
            max_upload_size=_MOST_MB,
            key=_key("folder"),
        )
    return st.file_uploader(
        # Streamlit's own words on the button are English in any language: ours say what it does.
        say("upload.files", language, most=_MOST_MB),
        type=[suffix.removeprefix(".") for suffix in SUFFIXES],
        accept_multiple_files=True,
        max_upload_size=_MOST_MB,
        key=_key("files"),
    )


def _ask_settings(language: str) -> tuple[int | None, UploadedFile | None]:
    topics = st.number_input(
        say("upload.topics", language),
        2,
        200,
        value=None,
        placeholder=say("upload.automatic", language),
        key="upload-topics",
    )
    themes = st.file_uploader(say("upload.themes", language), type=["toml"], key="upload-themes")
    return topics, themes


def _make_recipe(name: str, topics: int | None, themes: UploadedFile | None) -> Recipe:
    recipe = new_recipe(topics=topics or "auto", name=name)
    if themes is None:
        return recipe
    return recipe.with_themes(parse_themes(themes.getvalue(), themes.name))


def _plan(
    files: Sequence[UploadedFile], recipe: Recipe, reading: intake.Reading
) -> Callable[[Report], Built] | None:
    """Return the work that makes a study of files; None where there is nothing to read.

    A packed study says itself what it is made of: name and settings are not asked.
    """
    named = [(file.name, file.getvalue()) for file in files]
    if len(named) == 1 and intake.is_packed(*named[0]):
        return partial(_unpack, *named[0])
    inputs = intake.make_inputs(named, reading)
    if not inputs:
        return None
    return lambda report: shelve_study(inputs, recipe=recipe, report=report)


def _unpack(name: str, data: bytes, report: Report) -> Built:
    study = shelve_packed(BytesIO(data), source=name, report=report)
    return Built(study, (), {table: count_rows(study.folder, table) for table in COUNTED})
