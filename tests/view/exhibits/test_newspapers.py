"""Newspapers by theme: own denominators, twenty rows and the rest, bounded time."""

import time

import numpy as np
import pytest

from analysis.errors import NothingToDraw
from analysis.view.exhibits.newspapers import (
    MOST_PAPERS,
    REST,
    front_frame,
    newspaper_frame,
    show_fronts,
    show_newspapers,
)


def everything(catalogue):
    return np.ones(len(catalogue.main), dtype=bool)


@pytest.mark.parametrize("per", ["articles", "characters", "front"])
def test_each_newspaper_adds_up(crowd, per):
    catalogue = crowd()
    frame = newspaper_frame(catalogue, everything(catalogue), "zh", per=per)
    assert frame.groupby("row_id")["share"].sum().to_numpy() == pytest.approx(1)


def test_newspapers_with_more_articles_come_first(crowd):
    catalogue = crowd()
    frame = newspaper_frame(catalogue, everything(catalogue), "zh")
    assert frame["articles"].is_monotonic_decreasing
    assert frame.drop_duplicates("row_id")["articles"].sum() == 190


def test_after_twenty_all_others_are_one_row(crowd):
    catalogue = crowd(2_000, papers=45)
    rows = frame = newspaper_frame(catalogue, everything(catalogue), "zh")
    rows = frame.drop_duplicates("row_id")
    assert len(rows) == MOST_PAPERS + 1
    assert rows["row_id"].iloc[-1] == REST
    assert rows["name"].iloc[-1] == "其他 25 种报纸"
    assert rows["articles"].sum() == 1_900


def test_pages_that_name_no_newspaper_have_a_row(catalogue):
    frame = newspaper_frame(catalogue, everything(catalogue), "zh")
    assert set(frame["name"]) == {"未署报名"}
    assert set(frame["row_id"]) == {""}


def test_ten_thousand_newspapers_take_no_longer_than_a_moment(crowd):
    catalogue = crowd(30_000, papers=10_000)
    started = time.perf_counter()
    newspaper_frame(catalogue, everything(catalogue), "zh")
    assert time.perf_counter() - started < 0.5


def test_a_newspaper_with_too_few_articles_is_pale(crowd):
    catalogue = crowd(24, papers=6)
    figure = show_newspapers(catalogue, everything(catalogue), "zh")
    assert (figure.frame["few"] == (figure.frame["articles"] < 5)).all()
    assert figure.frame["few"].any()
    assert "不足 5 篇" in figure.value_label


def test_front_pages_stand_beside_the_others(crowd):
    catalogue = crowd()
    frame = front_frame(catalogue, everything(catalogue), "zh")
    assert frame["row_id"].unique().tolist() == ["front", "inner", "unknown"]
    front = frame[frame["row_id"] == "front"]
    counted = (catalogue.main >= 0) & (catalogue.facets.fronts == 1)
    assert front["share"].to_numpy() == pytest.approx(catalogue.theme_shares[counted].mean(axis=0))
    assert set(front["articles"]) == {int(counted.sum())}


def test_front_pages_alone_have_nothing_to_stand_beside(crowd):
    catalogue = crowd()
    with pytest.raises(NothingToDraw):
        show_fronts(catalogue, catalogue.facets.fronts == 1, "zh")


def test_front_pages_are_compared_by_articles_where_they_are_the_denominator(crowd):
    catalogue = crowd()
    figure = show_fronts(catalogue, everything(catalogue), "zh", per="front")
    assert "inner" in set(figure.frame["row_id"])
    assert "所选文章的份额" in figure.value_label


def test_the_named_theme_that_differs_most_is_told(crowd):
    catalogue = crowd(300)
    figure = show_fronts(catalogue, everything(catalogue), "zh")
    named = figure.frame[figure.frame["theme_id"] != "其他"]
    shares = named.pivot_table(index="theme", columns="row_id", values="share")
    theme = (shares["front"] - shares["inner"]).abs().idxmax()
    assert f"“{theme}”差得最多" in figure.subtitle


def test_of_too_few_front_pages_no_difference_is_told(crowd):
    catalogue = crowd(300)
    front = np.flatnonzero(catalogue.facets.fronts == 1)
    rows = everything(catalogue)
    rows[front[4:]] = False
    assert "差得最多" not in show_fronts(catalogue, rows, "zh").subtitle
