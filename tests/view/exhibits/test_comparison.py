"""The charts of two sides: what they find, in both languages, with both sides named."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.errors import NothingToDraw
from analysis.study.comparing import ShareContrast, compare_words
from analysis.study.counting import count_study
from analysis.study.sides import split_sides
from analysis.view.comparison import Compared
from analysis.view.drawing.aloud import write_alt
from analysis.view.exhibits.comparison import show_differences, show_shares, show_words


@pytest.fixture(params=["zh", "en"])
def compared(request, catalogue):
    """Return the two pages of the study as two sides."""
    pages = catalogue.articles["page_id"].to_pylist()
    first = np.array([page == pages[0] for page in pages])
    return Compared(catalogue, split_sides(first, ~first), ("甲：一", "乙：二"), request.param)


@pytest.fixture
def counts(built):
    """Return counts as if every article said all five times: three articles say too little."""
    found = count_study(built.study, lambda *_: None)
    return replace(found, times=found.times.astype(int) * 5, totals=found.totals * 5)


@pytest.fixture
def words(counts, compared):
    return compare_words(counts, compared.sides)


def make_shares(themes, difference, width):
    first = np.full(themes, 0.2)
    found = np.zeros(themes)
    found[0] = difference
    means = np.stack([first, first + found])
    spans = np.stack([np.stack([mean - width, mean + width]) for mean in means])
    span = np.stack([found - width, found + width])
    return ShareContrast(means, spans, found, span, (12, 9))


def test_words_name_both_sides_and_how_many_articles_each_has(words, compared):
    figure = show_words(compared, words)
    first, second = compared.sides.sizes
    assert f"n={first}" in figure.source
    assert f"n={second}" in figure.source
    assert list(figure.colours) == ["甲：一", "乙：二"]
    assert figure.frame["term"].iloc[0] in figure.alt


def test_no_word_is_nothing_to_draw(counts, compared):
    nothing = split_sides(compared.sides.first, np.zeros_like(compared.sides.first))
    alone = Compared(compared.catalogue, nothing, compared.names, compared.language)
    with pytest.raises(NothingToDraw):
        show_words(alone, compare_words(counts, nothing))


def test_the_largest_sure_difference_is_the_finding(compared):
    figure = show_shares(compared, make_shares(len(compared.catalogue.themes), 0.3, 0.05))
    assert "+30" in figure.alt
    assert "20%" in figure.alt
    assert "50%" in figure.alt
    assert write_alt(figure).startswith(figure.alt.rstrip("。. "))


def test_where_all_is_open_that_is_the_finding(compared):
    figure = show_differences(compared, make_shares(len(compared.catalogue.themes), 0.03, 0.05))
    assert "0" in figure.alt
    assert "+3" not in figure.alt


def test_a_dot_has_the_colour_of_the_side_that_has_more(compared):
    shares = make_shares(len(compared.catalogue.themes), -0.1, 0.02)
    figure = show_differences(compared, shares)
    themes = figure.frame["theme"]
    assert figure.colours[themes[0]] != figure.colours[themes[1]]


def blank(shares, themes):
    """Take the intervals of some themes away."""
    shares.spans[:, :, themes] = shares.span[:, themes] = np.nan
    return shares


def test_a_share_without_an_interval_says_so_and_settles_nothing(compared):
    shares = blank(make_shares(len(compared.catalogue.themes), 0.3, 0.05), [0])
    line = {"zh": "没有线的点", "en": "Dots without a line"}[compared.language]
    both = show_shares(compared, shares)
    assert line in both.subtitle
    assert line in show_differences(compared, shares).subtitle
    assert "+30" not in both.alt
    assert "nan" not in write_alt(both)


def test_of_intervals_that_are_not_known_none_is_said_to_hold_0(compared):
    themes = len(compared.catalogue.themes)
    said = {
        "zh": ("所有区间", "所有估得出的区间"),
        "en": ("all intervals hold", "can be told hold"),
    }
    every, known = said[compared.language]
    for missing in ([0], range(themes - 1)):
        some = show_shares(compared, blank(make_shares(themes, 0.0, 0.05), list(missing)))
        assert known in some.alt
        assert known in some.subtitle
        assert every not in some.subtitle
    assert every in show_shares(compared, make_shares(themes, 0.0, 0.05)).subtitle


def test_where_no_interval_is_known_nothing_is_said_of_chance(compared):
    themes = len(compared.catalogue.themes)
    shares = blank(make_shares(themes, 0.3, 0.05), list(range(themes)))
    for show in (show_shares, show_differences):
        figure = show(compared, shares)
        assert {"zh": "没有一个主题的差别估得出区间", "en": "No interval can be told"}[
            compared.language
        ] in figure.alt
        for claim in ("偶然", "chance", "跨过", "hold 0"):
            assert claim not in figure.alt


def test_where_all_intervals_are_known_nothing_is_said_of_them(compared):
    shares = make_shares(len(compared.catalogue.themes), 0.3, 0.05)
    assert "没有线" not in show_shares(compared, shares).subtitle
    assert "without a line" not in show_differences(compared, shares).subtitle
