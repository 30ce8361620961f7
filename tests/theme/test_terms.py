"""Counts of a batch: each term where it stands."""

import numpy as np

from analysis.theme.terms import count_terms
from analysis.theme.tokens import Cutter

CUTTER = Cutter()


def count(texts, length=160):
    return count_terms(texts, CUTTER, length=length)


def test_a_term_is_counted_where_it_stands():
    counts = count(["工会关心职工。职工参加工会。"])
    table = dict(zip(counts.terms, counts.rows.toarray()[0], strict=True))
    assert table == {"关心": 1, "参加": 1, "工会": 2, "职工": 2}


def test_terms_are_sorted_and_latin_letters_small():
    terms = count(["APP上线，app下载，App更新"]).terms
    assert list(terms) == sorted(terms)
    assert [term for term in terms if term.isascii()] == ["app"]


def test_numbers_marks_and_single_characters_are_no_terms():
    assert count(["2024年4月1日，3.5%，树、水——“5G”"]).terms == ("5g",)


def test_a_passage_knows_its_article():
    counts = count(["一心。" * 10, "", "二胡。" * 4], length=12)
    assert sorted(set(counts.owners.tolist())) == [0, 2]
    assert counts.by_article().shape == (3, len(counts.terms))
    assert counts.by_article().toarray()[1].sum() == 0


def test_passages_of_an_article_sum_to_it():
    text = "工会关心职工。职工参加工会。养老服务试点。" * 5
    whole, parts = count([text], 10_000), count([text], 20)
    assert len(parts.spans) > 1
    np.testing.assert_array_equal(parts.by_article().toarray(), whole.by_article().toarray())


def test_nothing_gives_an_empty_matrix():
    assert count(["", " \n"]).rows.shape == (0, 0)
