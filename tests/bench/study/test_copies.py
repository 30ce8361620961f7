"""Copies are found in time that grows with the texts and not with their square.

pytest --no-cov tests/bench/study
"""

import random
import time

import pytest

from analysis.study.copies.groups import find_groups

WORDS = [chr(sign) + chr(sign + 1) for sign in range(0x4E00, 0x5E00, 2)]
FEWEST = 2_000
# Twice the texts take twice the time; half as much again is left to the machine.
MOST_PER_DOUBLING = 3.0


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
