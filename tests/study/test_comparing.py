"""Two newspapers' sides compared: words of each on its side, shares with intervals."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.study.comparing import (
    compare_shares,
    compare_words,
    count_usable,
    find_typical,
    is_open,
)
from analysis.study.counting import count_study
from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.study.sides import split_sides
from analysis.study.tables import read_table
from analysis.theme.contrast import SURE


@pytest.fixture(scope="module")
def counts(built):
    return count_study(built.study, lambda *_: None)


@pytest.fixture(scope="module")
def sides(catalogue):
    """Return the articles of the two pages."""
    pages = catalogue.articles["page_id"].to_pylist()
    first = np.array([page == pages[0] for page in pages])
    return split_sides(first, ~first)


def test_the_words_are_those_of_the_model(built, counts):
    text = "".join(read_table(built.study.folder, "articles", ["text"])["text"].to_pylist())
    assert counts.totals.sum() > 0
    assert all(term in text.lower() for term in np.array(counts.terms)[counts.totals > 0])
    assert not {"记者", "本报讯", "的"} & set(counts.terms)


def test_progress_is_told(built):
    heard = []
    count_study(built.study, lambda *told: heard.append(told))
    assert heard[-1][0] == "counting"
    assert heard[-1][1] == heard[-1][2]


def repeat(counts, times):
    """Return what every article would count if it said all of it several times."""
    return replace(counts, times=counts.times.astype(int) * times, totals=counts.totals * times)


def test_both_sides_have_their_own_words(counts, sides):
    often = repeat(counts, 5)
    words = compare_words(often, sides)
    assert (words.contrast.first + words.contrast.second == often.totals).all()
    assert all(len(columns) for columns in words.leading)
    for sign, columns in zip((1, -1), words.leading, strict=True):
        assert (sign * words.contrast.scores[columns] >= SURE).all()
    assert not set(words.leading[0]) & set(words.leading[1])


def test_typical_articles_are_of_their_side(counts, sides):
    often = repeat(counts, 5)
    first, second = find_typical(often, compare_words(often, sides), sides, most=3)
    assert first
    assert second
    assert sides.first[first].all()
    assert sides.second[second].all()


def widen(catalogue, times):
    """Return a catalogue with every article several times."""
    shares = np.tile(catalogue.theme_shares, (times, 1))
    return replace(catalogue, theme_shares=shares, main=np.tile(catalogue.main, times))


def test_shares_are_means_within_their_intervals(catalogue, sides):
    wide = widen(catalogue, 3)
    thrice = split_sides(np.tile(sides.first, 3), np.tile(sides.second, 3))
    found = compare_shares(wide, thrice)
    np.testing.assert_allclose(found.means.sum(axis=1), 1)
    known = ~np.isnan(found.spans).any(axis=1)
    assert (found.spans[:, 0] <= found.means)[known].all()
    assert (found.means <= found.spans[:, 1])[known].all()
    assert known.any()
    np.testing.assert_allclose(found.difference, found.means[1] - found.means[0])
    again = compare_shares(wide, thrice)
    assert np.array_equal(found.spans, again.spans, equal_nan=True)


def test_a_side_of_equal_shares_has_no_interval_and_neither_has_the_difference(catalogue, sides):
    wide = widen(catalogue, 3)
    thrice = split_sides(np.tile(sides.first, 3), np.tile(sides.second, 3))
    wide.theme_shares[thrice.first] = wide.theme_shares[thrice.first][0]
    found = compare_shares(wide, thrice)
    assert np.isnan(found.spans[0]).all()
    assert np.isnan(found.span).all()
    assert not np.isnan(found.spans[1]).all()
    assert all(is_open(*ends) for ends in found.span.T)


def test_a_handful_of_articles_gives_no_interval(catalogue):
    few = split_sides(*(np.arange(len(catalogue.articles)) == place for place in (0, 1)))
    assert compare_shares(catalogue, few) is None
    assert max(count_usable(catalogue, few)) <= 1


@pytest.mark.parametrize("selection", [Selection(search="这几个字哪里都没有")])
def test_an_empty_side_has_no_word(catalogue, counts, selection):
    nothing = select_rows(catalogue, selection)
    words = compare_words(counts, split_sides(~nothing, nothing))
    assert not len(words.leading[0])
    assert not len(words.leading[1])
