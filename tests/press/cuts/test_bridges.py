"""Words broken in two by a break of the columns say which piece goes on in which."""

from analysis.press.article import split_page
from analysis.press.cuts.bridges import settle_pairs
from analysis.press.cuts.looks import find_interruptions
from analysis.press.inputs import find_inputs, load_page
from analysis.resources import SEEDS

LONG = (
    "调研组一行走访了各地的媒体中心，与当地的同志交流了融合发展的经验，"
    "参加的有忠县融媒体中心、秀山县融媒体"
)


def test_a_bridge_joins_what_the_rating_did_not():
    assert settle_pairs({(0, 1): 0.1, (1, 0): 0.2}, frozenset({(0, 1)}), frozenset()) == {
        (0, 1): 0.9,
        (1, 0): 0.2,
    }


def test_what_can_only_begin_continues_nothing():
    assert settle_pairs({(0, 1): 0.97}, frozenset({(0, 1)}), frozenset({1})) == {(0, 1): 0.0}


def test_a_reporter_inside_a_sentence_interrupts_it():
    assert find_interruptions([LONG, "□ 本报记者 陈维灯", "午后，村里很热闹。"]) == (
        False,
        True,
        False,
    )


def test_a_long_headline_without_an_end_is_no_open_sentence():
    headline = "重庆市报业传媒协会调研组赴昌都市调研"
    assert not any(find_interruptions([headline, "□ 本报记者 陈维灯"]))


def test_a_broken_word_brings_its_story_together():
    (page,) = (item for item in find_inputs([SEEDS]) if "002_" in item.source)
    articles = split_page(load_page(page)).articles
    (story,) = (one for one in articles if "秀山县融媒体" in one.body)
    assert "中心主要负责同志及相关人员同行" in story.body
    assert "厕所" not in story.body
