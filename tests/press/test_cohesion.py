"""Texts about one thing share telling pairs of characters."""

import pytest

from analysis.press.cohesion import count_pairs, measure_cosine, measure_coverage, merge_pairs

TREES = count_pairs("塞罕坝机械林场的人工林种下了油松和侧柏，林场场长介绍了造林经验。")
FOREST = count_pairs("塞罕坝林场今年要通过造林建设混交林，提高树种多样性。")
MONEY = count_pairs("泰国铢汇率贬值，东南亚金融市场出现动荡，外汇储备减少。")


def test_a_text_is_nearest_to_itself():
    assert measure_cosine(TREES, TREES) == pytest.approx(1.0)


def test_texts_about_one_thing_are_nearer():
    assert measure_cosine(TREES, FOREST) > measure_cosine(TREES, MONEY)


def test_a_headline_is_covered_by_its_body():
    head = count_pairs("塞罕坝林场造林忙")
    assert measure_coverage(head, FOREST) > 0.5 > measure_coverage(head, MONEY)


def test_nothing_shares_nothing():
    assert measure_cosine({}, TREES) == measure_coverage({}, TREES) == 0.0


def test_frequent_pairs_are_left_out():
    assert "中国" not in count_pairs("中国")


def test_pairs_of_several_blocks_are_merged():
    assert merge_pairs([{"一二": 1.0}, {"三四": 0.5}], [0, 1]) == {"一二": 1.0, "三四": 0.5}
