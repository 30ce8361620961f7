"""The tree of themes and topics: hidden ones left out, all, and the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.branches import Branch, choose_all, invert_choice, list_branches
from analysis.study.catalogue import load_catalogue
from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.study.topics import replace_topic_edits
from analysis.theme.edits import HIDE, TopicEdit

TREE = (
    Branch("工会", {1: "技能", 2: "班组"}),
    Branch("生态", {3: "河长"}),
    Branch("其他", {}),
)


def leaves(selection):
    """Return what is chosen of TREE, leaf by leaf; a theme without topics is one itself."""
    chosen = {("topic", topic) for topic in selection.topics}
    for branch in TREE:
        if branch.theme in selection.themes:
            own = {("topic", topic) for topic in branch.topics}
            chosen |= own or {("theme", branch.theme)}
    return chosen


EVERYTHING = leaves(choose_all(TREE, Selection()))


@given(
    st.lists(st.sampled_from([branch.theme for branch in TREE]), unique=True),
    st.lists(st.sampled_from([1, 2, 3]), unique=True),
)
def test_the_inverse_holds_the_other_leaves(themes, topics):
    selection = Selection(themes=tuple(themes), topics=tuple(topics), search="职工")
    inverse = invert_choice(TREE, selection)
    assert leaves(inverse) == EVERYTHING - leaves(selection)
    assert inverse.search == "职工"


def test_every_topic_stands_beneath_one_theme(catalogue):
    found = [topic for branch in list_branches(catalogue) for topic in branch.topics]
    assert sorted(found) == sorted(catalogue.topics)
    assert [branch.theme for branch in list_branches(catalogue)] == list(catalogue.themes)


def test_all_themes_leave_every_article_that_has_words(catalogue):
    everything = choose_all(list_branches(catalogue), Selection())
    assert (select_rows(catalogue, everything) == (catalogue.main >= 0)).all()


@pytest.fixture
def hidden(built, tmp_path):
    """Return the study with one topic hidden, and the id of that."""
    topic = load_catalogue(built.study).topics[0]
    edit = TopicEdit(HIDE, topic=topic)
    study = replace_topic_edits(built.study, [edit], target=tmp_path / "hidden").study
    return load_catalogue(study), topic


def test_a_hidden_topic_is_left_out(hidden):
    catalogue, topic = hidden
    found = [one for branch in list_branches(catalogue) for one in branch.topics]
    assert topic not in found
    assert len(found) == len(catalogue.topics) - 1
