"""The charts say what they show: denominators, sources, colours of the themes."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.view.exhibits import themes as exhibits


@pytest.fixture(scope="module")
def rows(catalogue):
    return select_rows(catalogue, Selection())


@pytest.fixture(params=["themes", "topics", "terms"])
def figure(request, catalogue, rows):
    make = {
        "themes": lambda: exhibits.show_themes(catalogue, rows, "zh"),
        "topics": lambda: exhibits.show_topics(catalogue, "工会", "zh"),
        "terms": lambda: exhibits.show_terms(catalogue, "工会", "zh"),
    }
    return make[request.param]()


def test_every_figure_bears_its_source(figure):
    for part in ("two", "6 篇文章", "4 个议题", "种子 0"):
        assert part in figure.source


def test_every_figure_has_a_finding_in_words(figure):
    assert figure.alt
    assert figure.alt != figure.title


def test_no_theme_leads_where_nothing_is_selected(catalogue, rows):
    figure = exhibits.show_themes(catalogue, rows & False, "zh")
    assert "社会保险" not in figure.alt


def test_no_theme_leads_where_none_is_named(catalogue, rows):
    n = len(catalogue.main)
    lone = replace(catalogue, themes=("其他",), theme_shares=np.ones((n, 1)), main=np.zeros(n, int))
    assert "其他" not in exhibits.show_themes(lone, rows, "zh").alt


def test_the_denominator_is_named(catalogue, rows):
    assert "6 篇有词可析文章" in exhibits.show_themes(catalogue, rows, "zh").value_label


@pytest.mark.parametrize("theme", ["社会保险", "养老", "其他"])
def test_a_theme_that_hardly_occurs_still_has_a_largest_topic(catalogue, theme):
    assert len(exhibits.show_topics(catalogue, theme, "zh").frame) >= 1


def test_a_theme_has_its_colour_in_both_languages(catalogue):
    zh = exhibits.theme_colours(catalogue.study, "zh")
    en = exhibits.theme_colours(catalogue.study, "en")
    assert (zh["工会"], en["Unions"]) == ("#D55E00", "#D55E00")
    assert (zh["其他"], en["Other"]) == ("#7F7F7F", "#7F7F7F")


def test_figures_of_one_theme_bear_its_colour(catalogue):
    terms = exhibits.show_terms(catalogue, "生态", "zh")
    assert set(terms.colours.values()) == {"#009E73"}
    assert exhibits.show_cloud(catalogue, "生态", "zh").colour == "#009E73"
