"""A sample is one in eight of the runs of each text, whatever stands beside it in the batch."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.copies import samples
from analysis.study.copies.bare import bare_texts
from analysis.study.copies.files import SampleFiles, map_sample, write_sample
from analysis.study.copies.runs import RUN, hash_windows, sort_once
from analysis.study.copies.samples import LEAST, sample_texts, sort_hashes

LETTERS = "一二三四五六七八九十"
TEXTS = st.lists(st.text(LETTERS, max_size=90), max_size=8)
NAMES = ("hashes", "owners", "sizes", "digests")


def same(one, two):
    return all(np.array_equal(getattr(one, name), getattr(two, name)) for name in NAMES)


@given(TEXTS)
def test_a_sample_is_one_in_eight_of_each_texts_own_runs(texts):
    sample = sample_texts(texts)
    assert (np.diff(sample.hashes.astype(object)) >= 0).all()
    for place, text in enumerate(texts):
        runs = sort_once(hash_windows(bare_texts([text]).codes, RUN))
        expected = runs[runs % 8 == 0] if len(text) >= LEAST else []
        assert sample.hashes[sample.owners == place].tolist() == list(expected)


@given(TEXTS)
def test_digests_are_equal_where_bare_texts_are(texts):
    sample = sample_texts([*texts, *(f"{text}。" for text in texts)])
    assert sample.sizes.tolist() == 2 * [len(text) for text in texts]
    assert len({digest.tobytes() for digest in sample.digests}) == len(set(texts))


def test_strips_change_nothing(monkeypatch):
    texts = ["甲乙丙丁戊己庚辛壬癸" * n for n in range(1, 9)]
    whole = sample_texts(texts)
    monkeypatch.setattr(samples, "_STRIP", 25)
    assert same(sample_texts(texts), whole)


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 3)))
def test_the_order_of_hashes_is_stable(hashes):
    array = np.array(hashes, np.uint64)
    turned, order = sort_hashes(array)
    assert turned.tolist() == sorted(hashes)
    assert order.tolist() == np.argsort(array, kind="stable").tolist()


@given(texts=TEXTS)
def test_a_sample_is_the_same_from_a_file_or_another_process(tmp_path_factory, texts):
    sample = sample_texts(texts)
    path = tmp_path_factory.mktemp("samples") / "0.sample"
    write_sample(sample, path)
    assert same(map_sample(path), sample)
    assert same(pickle.loads(pickle.dumps(sample)), sample)  # noqa: S301 - our own


def test_files_are_mapped_when_they_are_asked_for(tmp_path):
    stories = [LETTERS * n for n in (4, 5, 6)]
    paths = [tmp_path / f"{n}.sample" for n in range(3)]
    for path, story in zip(paths, stories, strict=True):
        write_sample(sample_texts([story]), path)
    files = SampleFiles(paths)
    assert [int(one.sizes[0]) for one in files] == [40, 50, 60]
    assert not files[0].hashes.flags.owndata
    assert [int(one.sizes[0]) for one in files[1:]] == [50, 60]


def test_a_file_that_was_cut_off_is_no_sample(tmp_path):
    path = tmp_path / "0.sample"
    write_sample(sample_texts([LETTERS * 20]), path)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match="cut off"):
        map_sample(path)
