"""Labels say different things."""

from analysis.theme.labels import label_topic


def test_a_term_inside_another_is_left_out():
    assert label_topic(["直接结算", "结算", "异地就医"]) == "直接结算·异地就医"


def test_a_topic_of_one_term_has_a_label():
    assert label_topic(["养老"]) == "养老"


def test_no_more_than_asked_for():
    assert label_topic(["甲方", "乙方", "丙方"], most=2) == "甲方·乙方"
