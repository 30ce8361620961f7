"""The measures of the bench against the peers have their known values."""

import numpy as np
import pytest

from tests.bench.theme.measures import (
    find_junk,
    measure_agreement,
    measure_diversity,
    measure_documents,
    share_listed,
)
from tests.bench.theme.methods import METHODS, Sample, find_script, read_list
from tests.bench.theme.reference import find_places, hold_terms, make_reference, measure_windows

WORDS = (
    "职工",
    "工会",
    "养老",
    "老人",
    "生态",
    "绿化",
    "就医",
    "参保",
    "河水",
    "湿地",
    "图书",
    "足球",
)


def make_documents():
    """Return documents that hold no word twice: gensim loses a word that comes back in a window."""
    generator = np.random.default_rng(1)
    return [
        [str(word) for word in generator.permutation(WORDS)[: generator.integers(3, 13)]]
        for _ in range(40)
    ]


def test_windows_agree_with_gensim():
    models = pytest.importorskip("gensim.models")
    dictionary = pytest.importorskip("gensim.corpora").Dictionary
    documents = make_documents()
    for top in (WORDS[:3], WORDS[4:10]):
        theirs = models.CoherenceModel(
            topics=[list(top)],
            texts=documents,
            dictionary=dictionary(documents),
            coherence="c_npmi",
            topn=len(top),
        )
        ours = measure_windows(make_reference(documents), top)
        assert ours == pytest.approx(theirs.get_coherence(), abs=1e-9)


def test_words_that_always_stand_together_are_coherent_and_strangers_are_not():
    reference = make_reference([["养老", "，", "老人"], ["养老", "老人"], ["工会"]])
    assert measure_windows(reference, ("养老", "老人")) == pytest.approx(1)
    assert measure_windows(reference, ("养老", "工会")) < -0.9
    assert measure_documents([["养老", "老人"]], reference) == pytest.approx(1)


def test_a_term_that_jieba_cuts_stands_where_its_pieces_stand_side_by_side():
    reference = make_reference([["养老", "服务"], ["养老", "的", "服务"], ["服务", "养老"]])
    assert find_places(reference, "养老服务").tolist() == [0]
    assert hold_terms(reference, ["养老服务"]).toarray().ravel().tolist() == [1, 0, 0]


def test_topics_agree_whatever_their_order_and_a_lost_one_counts():
    first, second = ["养老", "老人"], ["工会", "职工"]
    assert measure_agreement([first, second], [second, first]) == pytest.approx(1)
    assert measure_agreement([first, second], [second]) == pytest.approx(0.5)


def test_diversity_and_junk_are_shares_of_the_words_shown():
    topics = [["养老", "记者"], ["养老", "24"]]
    assert measure_diversity(topics) == 0.75
    assert share_listed(topics, find_junk(topics, read_list("newsroom.txt"))) == 0.5


def test_subjects_are_no_junk():
    assert not find_junk([["高质量", "养老服务", "立法", "春节"]], read_list("newsroom.txt"))


def test_every_method_has_a_name_and_the_script_finds_what_stands_together():
    documents = [["养老", "老人"]] * 6 + [["工会", "职工"]] * 6
    found = find_script(Sample(documents, [None] * 12), 2, 0)
    assert {frozenset(words[:2]) for words in found} == {
        frozenset({"养老", "老人"}),
        frozenset({"工会", "职工"}),
    }
    assert len(METHODS) == 5
