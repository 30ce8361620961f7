"""A selection means the articles that fit all of its parts."""

from dataclasses import replace

import numpy as np

from analysis.study.catalogue import UNNAMED
from analysis.study.records import Selection
from analysis.study.select import EDITIONS, leave_out, select_rows


def headlines(catalogue, selection):
    return catalogue.articles.filter(select_rows(catalogue, selection))["headline"].to_pylist()


def test_nothing_chosen_means_everything(catalogue):
    assert select_rows(catalogue, Selection()).all()


def test_themes_widen_each_other(catalogue):
    union = headlines(catalogue, Selection(themes=("工会",)))
    forest = headlines(catalogue, Selection(themes=("生态",)))
    assert union == ["总工会举办技能竞赛", "工匠带徒弟", "劳模走进班组"]
    assert len(headlines(catalogue, Selection(themes=("工会", "生态")))) == len(union + forest)


def test_parts_narrow_each_other(catalogue):
    assert headlines(catalogue, Selection(themes=("生态",), search="防火员")) == ["森林防火有新招"]


def test_every_word_of_a_search_must_stand_there(catalogue):
    assert headlines(catalogue, Selection(search="农民工 徒弟")) == ["工匠带徒弟"]
    assert headlines(catalogue, Selection(search="徒弟 河水")) == []


def test_pages_without_a_name_can_be_chosen(catalogue):
    assert select_rows(catalogue, Selection(newspapers=(UNNAMED,))).all()
    assert not select_rows(catalogue, Selection(newspapers=("无此报",))).any()


def test_main_theme_is_the_largest_share(catalogue):
    for row, main in enumerate(catalogue.main):
        assert catalogue.theme_shares[row, main] == catalogue.theme_shares[row].max()


def test_copies_count_each_or_once(reprinted):
    each, once = (headlines(reprinted, Selection(copies=how)) for how in ("each", "once"))
    assert sorted(set(each) - set(once)) == ["农民工徒弟学技能", "工匠带徒弟"]
    assert len(each) == len(once) + 2


def test_the_earliest_printing_left_by_the_other_filters_counts(reprinted):
    """Who asks for the evening paper alone sees its story, whoever printed it first."""
    assert "班组里的工匠" in headlines(reprinted, Selection(copies="once"))
    evening = Selection(newspapers=("晚报",), copies="once")
    assert headlines(reprinted, evening) == ["农民工徒弟学技能"]


def test_counts_of_the_themes_add_up_when_copies_count_once(reprinted):
    parts = [
        select_rows(reprinted, Selection(themes=(theme,), copies="once")).sum()
        for theme in reprinted.themes
    ]
    assert sum(parts) == select_rows(reprinted, Selection(copies="once")).sum()


def test_without_copies_both_ways_are_one(catalogue):
    assert select_rows(catalogue, Selection(copies="once")).all()


def test_a_phrase_stands_as_one_and_an_exclusion_nowhere(catalogue):
    assert headlines(catalogue, Selection(search='"农民工 徒弟"')) == []
    everything = set(headlines(catalogue, Selection()))
    kept = set(headlines(catalogue, Selection(search="-农民工")))
    assert everything - kept == set(headlines(catalogue, Selection(search="农民工")))


def test_a_topic_means_the_articles_whose_main_topic_it_is(catalogue):
    for column, topic in enumerate(catalogue.topics):
        rows = select_rows(catalogue, Selection(topics=(topic,)))
        assert (catalogue.main_topic[rows] == column).all()
    together = select_rows(catalogue, Selection(topics=catalogue.topics))
    assert (together == (catalogue.main_topic >= 0)).all()


def test_days_bound_on_both_sides_and_leave_out_the_undated(catalogue):
    days = np.full(len(catalogue.main), np.datetime64("NaT", "D"))
    days[:3] = np.array(["2024-03-31", "2024-04-01", "2024-04-30"], dtype="datetime64[D]")
    dated = replace(catalogue, facets=replace(catalogue.facets, days=days))
    april = select_rows(dated, Selection(since="2024-04-01", until="2024-04-30"))
    assert np.flatnonzero(april).tolist() == [1, 2]
    assert np.flatnonzero(select_rows(dated, Selection(until="2024-04-01"))).tolist() == [0, 1]


def test_front_and_other_pages_are_all_pages(catalogue):
    parts = [select_rows(catalogue, Selection(editions=(name,))) for name in EDITIONS]
    assert (np.sum(parts, axis=0) == 1).all()


def test_kinds_are_asked_for(catalogue):
    assert not select_rows(catalogue, Selection(kinds=("photo",))).any()
    assert select_rows(catalogue, Selection(kinds=("photo", "article"))).all()


def test_what_is_left_out_does_not_narrow():
    asked = Selection(themes=("工会",), topics=(1,), search="职工")
    assert leave_out(asked, "themes", "topics") == Selection(search="职工")
