"""Runs of characters are hashed the same wherever the text stands."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.copies.runs import RUN, hash_windows, sort_once

LETTERS = "一二三四五六七八九十"
HASHES = [4773681114472284924, 5432158642470202962, 6503956885030177241]


def hash_runs(text):
    return sort_once(hash_windows(np.array([ord(sign) for sign in text], np.uint32), RUN))


def all_runs(text):
    return {text[at : at + 6] for at in range(len(text) - 5)}


@given(st.text("一二三四五", max_size=60))
def test_there_are_as_many_hashes_as_different_runs(text):
    assert len(hash_runs(text)) == len(all_runs(text))


@given(st.text(LETTERS, max_size=40), st.text(LETTERS, max_size=40))
def test_texts_share_the_hashes_of_the_runs_they_share(one, two):
    shared = np.intersect1d(hash_runs(one), hash_runs(two))
    assert len(shared) == len(all_runs(one) & all_runs(two))


def test_hashes_are_the_same_on_every_machine_and_in_every_version():
    """Samples are kept in files: those of an older version must still match."""
    assert hash_runs("工会会员代表大会").tolist() == HASHES
