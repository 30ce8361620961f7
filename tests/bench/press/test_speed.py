"""The press floor is fast enough for an archive: 10 MB of pages a minute on one core.

pytest --no-cov tests/bench/press
"""

import time

import pytest

from analysis.press.article import split_page
from analysis.press.inputs import find_inputs, load_page
from analysis.resources import SEEDS

MEGABYTES_A_MINUTE = 10
ROUNDS = 5


@pytest.mark.bench
def test_pages_are_cut_fast_enough_for_an_archive():
    pages = [load_page(item) for item in find_inputs([SEEDS]) if item.source.endswith(".txt")]
    split_page(pages[0])
    size = sum(len(page.text.encode()) for page in pages) * ROUNDS / 1e6
    before = time.process_time()
    for page in pages * ROUNDS:
        split_page(page)
    seconds = time.process_time() - before
    assert size / seconds * 60 >= MEGABYTES_A_MINUTE
