"""The word lists as this visitor would have them: a draft until it is applied."""

import streamlit as st

from analysis.study.records import Study
from analysis.theme.settings import Words

_KEY = "word_draft"


def read_draft(study: Study) -> Words:
    """Return the lists of the visit's draft; those of the study where there is none.

    A draft is of one state of one study: when its words are applied it is done with.
    """
    kept: dict[str, Words] = st.session_state.get(_KEY, {})
    return kept.get(study.digest, study.recipe.words)


def keep_draft(study: Study, words: Words) -> None:
    """Keep lists as the draft of this visit."""
    st.session_state[_KEY] = {study.digest: words}


def drop_draft() -> None:
    """Give the draft up."""
    st.session_state.pop(_KEY, None)
