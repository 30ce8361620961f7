"""Two sides in words and frames: names, counts of both, shares with their ends."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.study.comparing import compare_shares, compare_words, find_typical
from analysis.study.counting import count_study
from analysis.study.records import Selection
from analysis.study.sides import split_sides
from analysis.view import comparison
from analysis.view.comparison import Compared, name_sides, shorten
from analysis.view.drawing.fonts import measure_text


@pytest.fixture(scope="module")
def counts(built):
    """Return counts as if every article said all five times: three articles say too little."""
    found = count_study(built.study, lambda *_: None)
    return replace(found, times=found.times.astype(int) * 5, totals=found.totals * 5)


@pytest.fixture(scope="module")
def compared(catalogue):
    """Return the two pages of the study as two sides."""
    pages = catalogue.articles["page_id"].to_pylist()
    first = np.array([page == pages[0] for page in pages])
    return Compared(catalogue, split_sides(first, ~first), ("甲：一", "乙：二"), "zh")


@pytest.fixture(scope="module")
def words(counts, compared):
    return compare_words(counts, compared.sides)


def test_a_side_is_called_by_what_was_chosen(catalogue, compared):
    chosen = (Selection(search="工会"), Selection(since="2024-01-01"))
    first, second = name_sides(catalogue, chosen, compared.sides, "zh")
    assert first == "甲：含“工会”"
    assert second.startswith("乙：2024-01-01")


def test_the_rest_is_called_the_rest(catalogue):
    part = np.zeros(len(catalogue.articles), dtype=bool)
    part[0] = True
    sides = split_sides(part, np.ones_like(part))
    names = name_sides(catalogue, (Selection(search="工会"), Selection()), sides, "en")
    assert names == ("A: with “工会”", "B: the other articles")


@pytest.mark.parametrize("letter", ["报", "n", "："])
def test_a_long_name_is_cut_to_a_line(letter):
    name = shorten(f"甲：{letter * 90}")
    assert measure_text(name) <= 24
    assert name.endswith("…")


def test_words_bear_the_counts_of_both_sides(words, compared):
    frame = comparison.word_frame(words, compared.names)
    assert not frame["term_id"].duplicated().any()
    assert set(frame["side"]) == set(compared.names)
    assert (frame["z"] > 0).all()
    for row in frame.itertuples():
        assert row.counts == f"{row.count_a:,} : {row.count_b:,}"


def test_the_table_of_all_words_has_each_word_that_stands_somewhere(words, counts):
    frame = comparison.met_frame(words)
    assert len(frame) == (counts.totals > 0).sum()
    assert frame["z"].is_monotonic_decreasing
    assert frame["count_a"].sum() + frame["count_b"].sum() == counts.totals.sum()


def test_typical_articles_name_the_words_they_hold(words, counts, compared):
    for side, rows in enumerate(find_typical(counts, words, compared.sides, most=3)):
        frame = comparison.typical_frame(compared, counts, words, (side, rows))
        ids = compared.catalogue.articles["article_id"].to_pylist()
        assert list(frame["article_id"]) == [ids[row] for row in rows]
        leading = {words.terms[column] for column in words.leading[side]}
        assert all(set(marking.split()) <= leading for marking in frame["marking"])


def test_shares_stand_in_rows_of_theme_and_side(compared):
    catalogue = compared.catalogue
    wide = replace(
        catalogue,
        theme_shares=np.tile(catalogue.theme_shares, (3, 1)),
        main=np.tile(catalogue.main, 3),
    )
    sides = split_sides(np.tile(compared.sides.first, 3), np.tile(compared.sides.second, 3))
    shares = compare_shares(wide, sides)
    frame = comparison.share_frame(compared, shares)
    assert len(frame) == 2 * len(catalogue.themes)
    known = frame["low"].notna()
    assert frame["share"].between(frame["low"], frame["high"])[known].all()
    assert known.any()
    gaps = comparison.difference_frame(compared, shares)
    assert isinstance(gaps, pd.DataFrame)
    assert (~((gaps["low"] > 0) | (gaps["high"] < 0))).tolist() == gaps["open"].tolist()
