"""Edits of a copy are merged with those that the folder got meanwhile."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.press.edits import DROP, RESTORE, SPLIT, Edit
from analysis.ui.editing.saving import merge_edits

PAGE = "0a1b2c3d4e5f"
HIDE, SHOW, PART = (Edit(kind, PAGE, 0) for kind in (DROP, RESTORE, SPLIT))
EDITS = st.lists(st.sampled_from([HIDE, SHOW, PART]), max_size=6)


@given(started=EDITS, added=EDITS, data=st.data())
def test_an_unchanged_folder_gets_the_edits_of_the_copy(started, added, data):
    stays = data.draw(st.lists(st.booleans(), min_size=len(started), max_size=len(started)))
    own = [edit for edit, stay in zip(started, stays, strict=True) if stay] + added
    assert list(merge_edits(started, own, started)) == own


@given(started=EDITS, added=EDITS, others=EDITS)
def test_what_both_added_stays(started, added, others):
    saved = [*started, *others]
    assert list(merge_edits(started, [*started, *added], saved)) == [*saved, *added]


def test_of_two_equal_edits_the_undone_one_is_taken_out():
    started = [HIDE, SHOW, HIDE]
    assert merge_edits(started, [HIDE, SHOW], [*started, PART]) == (HIDE, SHOW, PART)
    assert merge_edits(started, [SHOW, HIDE], [*started, PART]) == (SHOW, HIDE, PART)


def test_an_undone_edit_that_is_not_there_any_more_takes_nothing_out():
    assert merge_edits([HIDE], [], [SHOW]) == (SHOW,)
