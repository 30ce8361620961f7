"""Newspapers by theme: own denominators, twenty rows and the rest, bounded time."""

import time
from dataclasses import replace

import numpy as np
import pytest

from analysis.theme.records import OTHER
from analysis.view.drawing.aloud import write_alt
from analysis.view.exhibits.newspapers import (
    MOST_PAPERS,
    REST,
    newspaper_frame,
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


def test_a_newspaper_of_no_named_theme_says_so(crowd):
    catalogue = crowd(60, papers=2)
    other = np.array([theme == OTHER for theme in catalogue.themes])
    alone = np.array(catalogue.facets.papers) == 0
    shares = np.where(alone[:, np.newaxis], other, catalogue.theme_shares)
    figure = show_newspapers(replace(catalogue, theme_shares=shares), everything(catalogue), "zh")
    name, rest = catalogue.facets.paper_names
    assert f"{name}：没有具名主题" in figure.alt
    assert f"{rest}：具名主题以" in figure.alt
    assert "，0%" not in figure.alt


def test_a_study_of_no_named_theme_has_a_chart_all_the_same(crowd):
    catalogue = crowd(60)
    lone = replace(
        catalogue, themes=(OTHER,), theme_shares=np.ones((60, 1)), main=np.zeros(60, int)
    )
    figure = show_newspapers(lone, everything(lone), "en")
    assert "named" not in write_alt(figure)
