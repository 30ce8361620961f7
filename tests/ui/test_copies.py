"""Copies count each or once, by a switch that stands in the link."""

import pytest

from analysis.study.tables import read_table
from analysis.ui import cached


@pytest.fixture(autouse=True)
def _study_with_copies(reprinted, monkeypatch):
    monkeypatch.setenv("BAOTI_STUDY", str(reprinted.study.folder))
    yield
    cached._catalogue_slot.clear()  # noqa: SLF001 - the study of the other tests comes back


def metric(app):
    return int(app.metric[0].value)


def test_each_printing_counts_unless_the_switch_is_on(visit):
    app = visit()
    assert metric(app) == 8
    app.toggle(key="once").set_value(True).run()
    assert metric(app) == 6


def test_a_link_restores_the_switch(visit):
    app = visit(once="true")
    assert app.toggle(key="once").value is True
    assert metric(app) == 6


def test_counting_once_is_no_filter_to_clear(visit):
    app = visit(once="true")
    assert not [button for button in app.button if button.key == "reset"]


def test_the_reader_names_the_other_printings_with_links(visit, reprinted):
    articles = read_table(reprinted.study.folder, "articles").to_pylist()
    evening = next(row for row in articles if row["headline"] == "农民工徒弟学技能")
    app = visit("articles", article=evening["article_id"])
    assert not app.exception
    [listed] = [one.proto.body for one in app.get("html") if "同稿见于" in one.proto.body]
    assert listed.count('href="articles?article=') == 2
    assert "班组里的工匠" in listed


def test_the_list_counts_printings(visit):
    listed = visit("articles").dataframe[0].value
    assert sorted(listed["copies"]) == [""] * 5 + ["3"] * 3


def test_a_study_without_copies_asks_nothing(visit, catalogue, monkeypatch):
    monkeypatch.setenv("BAOTI_STUDY", str(catalogue.study.folder))
    assert not visit().get("toggle")
