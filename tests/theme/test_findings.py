"""From texts to themes, the whole way."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from analysis.errors import BaotiError, NoWords, TooFewWords
from analysis.theme.findings import find_themes
from analysis.theme.records import OTHER
from analysis.theme.settings import Settings
from analysis.theme.storage import model_arrays
from tests.theme.conftest import SETTINGS, THEMES, make_texts

ROOT = Path(__file__).parents[2]


def digest(findings):
    digest = sha256(findings.article_topics.tobytes())
    for array in model_arrays(findings.model).values():
        digest.update(array.tobytes())
    return digest.hexdigest()


def main_themes(findings):
    return [findings.model.themes[place] for place in findings.article_themes.argmax(axis=1)]


def test_each_subject_gets_its_theme(findings):
    assert main_themes(findings) == ["水"] * 4 + ["足球"] * 4 + [OTHER] * 4


def test_shares_sum_to_one(findings):
    np.testing.assert_allclose(findings.article_topics.sum(axis=1), 1)
    np.testing.assert_allclose(findings.article_themes.sum(axis=1), 1)


def test_topics_come_by_size(findings):
    sizes = [topic.size for topic in findings.topics]
    assert sizes == sorted(sizes, reverse=True)
    np.testing.assert_allclose(sizes, findings.article_topics.sum(axis=0))


def test_passages_are_in_the_order_of_the_articles(findings, texts):
    assert (np.diff(findings.passage_articles) >= 0).all()
    starts, ends = findings.passage_spans.T
    assert (starts < ends).all()
    assert ends.max() <= max(map(len, texts))


def test_terms_are_counted_in_articles(findings, texts):
    column = findings.model.terms.index("读者")
    assert findings.term_counts[column] == sum("读者" in text for text in texts)


def test_the_order_of_the_articles_does_not_matter(findings, texts, words):
    turned = find_themes(texts[::-1], THEMES, SETTINGS, words)
    np.testing.assert_array_equal(turned.article_topics[::-1], findings.article_topics)
    assert turned.topics == findings.topics


def test_another_process_gives_the_same_bytes(findings):
    script = (
        "from tests.theme.conftest import *; from tests.theme.test_findings import digest;"
        "print(digest(find_themes(make_texts(), THEMES, SETTINGS, read_words())))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == digest(findings)


def test_progress_is_told_stage_by_stage(texts, words):
    told = []
    find_themes(texts, THEMES, SETTINGS, words, lambda *report: told.append(report))
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages == ["tokens", "matrix", "topics", "themes", "quality"]
    assert all(done <= total for _, done, total in told)


@pytest.mark.parametrize("texts", [[], [""], ["2024。"], ["我们已经！", " \n"]])
def test_no_words_are_told(texts, words):
    with pytest.raises(NoWords):
        find_themes(texts, THEMES, Settings(), words)


def test_more_topics_than_passages_are_told(words):
    with pytest.raises(TooFewWords, match="at most 1"):
        find_themes(["水质变好，湿地有鸟。"], THEMES, Settings(topics=9), words)


@pytest.mark.parametrize(
    "texts",
    [
        ["水质变好。"],
        make_texts()[:1],
        make_texts()[:1] * 8,
        ["The union of workers meets.", "Rivers and forests."],
        [*make_texts()[:3], "", "123"],
        ["湿地" * 5_000],
    ],
    ids=["a line", "one", "all equal", "English", "with empty ones", "one word"],
)
def test_odd_corpora_work(texts, words):
    found = find_themes(texts, THEMES, replace(SETTINGS, topics=None), words)
    sums = found.article_topics.sum(axis=1)
    assert np.all(np.isclose(sums, 1) | (sums == 0))


def test_without_themes_all_is_other(texts, words):
    found = find_themes(texts, (), SETTINGS, words)
    assert set(main_themes(found)) == {OTHER}


def test_errors_are_of_our_tree():
    assert issubclass(NoWords, BaotiError)
