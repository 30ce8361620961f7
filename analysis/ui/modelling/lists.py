"""The three word lists: searched, added to, taken from, loaded and taken away as files."""

from collections.abc import Sequence

import streamlit as st

from analysis.errors import BaotiError
from analysis.resources import say
from analysis.study.records import Study
from analysis.study.wordlists import (
    Parsed,
    add_words,
    drop_words,
    parse_words,
    read_word_file,
    write_word_file,
)
from analysis.theme.edits import LISTS
from analysis.theme.settings import Words
from analysis.ui import parts, tables
from analysis.ui.modelling.drafts import keep_draft, read_draft
from analysis.view.topics.wording import search_words

_REFUSED = "words_refused"


def edit_lists(study: Study, language: str) -> None:
    """Draw one of the lists with the tools to change it; changes join the draft."""
    st.subheader(say("words.lists", language), anchor=False)
    st.caption(say("words.lists.note", language))
    draft = read_draft(study)
    chosen = st.segmented_control(
        say("words.list", language),
        LISTS,
        format_func=lambda one: (
            f"{say(f'words.list.{one}', language)} · {len(getattr(draft, one))}"
        ),
        default="user",
        required=True,
        key="word-list",
    )
    name = chosen or "user"
    left, right = st.columns(2, gap="medium")
    with left:
        _take_out(study, draft, name, language)
    with right:
        _put_in(study, draft, name, language)


def _take_out(study: Study, draft: Words, name: str, language: str) -> None:
    part = st.text_input(say("words.search", language), key="word-search")
    found = search_words(getattr(draft, name), part)
    gone = tables.choose_listed(found, name, language)
    label = say("words.drop", language, n=len(gone))
    with st.container(horizontal=True):
        if st.button(label, icon=":material/remove:", key="drop", disabled=not gone):
            keep_draft(study, drop_words(draft, name, gone))
            st.rerun()
        st.download_button(
            say("words.download", language),
            write_word_file(getattr(draft, name)),
            file_name=f"{name}.txt",
            mime="text/plain",
            on_click="ignore",
            key=f"words-{name}",
        )


def _put_in(study: Study, draft: Words, name: str, language: str) -> None:
    with st.form("word-form", clear_on_submit=True):
        text = st.text_area(
            say("words.add", language), placeholder=say("words.add.hint", language), key="word-add"
        )
        file = st.file_uploader(say("words.load", language), type=["txt"], key="word-file")
        sent = st.form_submit_button(say("words.put", language), icon=":material/add:")
    _tell_refused(st.session_state.pop(_REFUSED, ()), language)
    if not sent:
        return
    try:
        loaded = read_word_file(file.getvalue(), file.name) if file else Parsed((), ())
    except BaotiError as error:
        st.error(parts.escape(error.tell(language)))
        return
    typed = parse_words(text)
    keep_draft(study, add_words(draft, name, (*typed.words, *loaded.words)))
    st.session_state[_REFUSED] = (*typed.refused, *loaded.refused)
    st.rerun()


def _tell_refused(refused: Sequence[str], language: str) -> None:
    if refused:
        words = " ".join(piece[:20] for piece in refused[:20])
        st.warning(parts.escape(say("words.refused", language, n=len(refused), words=words)))
