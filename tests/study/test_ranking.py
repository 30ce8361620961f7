"""The strongest terms of topics are those that every list of topics shows first."""

from analysis.study.ranking import rank_topic_terms
from analysis.study.tables import make_table


def test_a_word_that_all_topics_hold_comes_behind_the_one_that_tells_them_apart():
    rows = [(4, "国家", 0.7), (4, "养老", 0.6), (9, "国家", 0.7), (9, "森林", 0.6)]
    table = make_table(
        "topic_terms", [dict(zip(("topic_id", "term", "weight"), r, strict=True)) for r in rows]
    )
    assert rank_topic_terms(table, 5) == {4: ("养老", "国家"), 9: ("森林", "国家")}
