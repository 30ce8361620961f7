"""Themes over time: all dated articles are counted, once; a step without any stays a gap."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.errors import NothingToDraw
from analysis.view.exhibits.timeline import show_timeline, timeline_frame, weigh_dated
from analysis.view.measuring.periods import STEPS
from analysis.view.measuring.weighing import FEW


def everything(catalogue):
    return np.ones(len(catalogue.main), dtype=bool)


def frame_of(catalogue, step, per="articles"):
    weighing, undated = weigh_dated(catalogue, everything(catalogue), per)
    return timeline_frame(catalogue, weighing, "zh", step=step), undated


@pytest.mark.parametrize("step", STEPS)
def test_the_counts_add_up_to_the_dated_articles(crowd, step):
    catalogue = crowd()
    frame, undated = frame_of(catalogue, step)
    assert frame["count"].sum() == frame.drop_duplicates("period")["articles"].sum()
    assert frame["count"].sum() + undated == (catalogue.main >= 0).sum()
    assert undated == 38


@pytest.mark.parametrize("per", ["articles", "characters", "front"])
def test_the_shares_of_each_step_add_up(crowd, per):
    frame, _ = frame_of(crowd(), "month", per)
    some = frame[frame["articles"] > 0]
    assert some.groupby("period")["share"].sum().to_numpy() == pytest.approx(1)


def test_a_step_without_articles_is_missing_and_not_nothing(crowd):
    frame, _ = frame_of(crowd(60, days=900), "week")
    empty = frame["articles"] == 0
    assert empty.any()
    assert frame.loc[empty, ["share", "count", "low", "high"]].isna().all(axis=None)
    assert frame.loc[~empty, ["share", "count"]].notna().all(axis=None)
    assert frame.loc[frame["articles"] >= FEW, ["low", "high"]].notna().all(axis=None)


def test_what_is_missing_breaks_the_line_and_is_said(crowd):
    catalogue = crowd(60, days=900)
    figure = show_timeline(catalogue, everything(catalogue), "zh", asked=("week", "share"))
    gaps = int((figure.frame.drop_duplicates("period")["articles"] == 0).sum())
    assert f"{gaps} 段没有文章" in figure.subtitle
    assert "另有 12 篇没有日期" in figure.subtitle


def test_too_few_articles_make_a_hollow_dot_that_says_so(crowd):
    catalogue = crowd(60, days=300)
    figure = show_timeline(catalogue, everything(catalogue), "zh", asked=("week", "share"))
    hollow = figure.frame[figure.frame["few"] & (figure.frame["articles"] > 0)]
    assert (hollow["articles"] < 5).all()
    assert hollow["note"].str.contains("太少").all()
    assert hollow["note"].str.contains("估不出区间").all()
    assert hollow[["low", "high"]].isna().all(axis=None)
    assert "不画带" in figure.subtitle


def test_counts_have_no_band_and_their_own_denominator(crowd):
    catalogue = crowd()
    figure = show_timeline(catalogue, everything(catalogue), "en", asked=("auto", "count"))
    assert (figure.value, figure.value_format, figure.low) == ("count", "count", None)
    assert "by main theme (152 with a date" in figure.value_label


def test_what_belongs_to_no_named_theme_is_not_drawn_and_that_is_said(crowd):
    catalogue = crowd()
    figure = show_timeline(catalogue, everything(catalogue), "zh")
    assert "其他" not in set(figure.frame["theme"])
    assert "“其他”不画" in figure.subtitle


def test_a_theme_that_is_never_met_is_highest_nowhere(crowd):
    catalogue = crowd()
    shares = catalogue.theme_shares.copy()
    shares[:, catalogue.themes.index("工会")] = 0
    alt = show_timeline(replace(catalogue, theme_shares=shares), everything(catalogue), "zh").alt
    assert "工会" not in alt
    assert "生态以" in alt
    none = replace(catalogue, theme_shares=shares * 0)
    assert "都没有具名主题" in show_timeline(none, everything(catalogue), "zh").alt


def test_without_dates_there_is_nothing_to_draw(crowd):
    catalogue = crowd()
    facets = replace(catalogue.facets, days=np.full(200, "NaT", dtype="datetime64[D]"))
    with pytest.raises(NothingToDraw):
        show_timeline(replace(catalogue, facets=facets), everything(catalogue), "zh")


def test_one_step_is_no_course_of_time(crowd):
    catalogue = crowd(days=1)
    with pytest.raises(NothingToDraw):
        show_timeline(catalogue, everything(catalogue), "zh")


def test_the_same_study_has_the_same_band(crowd):
    catalogue = crowd()
    one, two = (show_timeline(catalogue, everything(catalogue), "zh") for _ in range(2))
    assert one.frame.equals(two.frame)
