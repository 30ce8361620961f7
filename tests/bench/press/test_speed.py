"""The press floor is fast enough for an archive: 10 MB of pages a minute on one core.

Rows of a table are articles already: the same text is read many times as fast.

pytest --no-cov tests/bench/press
"""

import json
import time

import pytest

from analysis.press.article import split_page
from analysis.press.cutting import cut_input
from analysis.press.inputs import Input, find_inputs, load_page
from analysis.resources import SEEDS

MEGABYTES_A_MINUTE = 10
ROUNDS = 5
ROWS_AS_FAST = 30


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


@pytest.mark.bench
def test_rows_are_read_many_times_as_fast_as_pages_are_cut():
    pages = [load_page(item) for item in find_inputs([SEEDS]) if item.source.endswith(".txt")]
    articles = [one for page in pages for one in split_page(page).articles]
    rows = [json.dumps({"headline": one.headline, "body": one.body}) for one in articles]
    table = Input("rows.jsonl", data="\n".join(rows * ROUNDS).encode())
    list(cut_input(table, split_page))
    before = time.process_time()
    for page in pages * ROUNDS:
        split_page(page)
    between = time.process_time()
    list(cut_input(table, split_page))
    assert between - before >= ROWS_AS_FAST * (time.process_time() - between)
