"""Articles are listed in the order asked for: each once, equals as the study has them."""

import numpy as np
import pytest

from analysis.study.ordering import OF_THEME, ORDERS, order_rows
from analysis.study.records import Selection
from analysis.study.select import select_rows


@pytest.fixture(scope="module")
def rows(reprinted):
    return select_rows(reprinted, Selection())


@pytest.mark.parametrize("order", [*ORDERS, f"{OF_THEME}生态"])
def test_every_selected_article_is_listed_once(reprinted, rows, order):
    assert sorted(order_rows(reprinted, rows, order)) == np.flatnonzero(rows).tolist()


def test_days_go_both_ways_and_undated_articles_come_last(reprinted, rows):
    new, old = (
        reprinted.articles["date"].take(order_rows(reprinted, rows, order)).to_pylist()
        for order in ("new", "old")
    )
    assert new[:2] == ["2024-04-04", "2024-04-03"]
    assert old[:2] == ["2024-04-03", "2024-04-04"]
    assert set(new[2:]) == set(old[2:]) == {None}


def test_equals_stay_as_the_study_has_them(reprinted, rows):
    undated = order_rows(reprinted, rows, "new")[2:]
    assert (np.diff(undated) > 0).all()


def test_the_share_of_a_theme_falls(reprinted, rows):
    places = order_rows(reprinted, rows, f"{OF_THEME}生态")
    shares = reprinted.theme_shares[places, reprinted.themes.index("生态")]
    assert (np.diff(shares) <= 0).all()


def test_hits_order_by_how_often(reprinted, rows):
    times = np.arange(len(rows))
    assert order_rows(reprinted, rows, "hits", times=times)[0] == np.flatnonzero(rows)[-1]


def test_no_such_order(reprinted, rows):
    with pytest.raises(KeyError):
        order_rows(reprinted, rows, "colour")
