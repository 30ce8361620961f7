"""Runs of characters are hashed the same wherever the text stands; samples are a part of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.study import shingles
from analysis.study.shingles import hash_runs, sample_runs

TEXTS = st.lists(st.text("一二三四五六七八九十", max_size=60), max_size=8)


def all_runs(text):
    return {text[at : at + 6] for at in range(len(text) - 5)}


@given(st.text("一二三四五", max_size=60))
def test_there_are_as_many_hashes_as_different_runs(text):
    assert len(hash_runs(text)) == len(all_runs(text))


@given(st.text(max_size=40), st.text(max_size=40))
def test_texts_share_the_hashes_of_the_runs_they_share(one, two):
    shared = np.intersect1d(hash_runs(one), hash_runs(two))
    assert len(shared) == len(all_runs(one) & all_runs(two))


@given(TEXTS)
def test_a_sample_is_one_in_eight_of_each_texts_own_runs(texts):
    hashes, owners = sample_runs(texts)
    for place, text in enumerate(texts):
        runs = hash_runs(text)
        assert hashes[owners == place].tolist() == runs[runs % 8 == 0].tolist()


def test_batches_change_nothing(monkeypatch):
    texts = ["甲乙丙丁戊己庚辛壬癸" * n for n in range(1, 9)]
    whole = sample_runs(texts)
    monkeypatch.setattr(shingles, "_BATCH", 25)
    assert all((one == two).all() for one, two in zip(whole, sample_runs(texts), strict=True))
