"""The words of a study: offered, and tried without a trace."""

import pytest

from analysis.study import words as study_words
from analysis.study.ranking import rank_topic_terms
from analysis.study.tables import read_table
from analysis.study.words import find_touched, offer_words, try_words
from analysis.theme.settings import Words


def with_words(study, **added):
    lists = study.recipe.words
    return Words(**{n: (*getattr(lists, n), *added.get(n, ())) for n in ("stop", "press", "user")})


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_offers_show_their_sentences(built):
    for offer in offer_words(built.study):
        assert all(offer.candidate.term in example.text for example in offer.examples)


def test_a_story_printed_three_times_is_read_once(reprinted, monkeypatch):
    read = []
    monkeypatch.setattr(study_words, "find_candidates", lambda texts, _: read.append(texts) or ())
    offer_words(reprinted.study)
    assert len(read[0]) == len(reprinted.articles) - 2


def test_a_stop_word_touches_what_holds_it(built):
    touched = find_touched(built.study, with_words(built.study, stop=["职工"]))
    assert 0 < len(touched.articles) < 6
    assert touched.topics
    assert all("职工" in recut.after for _, recut in touched.examples)


def test_nothing_changed_touches_nothing(built):
    touched = find_touched(built.study, built.study.recipe.words)
    assert (touched.articles, touched.topics, touched.examples) == ((), (), ())


def test_a_trial_tells_and_writes_nothing(built):
    before = bytes_of(built.study.folder)
    strongest = rank_topic_terms(read_table(built.study.folder, "topic_terms"), 1)
    spoken = {word for theme in built.study.recipe.themes for word in theme.words}
    word = next(term for (term,) in strongest.values() if term not in spoken)
    trial = try_words(built.study, with_words(built.study, stop=[word]))
    assert (trial.fitted, trial.whole) == (6, 6)
    assert any(word in change.lost for change in trial.topics)
    assert bytes_of(built.study.folder) == before


def test_a_large_study_is_tried_on_a_sample(built, monkeypatch):
    monkeypatch.setattr(study_words, "SAMPLE", 4)
    trial = try_words(built.study, with_words(built.study, stop=["职工"]))
    assert (trial.fitted, trial.whole) == (4, 6)


@pytest.mark.parametrize("name", ["user", "stop"])
def test_traditional_words_change_what_simplified_ones_do(built, name):
    plain, printed = (
        find_touched(built.study, with_words(built.study, **{name: [word]}))
        for word in ("职工", "職工")
    )
    assert plain == printed
