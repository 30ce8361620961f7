"""The numbers of topics in words, frames and charts."""

import pytest

from analysis.study.exploring import explore_study
from analysis.study.judging import read_judged
from analysis.theme.rules import RULES
from analysis.view.topics.badges import theme_badges, topic_badges, write_badge
from analysis.view.topics.counts import join_counts, tell_count, tell_rules
from analysis.view.topics.stepping import (
    measure_frame,
    moved_frame,
    show_measure,
    show_restated,
    step_frame,
)


@pytest.fixture(scope="module")
def explored(built):
    return explore_study(built.study, (3, 4, 5), lambda *_: None)


def test_every_measure_has_its_chart_in_both_languages(explored, catalogue):
    for language in ("zh", "en"):
        for measure in RULES:
            figure = show_measure(explored, measure, catalogue, language)
            assert figure.frame["count"].tolist() == [3, 4, 5]
        assert show_restated(explored, catalogue, language).frame["restated"].max() <= 6


def test_the_rules_differ_and_none_is_called_best(explored):
    sentences = tell_rules(explored, "en")
    assert len(sentences) >= 5
    assert not any("best" in sentence for sentence in sentences)


def test_steps_and_moves_name_topics_by_their_labels(explored, catalogue):
    steps = step_frame(explored, "zh")
    assert set(steps["to"] - steps["from"]) <= {1}
    labels = {topic.label for fit in explored.fits for topic in fit.topics}
    for number in range(2):
        moved = moved_frame(explored, number, catalogue, "zh")
        assert set(moved["before"]) | set(moved["after"]) <= labels
        assert len(moved) <= measure_frame(explored)["moved"][number + 1]


def test_a_number_that_was_asked_for_is_said_to_be(built):
    assert tell_count(built.study, "zh").startswith("4 个议题：是指定的数目")


def test_runs_of_two_stay_two_numbers():
    assert join_counts((4, 5, 7), "zh") == "4、5、7"


def test_badges_say_level_resamples_and_articles(built):
    judged = read_judged(built.study)
    themes = theme_badges(built.study, judged, "zh")
    assert "20 次重抽样" in themes["工会"].words
    assert len(topic_badges(built.study, judged, "en")) == 4
    assert {one.level for one in topic_badges(built.study, None, "en").values()} == {"unknown"}


def test_few_articles_are_warned_of(built):
    row, judged = {"articles": 2, "effective": 1.4}, read_judged(built.study)
    badge = write_badge("甲", 0.9, "en", row=row, judged=judged)
    assert badge.level == "stable"
    assert "fewer than 3" in badge.few
    assert not write_badge("甲", 0.9, "en", row={**row, "effective": 3.0}, judged=judged).few
    assert write_badge("甲", None, "en", row=row, judged=judged).level == "absent"
