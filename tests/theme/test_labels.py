"""Labels are printed where they say, whole, the topic's own, and different."""

import numpy as np
import pytest

from analysis.theme.labels import HEADLINES, SENTENCES, find_labels, label_topic
from analysis.theme.phrases import Line
from analysis.theme.quotations import Yardstick
from analysis.theme.tokens import Cutter

TERMS = ("养老", "服务", "异地就医", "直接结算", "芦苇", "湿地", "保护", "助餐")
CUTTER = Cutter(["异地就医", "直接结算"])


def yardstick(*topics):
    typical = np.array([[weights.get(term, 0.0) for term in TERMS] for weights in topics])
    columns = {term: column for column, term in enumerate(TERMS)}
    return Yardstick(columns, typical, np.ones((len(topics), 1)))


CARE = {"养老": 1.0, "服务": 0.4, "助餐": 0.6}
HEALTH = {"异地就医": 0.9, "直接结算": 1.0}


def headlines(*texts, topic=0):
    return [Line(f"{topic}-{n}", text, HEADLINES, {topic: 0.9}) for n, text in enumerate(texts)]


def test_a_phrase_of_two_headlines_is_the_label_with_its_count():
    lines = headlines("社区养老服务入户", "养老服务更便捷", "助餐进社区")
    [label] = find_labels(lines, yardstick(CARE), CUTTER)
    assert (label.text, label.count, label.where) == ("养老服务", 2, HEADLINES)


def test_sentences_speak_where_headlines_do_not():
    lines = [
        Line(story, text, SENTENCES, {0: 1.0})
        for story, text in (
            ("a", "各地开展异地就医直接结算。"),
            ("b", "异地就医直接结算，很方便。"),
        )
    ]
    [label] = find_labels(lines, yardstick(HEALTH), CUTTER)
    assert (label.text, label.count, label.where) == ("异地就医直接结算", 2, SENTENCES)


def test_what_other_topics_headlines_hold_as_often_is_no_label():
    lines = headlines("养老服务入户", "养老服务便捷") + headlines(
        "养老服务入户", "养老服务便捷", "养老服务到家", topic=1
    )
    labels = find_labels(lines, yardstick(CARE, CARE), CUTTER)
    assert labels[0] is None
    assert labels[1].text == "养老服务"


def test_a_piece_of_a_longer_phrase_gives_way_to_it():
    lines = headlines("异地就医直接结算来了", "推进异地就医直接结算", "异地就医直接结算，方便")
    [label] = find_labels(lines, yardstick({"异地就医": 1.0}), CUTTER)
    assert label.text == "异地就医直接结算"


def test_words_that_are_not_the_topics_make_no_label():
    lines = headlines("湿地保护条例", "湿地保护行动")
    assert find_labels(lines, yardstick(CARE), CUTTER) == (None,)


def test_in_many_stories_one_is_not_enough():
    rest = [f"第{n}条新闻" for n in range(20)]
    assert find_labels(headlines("养老服务入户", *rest), yardstick(CARE), CUTTER) == (None,)


def test_a_label_stays_as_long_as_it_is_printed():
    lines = headlines("养老服务入户", "养老助餐到家", "养老助餐", "养老服务", "养老助餐多")
    [anew] = find_labels(lines, yardstick(CARE), CUTTER)
    [kept] = find_labels(lines, yardstick(CARE), CUTTER, before={0: "养老服务"})
    assert (anew.text, kept.text) == ("养老助餐", "养老服务")


def test_the_order_of_the_lines_does_not_matter():
    lines = headlines("养老服务入户", "养老助餐到家", "养老助餐", "养老服务")
    assert find_labels(lines, yardstick(CARE), CUTTER) == find_labels(
        lines[::-1], yardstick(CARE), CUTTER
    )


def test_no_lines_no_labels():
    assert find_labels([], yardstick(CARE), CUTTER) == (None,)


def test_a_term_inside_another_is_left_out():
    assert label_topic(["直接结算", "结算", "异地就医"]) == "直接结算·异地就医"


def test_a_topic_of_one_term_has_a_label():
    assert label_topic(["养老"]) == "养老"


def test_no_more_than_asked_for():
    assert label_topic(["甲方", "乙方", "丙方"], most=2) == "甲方·乙方"


@pytest.mark.parametrize("most", [1, 3])
def test_terms_come_in_their_order(most):
    assert label_topic(["甲方", "乙方", "丙方", "丁方"], most=most).startswith("甲方")
