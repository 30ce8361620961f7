"""Frames hold what they say: shares add up, counts are those of the selection."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.study.explain import load_model
from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.theme.quality import rank_terms
from analysis.view import frames


@pytest.fixture(scope="module")
def rows(catalogue):
    return select_rows(catalogue, Selection())


@pytest.fixture(scope="module")
def nothing(rows):
    return np.zeros_like(rows)


def test_shares_of_themes_add_up(catalogue, rows):
    frame = frames.theme_frame(catalogue, rows, "zh")
    assert frame["share"].sum() == pytest.approx(1)
    assert frame["articles"].sum() == 6


def test_no_article_means_no_share(catalogue, nothing):
    frame = frames.theme_frame(catalogue, nothing, "zh")
    assert frame[["share", "articles"]].to_numpy().sum() == 0


def test_themes_have_their_english_names(catalogue, rows):
    names = frames.theme_frame(catalogue, rows, "en")["theme"].tolist()
    assert names == ["Social insurance", "Unions", "Ecology", "Elderly care", "Other"]


def test_articles_come_in_the_order_of_the_pages(catalogue, rows):
    frame = frames.article_frame(catalogue, rows, "zh")
    assert frame["headline"].tolist()[:3] == ["总工会举办技能竞赛", "荒山披上绿装", "工匠带徒弟"]
    assert (frame["share"] > 0.5).all()


def test_words_of_a_theme_add_up_and_come_strongest_first(catalogue):
    weights = list(frames.theme_weights(catalogue.study, "工会").values())
    assert sum(weights) == pytest.approx(1)
    assert weights == sorted(weights, reverse=True)


def test_a_theme_has_the_topics_that_belong_to_it(catalogue, rows):
    topics = frames.topic_frame(catalogue, rows, "生态")
    assert topics["articles"].sum() == pytest.approx(
        catalogue.theme_shares[:, catalogue.themes.index("生态")].sum()
    )


def test_strongest_articles_by_the_share_of_that_theme(catalogue, rows):
    frame = frames.strongest_articles(catalogue, rows, "生态", "zh")
    assert frame["share"].is_monotonic_decreasing
    assert set(frame["theme"][:3]) == {"生态"}


def test_facts_are_those_of_the_selection(catalogue, rows):
    facts = frames.corpus_facts(catalogue, rows)
    assert (facts["pages"], facts["articles"], facts["newspapers"]) == (2, 6, 0)
    half = select_rows(catalogue, Selection(search="防火员"))
    assert frames.corpus_facts(catalogue, half)["articles"] == 1


def test_terms_of_topics_are_shown_in_the_order_that_is_measured(built):
    model = load_model(built.study)
    ranked = [[model.terms[column] for column in row] for row in rank_terms(model.components)]
    shown = frames.topic_terms(built.study)
    assert [shown[topic + 1][:10] for topic in range(len(ranked))] == ranked


def test_rows_of_tables_are_counted_apart_from_pages(crowd):
    catalogue = crowd(6)
    facets = replace(catalogue.facets, pages=np.array([0, 0, 3, -1, -2, -2]))
    facts = frames.corpus_facts(replace(catalogue, facets=facets), np.ones(6, dtype=bool))
    assert (facts["pages"], facts["records"], facts["articles"]) == (2, 2, 6)
