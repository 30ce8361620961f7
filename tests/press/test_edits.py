"""An edit is data: what it says is checked, and it reads back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import BadEdit
from analysis.press.edits import Edit, StoryEdit, read_edit, write_edit

PAGE = "0a1b2c3d4e5f"
PLACES = st.integers(0, 10**6)
EDITS = st.one_of(
    st.builds(Edit, st.just("join"), st.just(PAGE), PLACES, to=PLACES),
    st.builds(Edit, st.just("split"), st.just(PAGE), PLACES),
    st.builds(Edit, st.just("move"), st.just(PAGE), PLACES, end=PLACES, to=PLACES),
    st.builds(Edit, st.just("headline"), st.just(PAGE), PLACES, lines=st.just(((3, 9), (12, 20)))),
    st.builds(Edit, st.just("headline"), st.just(PAGE), PLACES, text=st.just("标题")),
    st.builds(Edit, st.just("kind"), st.just(PAGE), PLACES, text=st.sampled_from(["photo"])),
    st.builds(Edit, st.just("drop"), st.just(PAGE), PLACES, end=st.none() | PLACES),
    st.builds(StoryEdit, st.just("link"), st.just(f"{PAGE}-000001"), st.just(f"{PAGE}-000009")),
    st.builds(StoryEdit, st.just("unlink"), st.just(f"{PAGE}-000001")),
    st.builds(Edit, st.just("restore"), st.just(PAGE), PLACES, to=st.none() | PLACES),
)


@given(EDITS)
def test_an_edit_reads_back_as_it_was_written(edit):
    assert read_edit(write_edit(edit)) == edit


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"edit": "fold", "page": PAGE, "at": 1},
        {"edit": "join", "page": PAGE, "at": 1},
        {"edit": "split", "page": PAGE, "at": 1, "end": 4},
        {"edit": "split", "page": PAGE, "at": -1},
        {"edit": "split", "page": PAGE, "at": True},
        {"edit": "split", "page": 7, "at": 1},
        {"edit": "kind", "page": PAGE, "at": 1, "text": "poem"},
        {"edit": "headline", "page": PAGE, "at": 1, "text": "  "},
        {"edit": "headline", "page": PAGE, "at": 1, "lines": [[4, 4]]},
        {"edit": "headline", "page": PAGE, "at": 1, "lines": [4]},
        {"edit": "link", "article": "a-1"},
        {"edit": "unlink", "article": 7},
        {"edit": "unlink", "article": "a-1", "page": PAGE},
    ],
    ids=str,
)
def test_what_no_edit_says_is_refused_in_words(row):
    with pytest.raises(BadEdit, match="cannot be read"):
        read_edit(row)
