"""Copies are found in time that grows with the texts and not with their square, in little memory.

pytest --no-cov tests/bench/study
"""

import random
import time
import tracemalloc

import numpy as np
import pytest

from analysis.study.copies import pairs
from analysis.study.copies.files import SampleFiles, write_sample
from analysis.study.copies.groups import find_groups, find_leaders
from analysis.study.copies.samples import Sample

WORDS = [chr(sign) + chr(sign + 1) for sign in range(0x4E00, 0x5E00, 2)]
FEWEST = 2_000
# Twice the texts take twice the time; half as much again is left to the machine.
MOST_PER_DOUBLING = 3.0
# Samples of an article of 530 characters, as a corpus of television news has them.
RUNS, TEXTS, BATCHES = 52, 4096, 16
# Bytes: less than the sampled hashes alone, which are not held.
MOST_PER_RUN = 8


def make_texts(count):
    chance = random.Random(count)  # noqa: S311 - texts, not secrets
    texts = ["".join(chance.choices(WORDS, k=200)) for _ in range(count * 9 // 10)]
    return texts + [text[: len(text) * 6 // 10] for text in texts[: count - len(texts)]]


def measure(count):
    texts = make_texts(count)
    before = time.process_time()
    find_groups(texts, [1] * count)
    return time.process_time() - before


@pytest.mark.bench
def test_twice_the_texts_take_about_twice_the_time():
    measure(FEWEST)
    assert measure(4 * FEWEST) / measure(2 * FEWEST) <= MOST_PER_DOUBLING


def make_sample(seed):
    chance = np.random.default_rng(seed)
    hashes = np.sort(chance.integers(0, 2**64, RUNS * TEXTS, dtype=np.uint64))
    owners = chance.integers(0, TEXTS, len(hashes), dtype=np.int32)
    digests = chance.integers(0, 2**64, (TEXTS, 2), dtype=np.uint64)
    return Sample(hashes, owners, np.full(TEXTS, 530, np.int32), digests)


@pytest.mark.bench
def test_samples_are_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr(pairs, "_RANGE", RUNS * TEXTS // 2)
    paths = [tmp_path / str(seed) for seed in range(BATCHES)]
    for seed, path in enumerate(paths):
        write_sample(make_sample(seed), path)
    rows = np.arange(TEXTS * BATCHES)
    tracemalloc.start()
    find_leaders(SampleFiles(paths), rows // 1000, rows, lambda _: [])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak / (RUNS * TEXTS * BATCHES) <= MOST_PER_RUN
