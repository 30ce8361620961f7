"""One corpus fitted with several numbers of topics."""

import pytest

from analysis.errors import TooFewWords
from analysis.theme.exploring import fit_count, lay_ground
from analysis.theme.findings import find_themes
from analysis.theme.rules import apply_rule, apply_rules, name_count_rule
from analysis.theme.steps import compare_fits
from analysis.theme.terms import count_terms
from analysis.theme.tokens import make_cutter
from tests.theme.conftest import SETTINGS


def say_nothing(*_):
    """Take a report nobody asked for."""


@pytest.fixture(scope="module")
def ground(texts, themes, words):
    part = count_terms(texts, make_cutter(words.user), length=SETTINGS.passage_length)
    return lay_ground([part], themes, SETTINGS, words, say_nothing)


@pytest.fixture(scope="module")
def fits(ground):
    return [fit_count(ground, count, say_nothing) for count in (2, 3, 4)]


def test_a_fit_is_that_of_a_study_with_as_many_topics(fits, texts, themes, words):
    found = find_themes(texts, themes, SETTINGS, words)
    assert fits[1][0].topics == found.topics


def test_the_measures_keep_their_range(fits, texts):
    for fit, _ in fits:
        measures = fit.measures
        assert -1 <= measures.coherence <= 1
        assert 1 <= measures.effective <= len(texts)
        for name in ("diversity", "exclusivity", "stability", "explained", "clear", "junk"):
            assert 0 <= getattr(measures, name) <= 1, name


def test_more_topics_explain_more(fits):
    explained = [fit.measures.explained for fit, _ in fits]
    assert explained == sorted(explained)


def test_three_subjects_in_two_topics_come_apart_in_three(fits):
    step = compare_fits(fits[0], fits[1])
    assert step.splits or step.new
    assert step.merges == ()
    assert 0 < len(step.moved) < 12


def test_articles_that_get_a_topic_at_last_have_moved(fits):
    (two, _), (three, _), *_ = fits
    step = compare_fits(fits[0], fits[1])
    late = {row for row, main in enumerate(two.main) if main < 0 <= three.main[row]}
    assert late <= set(step.moved)


def test_the_same_fit_splits_and_moves_nothing(fits):
    step = compare_fits(fits[1], fits[1])
    assert step == type(step)((), (), (), (), ())


def test_the_way_back_merges_what_split(fits):
    there, back = compare_fits(fits[1], fits[2]), compare_fits(fits[2], fits[1])
    assert there.splits == back.merges
    assert there.new == back.gone


def test_more_topics_than_passages_are_refused(ground):
    with pytest.raises(TooFewWords):
        fit_count(ground, 1_000, say_nothing)


def test_fits_close_to_the_best_are_as_good():
    assert apply_rule("stability", (4, 5, 6), (0.70, 0.69, 0.60)) == (4, 5)
    assert apply_rule("junk", (4, 5, 6), (0.3, 0.1, 0.11)) == (5, 6)


def test_a_measure_that_was_not_taken_chooses_nothing():
    assert apply_rule("stability", (4, 5), (None, None)) == ()


def test_a_straight_line_has_no_bend():
    assert apply_rule("explained", (4, 5, 6), (0.1, 0.2, 0.3)) == ()


def test_topics_of_single_articles_are_never_full():
    assert apply_rule("effective", (4, 5), (1.5, 1.0)) == ()


def test_every_measure_has_its_say(fits):
    chosen = apply_rules([fit.count for fit, _ in fits], [fit.measures for fit, _ in fits])
    assert list(chosen) == list(fits[0][0].measures.__slots__)


def test_a_number_that_was_asked_for_needs_no_rule():
    assert name_count_rule(SETTINGS, 190) == "given"
