"""Where else a story stands, and how its copies count."""

import numpy as np
import pytest

from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.view.frames import article_frame, corpus_facts
from analysis.view.printings import list_relatives, tell_counting
from analysis.view.source import source_line


def select(catalogue, **how):
    return select_rows(catalogue, Selection(**how))


@pytest.mark.parametrize(
    ("how", "counting"),
    [({}, "each"), ({"copies": "once"}, "once"), ({"search": "白鹭"}, "")],
)
def test_a_selection_says_how_its_copies_count(reprinted, how, counting):
    rows = select(reprinted, **how)
    assert tell_counting(reprinted, rows) == counting
    assert ("转载" in source_line(reprinted, rows, "zh")) == bool(counting)


def test_the_other_printings_are_listed_earliest_first(reprinted):
    at = reprinted.articles["headline"].to_pylist().index("工匠带徒弟")
    [(title, articles)] = list_relatives(reprinted, at, "zh")
    assert title == "同稿见于"
    assert [name for name, _ in articles] == [
        "早报 · 2024-04-03 · 第2版 · 班组里的工匠",
        "晚报 · 2024-04-04 · 第2版 · 农民工徒弟学技能",
    ]
    ids = reprinted.articles["article_id"].to_pylist()
    assert {one for _, one in articles} < set(ids) - {ids[at]}


def test_an_article_alone_has_no_relatives(catalogue):
    assert list(list_relatives(catalogue, 0, "zh")) == []


def test_the_table_counts_the_printings(reprinted):
    frame = article_frame(reprinted, select(reprinted), "zh")
    assert frame.groupby("copies").size().to_dict() == {1: 5, 3: 3}
    assert frame["copy_group"].replace("", np.nan).nunique() == 1
    assert corpus_facts(reprinted, select(reprinted))["copies"] == 3
