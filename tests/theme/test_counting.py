"""Counts by article: those of the model's own matrix, in batches of any size."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.counting import count_known, stack_counts
from analysis.theme.terms import count_terms
from analysis.theme.tokens import Cutter

TEXTS = ["工会服务职工，职工点赞。", "", "医保直接结算！工会来了。", "GDP和gdp是一样的"]
TERMS = ("gdp", "医保", "工会", "职工")
CUTTER = Cutter()


def counted(texts=TEXTS, size=2):
    batches = (texts[start : start + size] for start in range(0, len(texts), size))
    return stack_counts([count_known(batch, TERMS, CUTTER) for batch in batches], len(TERMS))


def test_counts_are_those_of_the_matrix_that_is_fitted():
    every = count_terms(TEXTS, CUTTER, length=150)
    columns = [every.terms.index(term) for term in TERMS]
    expected = every.by_article()[:, columns].toarray()
    assert np.array_equal(counted().toarray(), expected)


@given(st.integers(1, 6))
def test_batches_of_any_size_count_the_same(size):
    assert np.array_equal(counted(size=size).toarray(), counted().toarray())


def test_no_text_gives_no_row():
    assert stack_counts([], 4).shape == (0, 4)
