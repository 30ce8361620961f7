"""Batches of counts: kept as arrays, and the same corpus, fit and shares however they are cut."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from analysis.theme.batches import counts_arrays, counts_from_arrays
from analysis.theme.corpus import prepare_corpus
from analysis.theme.findings import say_nothing
from analysis.theme.fitting import fit_corpus
from analysis.theme.settings import Settings
from analysis.theme.shares import place_counts
from analysis.theme.storage import model_arrays
from analysis.theme.terms import count_terms
from analysis.theme.tokens import make_cutter
from tests.theme.conftest import SETTINGS, SUBJECTS, THEMES

ARTICLES = Settings(topics=3, resamples=0, passage_length=40, passages_until=5)
SENTENCES = [one for group in SUBJECTS.values() for one in group]


@pytest.fixture(scope="module")
def many(texts):
    """Return more texts than are fitted by passages in ``ARTICLES``, one of them empty."""
    return [*texts, *SENTENCES, "", "2024年。"]


def count_batches(texts, words, size, *, whole=False):
    return [
        count_terms(texts[start : start + size], make_cutter(words.user), length=40, whole=whole)
        for start in range(0, len(texts), size)
    ]


def prepare(parts, words, settings=ARTICLES):
    return prepare_corpus(parts, THEMES, settings=settings, words=words, report=say_nothing)


def fit(corpus, words, settings=ARTICLES):
    return fit_corpus(corpus, THEMES, settings=settings, words=words, report=say_nothing)


def dump_corpus(corpus):
    """Return all that a corpus is, but for which article is which."""
    matrices = [
        part.tobytes()
        for one in (corpus.rows, corpus.articles)
        for part in (one.data, one.indices, one.indptr)
    ]
    arrays = [one.tobytes() for one in (corpus.idf, corpus.term_counts, corpus.vectors)]
    return corpus.terms, corpus.tags, corpus.n_articles, matrices, arrays


def dump_model(model):
    return {name: array.tobytes() for name, array in model_arrays(model).items()}


@pytest.mark.parametrize("whole", [False, True])
def test_counts_survive_arrays_in_a_file(many, words, whole):
    [part] = count_batches(many, words, len(many), whole=whole)
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **counts_arrays(part))
    file.seek(0)
    again = counts_from_arrays(np.load(file, allow_pickle=False))
    assert (tuple(again.terms), again.n_articles, again.whole) == (
        part.terms,
        part.n_articles,
        whole,
    )
    np.testing.assert_array_equal(again.rows.toarray(), part.rows.toarray())
    for name in ("frequency", "owners", "spans", "named", "marks"):
        np.testing.assert_array_equal(getattr(again, name), getattr(part, name))


def test_no_text_survives_arrays(words):
    [part] = count_batches([""], words, 1)
    again = counts_from_arrays(counts_arrays(part))
    assert (tuple(again.terms), again.rows.shape, again.n_articles) == ((), (0, 0), 1)


def test_whole_articles_are_the_sums_of_their_passages(many, words):
    [passages] = count_batches(many, words, len(many))
    [articles] = count_batches(many, words, len(many), whole=True)
    assert articles.rows.shape[0] == len(many)
    np.testing.assert_array_equal(articles.rows.toarray(), passages.by_article().toarray())
    np.testing.assert_array_equal(articles.frequency, passages.frequency)
    np.testing.assert_array_equal(articles.frequency, passages.rows.count_nonzero(axis=0))
    assert passages.rows.indices.dtype == articles.rows.indices.dtype == np.int32


@pytest.mark.parametrize("settings", [SETTINGS, ARTICLES], ids=["passages", "articles"])
def test_batches_of_any_size_make_the_same_corpus_and_model(many, words, settings):
    corpora = [prepare(count_batches(many, words, size), words, settings) for size in (30, 7, 1)]
    assert dump_corpus(corpora[0]) == dump_corpus(corpora[1]) == dump_corpus(corpora[2])
    models = [dump_model(fit(corpus, words, settings)) for corpus in corpora]
    assert models[0] == models[1] == models[2]


def test_batches_of_articles_make_the_corpus_that_batches_of_passages_make(many, words):
    whole = prepare(count_batches(many, words, 7, whole=True), words)
    assert dump_corpus(whole) == dump_corpus(prepare(count_batches(many, words, 9), words))


def test_the_order_of_articles_changes_no_digit(many, words):
    there, back = many, many[::-1]
    first, second = (prepare(count_batches(one, words, 7), words) for one in (there, back))
    assert dump_corpus(first) == dump_corpus(second)
    assert [there[one] for one in first.order] == [back[one] for one in second.order]


def test_passages_cannot_be_had_of_whole_articles(many, words):
    parts = count_batches(many, words, 7, whole=True)
    with pytest.raises(ValueError, match="no rows of passages"):
        prepare(parts, words, SETTINGS)


def test_articles_are_fitted_in_single_precision_and_held_once(many, words):
    corpus = prepare(count_batches(many, words, 7, whole=True), words)
    assert corpus.rows is corpus.articles
    assert corpus.rows.dtype == np.float32
    assert corpus.rows.indices.dtype == corpus.rows.indptr.dtype == np.int32
    passages = prepare(count_batches(many, words, 7), words, SETTINGS)
    assert passages.rows.dtype == np.float64


class Lazy:
    """Batches read anew each time, as from disk; tells how many are read at once."""

    def __init__(self, parts):
        self._kept = [counts_arrays(part) for part in parts]
        self.passes = 0

    def __len__(self):
        return len(self._kept)

    def __iter__(self):
        self.passes += 1
        return map(counts_from_arrays, self._kept)


def test_batches_are_read_three_times_at_most(many, words):
    parts = Lazy(count_batches(many, words, 7, whole=True))
    corpus = prepare(parts, words)
    assert parts.passes == 3
    assert dump_corpus(corpus) == dump_corpus(prepare(list(parts), words))


@limits(deadline=None, max_examples=30)
@given(size=st.integers(1, 40))
def test_an_article_is_placed_the_same_whatever_stands_beside_it(many, words, placed, size):
    model, shares = placed
    parts = count_batches(many, words, size)
    np.testing.assert_array_equal(np.vstack([place_counts(one, model) for one in parts]), shares)


@pytest.fixture(scope="module")
def placed(many, words):
    parts = count_batches(many, words, len(many), whole=True)
    model = fit(prepare(parts, words), words)
    return model, place_counts(parts[0], model)


def test_an_article_without_terms_has_no_share(placed, many):
    _, shares = placed
    np.testing.assert_allclose(shares.sum(axis=1)[:-2], 1)
    assert many[-2] == ""
    assert not shares[-2:].any()
