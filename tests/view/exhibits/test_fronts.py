"""Front pages beside the others: own denominators, and a difference told only where it is sure."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.errors import NothingToDraw
from analysis.theme.records import OTHER
from analysis.view.exhibits.fronts import front_frame, show_fronts
from analysis.view.measuring.weighing import FEW


def everything(catalogue):
    return np.ones(len(catalogue.main), dtype=bool)


def fill(catalogue, *, front, inner, spread=0.02):
    """Return the catalogue with these shares by theme, half of the pages fronts; 其他 is the rest.

    Articles of either kind differ by ``spread`` to both sides of the share.
    """
    n = len(catalogue.main)
    fronts = np.arange(n) % 2
    sway = np.where(np.arange(n) // 2 % 2, spread, -spread)
    shares = np.zeros((n, len(catalogue.themes)))
    for mean, kind in ((front, 1), (inner, 0)):
        for theme, share in mean.items():
            shares[fronts == kind, catalogue.themes.index(theme)] = share + sway[fronts == kind]
    shares[:, catalogue.themes.index(OTHER)] = 1 - shares.sum(axis=1)
    facets = replace(catalogue.facets, fronts=fronts.astype(catalogue.facets.fronts.dtype))
    return replace(catalogue, theme_shares=shares, main=shares.argmax(axis=1), facets=facets)


def tell(catalogue, language="zh", **chosen):
    return show_fronts(catalogue, everything(catalogue), language, **chosen).subtitle


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


def test_the_named_theme_that_differs_most_is_told_with_its_interval(crowd):
    known = {"front": {"工会": 0.5, "生态": 0.1}, "inner": {"工会": 0.2, "生态": 0.2}}
    told = tell(fill(crowd(80), **known))
    assert "“工会”差得最多：头版 50%，其他版 20%，相差 +30 个百分点（95% 区间 +29 至 +31）" in told
    assert "Unions differs most: 50% on front pages" in tell(fill(crowd(80), **known), "en")


def test_less_on_front_pages_has_a_minus_sign(crowd):
    told = tell(fill(crowd(80), front={"养老": 0.1}, inner={"养老": 0.3}), per="characters")
    assert "“养老”差得最多：头版 10%，其他版 30%，相差 −20" in told


@pytest.mark.parametrize("theme", ["工会", OTHER])
def test_of_rows_that_are_equal_nothing_is_told(crowd, theme):
    alike = {} if theme == OTHER else {theme: 0.4}
    assert "差得最多" not in tell(fill(crowd(80), front=alike, inner=alike))


def test_of_two_themes_that_differ_alike_none_is_told(crowd):
    tied = fill(
        crowd(80), front={"工会": 0.4, "生态": 0.1}, inner={"工会": 0.1, "生态": 0.4}, spread=0.05
    )
    assert "差得最多" not in tell(tied)


def test_a_difference_that_chance_makes_is_not_told(crowd):
    wide = {"front": {"工会": 0.55}, "inner": {"工会": 0.45}, "spread": 0.4}
    assert "差得最多" not in tell(fill(crowd(24), **wide))
    assert "差得最多" in tell(fill(crowd(800), **wide))


def test_of_too_few_front_pages_no_difference_is_told(crowd):
    catalogue = fill(crowd(80), front={"工会": 0.5}, inner={"工会": 0.2})
    rows = everything(catalogue)
    rows[np.flatnonzero(catalogue.facets.fronts == 1)[FEW - 1 :]] = False
    assert "差得最多" not in show_fronts(catalogue, rows, "zh").subtitle
    rows[np.flatnonzero(catalogue.facets.fronts == 1)[FEW - 1]] = True
    assert "差得最多" in show_fronts(catalogue, rows, "zh").subtitle
