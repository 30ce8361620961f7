"""A sample has of each theme its part, and what was shown is shown again."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.measuring.sampling import sample_articles, share_out


@given(st.lists(st.integers(0, 500), min_size=1, max_size=9).filter(any), st.data())
def test_all_places_are_shared_out_by_counts(counts, data):
    counts = np.array(counts)
    most = data.draw(st.integers(0, int(counts.sum())))
    given_out = share_out(counts, most)
    assert given_out.sum() == most
    assert (given_out <= counts).all()
    assert (np.abs(given_out - counts * most / counts.sum()) < 1).all()


def test_each_theme_keeps_its_part(crowd):
    catalogue = crowd(1_000)
    rows = np.ones(1_000, dtype=bool)
    drawn = sample_articles(catalogue, rows, 100)
    whole = np.bincount(catalogue.main[catalogue.main >= 0], minlength=5)
    part = np.bincount(catalogue.main[drawn], minlength=5)
    assert len(drawn) == 100
    assert (np.abs(part - whole * 100 / whole.sum()) < 1).all()


def test_the_same_articles_are_drawn_each_time(crowd):
    catalogue, rows = crowd(400), np.ones(400, dtype=bool)
    assert np.array_equal(*(sample_articles(catalogue, rows, 50) for _ in range(2)))


def test_a_narrower_filter_shows_what_was_shown_before(crowd):
    catalogue, rows = crowd(400), np.ones(400, dtype=bool)
    narrower = rows.copy()
    narrower[200:] = False
    before = set(sample_articles(catalogue, rows, 80)[:]) & set(range(200))
    kept = before & set(sample_articles(catalogue, narrower, 80))
    assert len(kept) >= 0.9 * len(before)


def test_few_articles_are_all_shown(crowd):
    catalogue = crowd(40)
    rows = np.ones(40, dtype=bool)
    assert (
        sample_articles(catalogue, rows, 38).tolist()
        == np.flatnonzero(catalogue.main >= 0).tolist()
    )
