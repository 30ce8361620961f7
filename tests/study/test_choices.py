"""What each choice would leave: the counts of leaves add up to the rows."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.records import KINDS
from analysis.study.choices import count_choices
from analysis.study.records import Selection
from analysis.study.select import EDITIONS, leave_out, select_rows


def subsets(names):
    return st.lists(st.sampled_from(list(names)), unique=True).map(tuple)


SELECTIONS = st.builds(
    Selection,
    themes=subsets(["社会保险", "工会", "生态", "养老", "其他"]),
    newspapers=subsets(["", "晚报", "早报"]),
    since=st.sampled_from(["", "2024-04-03", "2024-04-04"]),
    editions=subsets(EDITIONS),
    kinds=subsets(KINDS),
    search=st.sampled_from(["", "徒弟", "-徒弟"]),
    copies=st.sampled_from(["each", "once"]),
)


@pytest.fixture(scope="module")
def select(reprinted):
    return partial(select_rows, reprinted)


def test_the_leaves_add_up_to_the_rows(reprinted, select):
    @given(SELECTIONS)
    def check(selection):
        counts = count_choices(reprinted, selection, select)
        of_tree = select(leave_out(selection, "themes", "topics"))
        with_words = int((of_tree & (reprinted.main >= 0)).sum())
        assert sum(counts.themes.values()) == sum(counts.topics.values()) == with_words
        of_papers = select(leave_out(selection, "newspapers"))
        assert sum(counts.newspapers.values()) == of_papers.sum()
        assert sum(counts.editions.values()) == select(leave_out(selection, "editions")).sum()

    check()


def test_a_choice_counts_what_it_would_leave(reprinted, select):
    @given(SELECTIONS, st.sampled_from(["themes", "newspapers", "editions", "kinds"]))
    def check(selection, name):
        counts = getattr(count_choices(reprinted, selection, select), name)
        for one, count in counts.items():
            alone = leave_out(selection, "topics", name)
            chosen = select(type(alone)(**{**_fields(alone), name: (one,)}))
            # Of copies that count once the earliest stands for its story, whatever is chosen.
            assert chosen.sum() == count or selection.copies == "once"

    check()


def _fields(selection):
    return {name: getattr(selection, name) for name in selection.__slots__}


def test_undated_articles_are_told(reprinted, select):
    nat = int(np.isnat(reprinted.facets.days).sum())
    assert nat > 0
    assert count_choices(reprinted, Selection(since="2024-04-03"), select).undated == nat
