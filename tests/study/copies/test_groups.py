"""Batches, ranges, files and workers give the groups that one batch in one process gives."""

import random
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pytest

from analysis.study.copies import groups, pairs
from analysis.study.copies.files import SampleFiles, write_sample
from analysis.study.copies.groups import find_groups, find_leaders
from analysis.study.copies.samples import sample_texts

SIGNS = "港口茶园霜冻编程证书徒弟老人食堂河水白鹭水质工匠竞赛夜校图书铁路渔船果树药材养殖集市桥梁"
PHRASE = "会议强调要坚持以人民为中心的发展思想，落实落细各项民生保障措施，兜牢民生底线，加强帮扶。"


def make_texts(count=60):
    """Return stories, a form of every week, and copies of all kinds, with their days."""
    chance = random.Random(5)  # noqa: S311 - texts, not secrets
    stories = ["".join(chance.choices(SIGNS, k=chance.randrange(20, 300))) for _ in range(count)]
    cut = [text[: len(text) * 7 // 10] for text in stories[::3]]
    edited = [f"本报讯 {text[:90]}春{text[91:]}" for text in stories[::4]]
    forms = [f"{PHRASE}本期名单{text[:12]}" for text in stories[::5]]
    texts = [*stories, *cut, *stories[::7], *edited, *forms]
    chance.shuffle(texts)
    return texts, [chance.choice([-1, *range(30)]) for _ in texts]


TEXTS, DAYS = make_texts()
WHOLE = find_groups(TEXTS, DAYS)


def sample_batches(texts, size):
    return [sample_texts(texts[start : start + size]) for start in range(0, len(texts), size)]


def lead(samples, texts=TEXTS, days=DAYS, order=None, **how):
    order = np.arange(len(texts)) if order is None else order
    return find_leaders(
        samples, np.array(days), order, lambda rows: [texts[row] for row in rows], **how
    ).tolist()


def test_the_texts_are_worth_the_trouble():
    sizes = np.bincount(WHOLE)
    assert (sizes > 1).sum() >= 15
    assert (sizes > 2).any()
    assert (sizes == 1).sum() >= 15


@pytest.mark.parametrize("size", [1, 7, 50, 1000])
def test_batches_of_any_size_change_nothing(size):
    assert lead(sample_batches(TEXTS, size)) == WHOLE


@pytest.mark.parametrize("most", [1, 10, 100])
def test_ranges_change_nothing(monkeypatch, most):
    monkeypatch.setattr(pairs, "_RANGE", most)
    assert lead(sample_batches(TEXTS, 20)) == WHOLE


def test_how_many_pairs_are_decided_at_once_changes_nothing(monkeypatch):
    monkeypatch.setattr(groups, "_READ", 5)
    monkeypatch.setattr(groups, "_TASK", 2)
    assert lead(sample_batches(TEXTS, 20)) == WHOLE


def test_samples_in_files_change_nothing(tmp_path):
    paths = [tmp_path / str(number) for number in range(0, len(TEXTS), 20)]
    for path, sample in zip(paths, sample_batches(TEXTS, 20), strict=True):
        write_sample(sample, path)
    assert lead(SampleFiles(paths)) == WHOLE


def test_workers_change_nothing(monkeypatch):
    monkeypatch.setattr(groups, "_TASK", 4)
    with ProcessPoolExecutor(1) as pool:
        assert lead(sample_batches(TEXTS, 20), run=pool.map) == WHOLE


def test_rows_need_not_stand_in_the_order_of_printing():
    chance = random.Random(9)  # noqa: S311
    rows = chance.sample(range(len(TEXTS)), len(TEXTS))
    texts, days = [TEXTS[row] for row in rows], [DAYS[row] for row in rows]
    leaders = lead(sample_batches(texts, 20), texts, days, np.argsort(rows))
    assert [rows[leaders[place]] for place in np.argsort(rows)] == WHOLE


def test_only_texts_in_doubt_are_read():
    read = []

    def fetch(rows):
        read.extend(rows.tolist())
        return [TEXTS[row] for row in rows]

    find_leaders(sample_batches(TEXTS, 20), np.array(DAYS), np.arange(len(TEXTS)), fetch)
    assert 0 < len(read) < len(TEXTS) / 2
    assert len(read) == len(set(read))
