"""Similar articles: of the same subject, none of them the same story, told by which measure."""

import pytest

from analysis.study.similar import find_similar, load_words


@pytest.fixture(scope="module")
def words(reprinted):
    return load_words(reprinted.study)


@pytest.mark.parametrize("measure", ["words", "topics"])
def test_it_is_not_among_its_own_nor_its_other_printings(reprinted, words, measure):
    given = words if measure == "words" else None
    for at in range(len(reprinted.articles)):
        found = find_similar(reprinted, at, given)
        assert found.by == measure
        assert at not in found.likeness
        group = reprinted.groups[at]
        assert group < 0 or group not in reprinted.groups[list(found.likeness)]


def test_the_most_alike_come_first_and_share_their_subject(reprinted, words):
    at = reprinted.articles["headline"].to_pylist().index("荒山披上绿装")
    found = find_similar(reprinted, at, words)
    scores = list(found.likeness.values())
    assert scores == sorted(scores, reverse=True)
    assert reprinted.main[next(iter(found.likeness))] == reprinted.main[at]
